import { type Day, dayOf, daysBetween } from '../../shared/dates.ts'
import type { Stage } from '../../shared/forum.ts'
import { opensOn } from '../../shared/forum.ts'
import type { Forum } from '../forum/fora.ts'

/** A forum in the course of years: when it began, and when it closed or is to. */
export interface Sitting {
  label: string
  from: Day
  until: Day
  stage: Stage
}

export const sittingOf = (forum: Forum): Sitting => ({
  label: forum.label,
  from: opensOn(forum.stages, 'notice') ?? dayOf(forum.convenedAt),
  until: forum.closedAt ? dayOf(forum.closedAt) : (opensOn(forum.stages, 'closed') ?? dayOf(forum.stageSince)),
  stage: forum.stage,
})

/** How far a forum is on a day: closed, under way, or still to open. */
export const progressOf = (sitting: Sitting, day: Day): 'closed' | 'open' | 'ahead' =>
  sitting.stage === 'closed' ? 'closed' : sitting.from > day ? 'ahead' : 'open'

/** Whole years that hold every day, and where in them a day lies, in per cent. */
export function spanOf(days: readonly Day[]): { from: number; to: number; years: number[]; at: (day: Day) => number } {
  const all = days.map((day) => Number(day.slice(0, 4)))
  const [from, to] = [Math.min(...all), Math.max(...all)]
  const first: Day = `${from}-01-01`
  const length = daysBetween(first, `${to + 1}-01-01`)
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  return { from, to, years, at: (day) => (daysBetween(first, day) / length) * 100 }
}

/** The next day of the year on which something is due, such as `12-01`; today counts. */
export function nextMonthDay(monthDay: string, day: Day): Day {
  const year = Number(day.slice(0, 4))
  const thisYear = `${year}-${monthDay}`
  return thisYear >= day ? thisYear : `${year + 1}-${monthDay}`
}
