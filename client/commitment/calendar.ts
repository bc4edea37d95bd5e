import { commitmentState, standingFinding } from '../../shared/commitment.ts'
import { addMonths, type Day, dayOf, daysBetween } from '../../shared/dates.ts'
import type { Commitment, Programme } from './programmes.ts'

/** A stretch of time as a line from 0 to 100 per cent. */
export interface Calendar {
  from: Day
  until: Day
  /** Where a day stands on the line; days outside stand at its ends. */
  place: (day: Day) => number
}

/** From the first start to the last due day of a programme, and at least its whole period. */
export function calendarOf(programme: Pick<Programme, 'periodFrom' | 'periodUntil' | 'commitments'>): Calendar {
  const from = [programme.periodFrom, ...programme.commitments.map((one) => one.startOn)].sort()[0] as Day
  const until = [programme.periodUntil, ...programme.commitments.map((one) => one.dueOn)].sort().at(-1) as Day
  const length = Math.max(1, daysBetween(from, until))
  return { from, until, place: (day) => Math.min(100, Math.max(0, (daysBetween(from, day) / length) * 100)) }
}

/** The first days of months, of quarters or of years, as many as can be read. */
export function ticksOf({ from, until }: Calendar): Day[] {
  const months = daysBetween(from, until) / 30
  const step = months <= 18 ? 1 : months <= 54 ? 3 : 12
  const ticks: Day[] = []
  for (let day = firstOf(from, step); day <= until; day = addMonths(day, step)) if (day >= from) ticks.push(day)
  return ticks
}

function firstOf(day: Day, step: number): Day {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const first = step === 1 ? month : step === 3 ? month - ((month - 1) % 3) : 1
  return `${String(year).padStart(4, '0')}-${String(first).padStart(2, '0')}-01`
}

/** A day that comes every year, `MM-DD`, in each year of the calendar. */
export function yearly({ from, until }: Calendar, monthDay: string | undefined): Day[] {
  if (monthDay === undefined) return []
  const years = Array.from({ length: Number(until.slice(0, 4)) - Number(from.slice(0, 4)) + 1 }, (_, i) => i)
  return years
    .map((year) => `${Number(from.slice(0, 4)) + year}-${monthDay}`)
    .filter((day) => day >= from && day <= until)
}

/** How long a commitment was late: from its due day until it was found carried out, or until the day that is asked for. */
export function lateness(commitment: Commitment, day: Day): { from: Day; until: Day } | undefined {
  const state = commitmentState(commitment, day)
  if (state === 'overdue') return { from: commitment.dueOn, until: day }
  const found = state === 'carried_out' ? standingFinding(commitment.findings, day) : undefined
  const on = found && dayOf(found.publishedAt)
  return on && on > commitment.dueOn ? { from: commitment.dueOn, until: on } : undefined
}

/** A commitment that is overdue without a word from whoever answers for it. */
export const reportMissing = (commitment: Commitment, day: Day): boolean =>
  commitmentState(commitment, day) === 'overdue' && !commitment.reports.some((report) => report.answers)
