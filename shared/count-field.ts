import type { Period } from './period.ts'
import { chainOf, type SeriesTree, seriesTree } from './series-tree.ts'

/** One count of one team as it would be published. */
export interface Count {
  teamId: string
  period: Period
  /** Undefined: the team withheld it itself. */
  value?: number | undefined
  /** What anyone knows of it from other figures: it is at least this, … */
  floor?: number | undefined
  /** … and at most this. */
  cap?: number | undefined
  /** What it is a share of, as it is. */
  whole?: number | undefined
  /** What became of the same count when an earlier forum was published: it cannot be taken back, nor told after all. */
  before?: Before | undefined
}

export type Before = 'published' | 'hidden'

interface Bounds {
  floor: number
  cap: number
}

/** The counts of one indicator, as far as hiding looks at them. */
export interface Field {
  trees: Map<string, SeriesTree>
  bounds: Map<string, Map<Period, Bounds>>
  /** By team, what it withheld itself: no total holds it. */
  withheld: Map<string, Set<Period>>
}

export function fieldOf(counts: readonly Count[]): Field {
  const byTeam = Map.groupBy(counts, ({ teamId }) => teamId)
  const bounds = new Map<string, Map<Period, Bounds>>()
  const trees = new Map<string, SeriesTree>()
  const withheld = new Map<string, Set<Period>>()
  for (const [teamId, own] of byTeam) {
    trees.set(teamId, seriesTree(new Map(own.map(({ period, value }) => [period, value]))))
    const known = own.map((count) => [count.period, boundsOf(count)] as const)
    bounds.set(teamId, new Map(known))
    withheld.set(teamId, new Set(own.flatMap(({ period, value }) => (value === undefined ? period : []))))
  }
  return { trees, bounds, withheld }
}

/** What an earlier forum told of stays as it was told: nothing new can be hidden behind it. */
const boundsOf = ({ before, floor = 0, cap = Infinity }: Count): Bounds => (before ? fixed : { floor, cap })
const fixed: Bounds = { floor: Infinity, cap: -Infinity }

/** Along the parts that can lie farthest apart, of these the largest. */
export function chainFor(field: Field, teamId: string, period: Period): Period[] {
  const tree = field.trees.get(teamId)!
  const bounds = field.bounds.get(teamId)!
  const widthOf = (one: Period): number => {
    const { floor, cap } = bounds.get(one)!
    return Math.min(cap - floor, 1e9) + Math.min(tree.values.get(one)!, 1e8)
  }
  return chainOf(tree, period, widthOf)
}

/** How far a team's figures of all these periods can move together and stay within what is known of each. */
export function slackOf(field: Field, teamId: string, chain: readonly Period[]): { up: number; down: number } {
  const { values } = field.trees.get(teamId)!
  const bounds = field.bounds.get(teamId)!
  let up = Infinity
  let down = Infinity
  for (const period of chain) {
    const value = values.get(period)!
    const { floor, cap } = bounds.get(period)!
    up = Math.min(up, Math.max(0, cap - value))
    down = Math.min(down, Math.max(0, value - floor))
  }
  return { up, down }
}

export const isWithheld = ({ withheld }: Field, teamId: string, chain: readonly Period[]): boolean =>
  chain.some((period) => withheld.get(teamId)!.has(period))
