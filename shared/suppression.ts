import { type Count, fieldOf } from './count-field.ts'
import type { Period } from './period.ts'
import { everyone, hide, protect, type State } from './protecting.ts'

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
