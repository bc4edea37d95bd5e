import type { Period } from './period.ts'
import { chainOf, movesTogether, type SeriesTree, seriesTree } from './series-tree.ts'

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

/** The team of the totals over all teams. */
export const everyone = ''

/** What is not published of one indicator's counts, and how far up each hidden one could lie without being found out. */
export interface Suppression {
  isHidden(teamId: string, period: Period): boolean
  room(teamId: string, period: Period): number
  /** How many are hidden because they are small, and how many so that those cannot be worked out. */
  small: number
  beside: number
}

/** A count of one to just under the threshold tells of single people; so does the rest of what it is nearly all of. */
export const isSmall = ({ value, whole }: Count, threshold: number): boolean =>
  value !== undefined && value > 0 && (value < threshold || (whole !== undefined && isFew(whole - value, threshold)))

export const isFew = (value: number, threshold: number): boolean => value > 0 && value < threshold

/**
 * Hides small counts, and so many others beside them that totals do not give them back. For each hidden count there are
 * two worlds that agree in all that is published, and in which it differs by the threshold or more: some count moves
 * from one team to others along with the sums that it is in, so that every total stays. No attacker, however able, can
 * tell these worlds apart; so none can say what it is more narrowly than that.
 */
export function suppress(
  counts: readonly Count[],
  threshold: number,
  before: readonly Suppression[] = [],
): Suppression {
  const field = fieldOf(counts)
  const state: State = { field, threshold, hidden: new Map(), groups: new Map() }
  const primary = counts.filter((count) => isPrimary(count, state))
  for (const { teamId, period } of primary) protect(state, teamId, period)
  keepHidden(state, counts, before)
  const hiddenOf = (teamId: string, period: Period) => state.hidden.get(teamId)?.get(period)
  const all = [...state.hidden.values()].reduce((sum, periods) => sum + periods.size, 0)
  return {
    isHidden: (teamId, period) => hiddenOf(teamId, period) !== undefined,
    room: (teamId, period) => hiddenOf(teamId, period) ?? 0,
    small: primary.length,
    beside: all - primary.length,
  }
}

interface Bounds {
  floor: number
  cap: number
}

interface Field {
  trees: Map<string, SeriesTree>
  bounds: Map<string, Map<Period, Bounds>>
  /** By team, what it withheld itself: no total holds it. */
  withheld: Map<string, Set<Period>>
}

/** Teams whose figures of the same periods are hidden together: what one has more, others have less. */
interface Group {
  chain: readonly Period[]
  members: Set<string>
  /** Whether the totals of these periods are hidden too; then each can move alone. */
  open: boolean
}

interface State {
  field: Field
  threshold: number
  /** By team and period, how far up it could lie. */
  hidden: Map<string, Map<Period, number>>
  groups: Map<string, Group>
}

