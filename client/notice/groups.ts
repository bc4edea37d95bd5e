import { addDays, type Day } from '../../shared/dates.ts'

export const groups = ['late', 'week', 'later', 'undated'] as const
export type Group = (typeof groups)[number]

/** How soon a duty is due: late, within seven days, later, or on no day. */
export function groupOf(duty: { dueOn?: Day | undefined }, today: Day): Group {
  if (duty.dueOn === undefined) return 'undated'
  if (duty.dueOn < today) return 'late'
  return duty.dueOn <= addDays(today, 7) ? 'week' : 'later'
}
