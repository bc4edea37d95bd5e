import type { Grain } from './record.ts'
import { remembered } from './remembered.ts'

/**
 * The time that a record speaks of, in one written form: `2019`, `2019-H2`, `2019-Q3`, `2019-04`. Its text sorts by its
 * year; `comparePeriods` sorts by time.
 */
export type Period = string

const forms: readonly { form: RegExp; write: (parts: RegExpExecArray) => Period }[] = [
  { form: /^(\d{4})(?:\.0+)?$/, write: ([, year]) => year! },
  { form: /^(\d{4})[-\s_/]?[HS]([12])$/i, write: ([, year, half]) => `${year}-H${half}` },
  { form: /^[HS]([12])[-\s_/]?(\d{4})$/i, write: ([, half, year]) => `${year}-H${half}` },
  { form: /^(\d{4})[-\s_/]?[QT]([1-4])$/i, write: ([, year, quarter]) => `${year}-Q${quarter}` },
  { form: /^[QT]([1-4])[-\s_/]?(\d{4})$/i, write: ([, quarter, year]) => `${year}-Q${quarter}` },
  { form: /^(\d{4})[-M/](0[1-9]|1[0-2])$/i, write: ([, year, month]) => `${year}-${month}` },
  { form: /^(0[1-9]|1[0-2])[-/](\d{4})$/, write: ([, month, year]) => `${year}-${month}` },
]

/** The period that a cell writes, in our form; undefined where it is none, or could be two. */
export const readPeriod = remembered(find)

function find(cell: string): Period | undefined {
  const text = cell.trim()
  for (const { form, write } of forms) {
    const parts = form.exec(text)
    if (!parts) continue
    const period = write(parts)
    const year = yearOf(period)
    return year >= 1900 && year <= 2199 ? period : undefined
  }
  return undefined
}

/** A day as spreadsheet programs and machines write it; `03/04/2019` could be two days, and is none. */
export const isDate = (cell: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])([T ]\d\d:\d\d.*)?$/.test(cell.trim())

/** The period in which a day lies. */
export function periodOfDate(cell: string, grain: Grain): Period | undefined {
  if (!isDate(cell)) return undefined
  const [year, month] = cell.trim().split('-', 2).map(Number) as [number, number]
  const first = year * 12 + month - 1
  return find(periodFrom(first - (first % months[grain]), grain))
}

/** The one period that a column's name tells, with what else it says: `Inspections 2019`, `2019 [YR2019]`, `2020‡`. */
export function periodInName(name: string): { period: Period; rest: string } | undefined {
  const bare = name.replace(/\[[^\]]*\]|[*†‡§¶¹²³]/gu, ' ')
  const whole = readPeriod(bare)
  if (whole) return { period: whole, rest: '' }
  const found = [
    ...bare.matchAll(
      /(?<![\p{L}\d.,-])(?:19|20)\d\d(?:[-\s_/]?(?:[HSQT][1-4])|-(?:0[1-9]|1[0-2]))?(?![\p{L}\d.,]|-\d)/giu,
    ),
  ]
  const period = found.length === 1 ? readPeriod(found[0]![0]) : undefined
  return period === undefined
    ? undefined
    : {
        period,
        rest: bare
          .replace(found[0]![0], ' ')
          .replace(/^[\s–—:,_()-]+|[\s–—:,_()-]+$/g, '')
          .trim(),
      }
}

export const isPeriod = (text: string): boolean => readPeriod(text) === text

export const yearOf = (period: Period): number => Number(period.slice(0, 4))

export function grainOf(period: Period): Grain {
  const mark = period[5]
  return mark === undefined ? 'year' : mark === 'H' ? 'half_year' : mark === 'Q' ? 'quarter' : 'month'
}

/** How many months a period of a grain lasts. */
export const months: Record<Grain, number> = { year: 12, half_year: 6, quarter: 3, month: 1 }

/** The first month of a period, counted from the year 0. */
export function firstMonth(period: Period): number {
  const grain = grainOf(period)
  const part = grain === 'year' ? 1 : Number(period.slice(grain === 'month' ? 5 : 6))
  return yearOf(period) * 12 + (part - 1) * months[grain]
}

/** Earlier first; of two that begin together, the longer. */
export const comparePeriods = (a: Period, b: Period): number =>
  firstMonth(a) - firstMonth(b) || months[grainOf(b)] - months[grainOf(a)]

/** The period of the same length just before. */
export const periodBefore = (period: Period): Period =>
  periodFrom(firstMonth(period) - months[grainOf(period)], grainOf(period))

/** The periods of the next shorter length that make up a period; a month has none. */
export function partsOf(period: Period): Period[] {
  const grain = shorter[grainOf(period)]
  if (!grain) return []
  const count = months[grainOf(period)] / months[grain]
  return Array.from({ length: count }, (_, i) => periodFrom(firstMonth(period) + i * months[grain], grain))
}

const shorter: Record<Grain, Grain | undefined> = {
  year: 'half_year',
  half_year: 'quarter',
  quarter: 'month',
  month: undefined,
}

/** Whether one period lies inside another. */
export function within(inner: Period, outer: Period): boolean {
  const start = firstMonth(inner) - firstMonth(outer)
  return start >= 0 && start + months[grainOf(inner)] <= months[grainOf(outer)]
}

function periodFrom(month: number, grain: Grain): Period {
  const year = String(Math.floor(month / 12)).padStart(4, '0')
  const part = (month % 12) / months[grain] + 1
  if (grain === 'year') return year
  if (grain === 'month') return `${year}-${String(part).padStart(2, '0')}`
  return `${year}-${grain === 'quarter' ? 'Q' : 'H'}${part}`
}