function fieldOf(counts: readonly Count[]): Field {
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

/** What was hidden stays hidden, and so do the totals that would give it back. */
function keepHidden(state: State, counts: readonly Count[], before: readonly Suppression[]): void {
  for (const { teamId, period } of counts.filter((count) => count.before === 'hidden')) hide(state, teamId, period, 0)
  for (const period of new Set(counts.map((count) => count.period)))
    if (before.some((earlier) => earlier.isHidden(everyone, period))) hide(state, everyone, period, 0)
}

/** What a team withheld is protected like what is small, where other figures would give it back. */
const isPrimary = (count: Count, { field, threshold }: State): boolean =>
  count.before === undefined &&
  (count.value === undefined ? field.trees.get(count.teamId)!.values.has(count.period) : isSmall(count, threshold))

function protect(state: State, teamId: string, period: Period): void {
  const chain = chainFor(state, teamId, period)
  const key = chain.join(' ')
  const group = state.groups.get(key) ?? { chain, members: new Set<string>(), open: false }
  state.groups.set(key, group)
  group.members.add(teamId)
  if (isWithheld(state, teamId, chain)) group.open = true
  while (!isSafe(state, group) && !group.open) {
    const next = partnerFor(state, group)
    if (next === undefined) group.open = true
    else group.members.add(next)
  }
  for (const member of group.members) {
    const { up, down } = reachOf(state, group, member)
    if (up + down < state.threshold) withhold(state, member, chain)
    else for (const one of chain) hide(state, member, one, up)
  }
  const isInTotal = (one: Period) => [...group.members].some((member) => !isWithheld(state, member, [one]))
  if (group.open) for (const one of chain.filter(isInTotal)) hide(state, everyone, one, 0)
}

/** Along the parts that can lie farthest apart, of these the largest. */
function chainFor({ field }: State, teamId: string, period: Period): Period[] {
  const tree = field.trees.get(teamId)!
  const bounds = field.bounds.get(teamId)!
  const widthOf = (one: Period): number => {
    const { floor, cap } = bounds.get(one)!
    return Math.min(cap - floor, 1e9) + Math.min(tree.values.get(one)!, 1e8)
  }
  return chainOf(tree, period, widthOf)
}

function hide({ hidden }: State, teamId: string, period: Period, room: number): void {
  const periods = hidden.get(teamId) ?? new Map<Period, number>()
  hidden.set(teamId, periods)
  periods.set(period, Math.max(room, periods.get(period) ?? 0))
}

const isSafe = (state: State, group: Group): boolean =>
  [...group.members].every((member) => {
    const { up, down } = reachOf(state, group, member)
    return up + down >= state.threshold
  })

/** How far up and down a member's count can lie while the others make up for it. */
function reachOf(state: State, { members, open, chain }: Group, teamId: string): { up: number; down: number } {
  const own = slackOf(state, teamId, chain)
  if (open) return own
  const others = { up: 0, down: 0 }
  for (const member of members) {
    if (member === teamId) continue
    const { up, down } = slackOf(state, member, chain)
    others.up += up
    others.down += down
  }
  return { up: Math.min(own.up, others.down), down: Math.min(own.down, others.up) }
}

/** How far a team's figures of all these periods can move together and stay within what is known of each. */
function slackOf({ field }: State, teamId: string, chain: readonly Period[]): { up: number; down: number } {
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

/** The team whose hiding costs least: fewest figures more, and the smallest that do; where none does alone, the largest. */
function partnerFor(state: State, group: Group): string | undefined {
  const candidates = [...state.field.trees.keys()]
    .filter((id) => !group.members.has(id) && movesTogether(state.field.trees.get(id)!, group.chain))
    .filter((id) => !isWithheld(state, id, group.chain))
    .map((id) => ({ id, cost: costOf(state, id, group.chain), size: slackOf(state, id, group.chain).down }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.cost - b.cost || a.size - b.size || (a.id < b.id ? -1 : 1))
  const enough = candidates.find(({ id }) => isSafe(state, { ...group, members: new Set([...group.members, id]) }))
  return (enough ?? candidates.sort((a, b) => b.size - a.size)[0])?.id
}

const isWithheld = ({ field }: State, teamId: string, chain: readonly Period[]): boolean =>
  chain.some((period) => field.withheld.get(teamId)!.has(period))

const costOf = ({ hidden }: State, teamId: string, chain: readonly Period[]): number =>
  chain.filter((period) => hidden.get(teamId)?.get(period) === undefined).length

/** Where what is known of the parts leaves too little room, the whole tree is hidden, and its totals with it. */
function withhold(state: State, teamId: string, chain: readonly Period[]): void {
  const { children } = state.field.trees.get(teamId)!
  const all = new Set([chain[0]!])
  for (const period of all) for (const part of children.get(period) ?? []) all.add(part)
  for (const period of all) {
    const { cap } = state.field.bounds.get(teamId)!.get(period)!
    // What cannot be anything but zero, and what an earlier forum told of, is not worth hiding.
    if (cap <= 0) continue
    hide(state, teamId, period, cap)
    if (!isWithheld(state, teamId, [period])) hide(state, everyone, period, 0)
  }
}
