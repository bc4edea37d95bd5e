import { chainFor, type Field, isWithheld, slackOf } from './count-field.ts'
import type { Period } from './period.ts'
import { movesTogether } from './series-tree.ts'

/** The team of the totals over all teams. */
export const everyone = ''

/** Teams whose figures of the same periods are hidden together: what one has more, others have less. */
interface Group {
  chain: readonly Period[]
  members: Set<string>
  /** Whether the totals of these periods are hidden too; then each can move alone. */
  open: boolean
}

export interface State {
  field: Field
  threshold: number
  /** By team and period, how far up it could lie. */
  hidden: Map<string, Map<Period, number>>
  groups: Map<string, Group>
}

/** Hides a count, and others with it until none of them can be worked out. */
export function protect(state: State, teamId: string, period: Period): void {
  const chain = chainFor(state.field, teamId, period)
  const key = chain.join(' ')
  const group = state.groups.get(key) ?? { chain, members: new Set<string>(), open: false }
  state.groups.set(key, group)
  group.members.add(teamId)
  if (isWithheld(state.field, teamId, chain)) group.open = true
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
  const isInTotal = (one: Period) => [...group.members].some((member) => !isWithheld(state.field, member, [one]))
  if (group.open) for (const one of chain.filter(isInTotal)) hide(state, everyone, one, 0)
}

export function hide({ hidden }: State, teamId: string, period: Period, room: number): void {
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
  const own = slackOf(state.field, teamId, chain)
  if (open) return own
  const others = { up: 0, down: 0 }
  for (const member of members) {
    if (member === teamId) continue
    const { up, down } = slackOf(state.field, member, chain)
    others.up += up
    others.down += down
  }
  return { up: Math.min(own.up, others.down), down: Math.min(own.down, others.up) }
}

/** The team whose hiding costs least: fewest figures more, and the smallest that do; where none does alone, the largest. */
function partnerFor(state: State, group: Group): string | undefined {
  const candidates = [...state.field.trees.keys()]
    .filter((id) => !group.members.has(id) && movesTogether(state.field.trees.get(id)!, group.chain))
    .filter((id) => !isWithheld(state.field, id, group.chain))
    .map((id) => ({ id, cost: costOf(state, id, group.chain), size: slackOf(state.field, id, group.chain).down }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => a.cost - b.cost || a.size - b.size || (a.id < b.id ? -1 : 1))
  const enough = candidates.find(({ id }) => isSafe(state, { ...group, members: new Set([...group.members, id]) }))
  return (enough ?? candidates.sort((a, b) => b.size - a.size)[0])?.id
}

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
    if (!isWithheld(state.field, teamId, [period])) hide(state, everyone, period, 0)
  }
}
