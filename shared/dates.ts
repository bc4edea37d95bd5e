/** A calendar day, `YYYY-MM-DD`, without a zone: charters count days, not hours. */
export type Day = string
/** An instant, ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export type Instant = string

const dayMs = 86_400_000

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().slice(0, 10) === text

/** The calendar day of an instant in UTC. Charters of this version count their days in UTC. */
export const dayOf = (instant: Instant): Day => instant.slice(0, 10)

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)

/** Adds calendar months; the day of the month is clipped to the length of the month that is reached. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)))
    .toISOString()
    .slice(0, 10)
}

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** The last instant of a day: what is due on a day is late only when the day is over. */
export const endOfDay = (day: Day): Instant => `${day}T23:59:59.999Z`

export const late = (due: Day, today: Day): boolean => due < today
