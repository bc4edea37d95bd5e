import { type Decimal, provenDecimal, readFigure } from './figure.ts'
import { isDate, readPeriod } from './period.ts'

/** What a column of a file holds, as far as the file itself tells. */
export interface Column {
  index: number
  name: string
  filled: number
  /** Its different cells with how often each stands there, the most frequent first; none when there are too many. */
  words: { text: string; count: number }[]
  /** More different cells than are worth listing. */
  many: boolean
  /** Of the cells that were looked at closely: how many, how many are figures, periods, days. */
  sampled: number
  figures: number
  periods: number
  /** Days, each of which could stand for a year, a month… */
  dates: number
  /** The decimal mark that its cells prove; undefined when they prove none, or both. */
  decimal?: Decimal | undefined
}

/** Different cells that are kept for a column, and rows that are looked at closely. */
export const mostWords = 400
const sampleRows = 20_000

/** Sees the rows of a file go by and says what its columns hold. */
export function columnWatch(header: readonly string[]) {
  const seen = header.map(() => ({
    filled: 0,
    words: new Map<string, number>(),
    many: false,
    sampled: 0,
    figures: 0,
    periods: 0,
    dates: 0,
    proven: { '.': 0, ',': 0 },
  }))
  let rows = 0
  return {
    see(cells: readonly string[]) {
      rows++
      for (let i = 0; i < seen.length; i++) {
        const cell = cells[i]?.trim()
        const column = seen[i]!
        if (!cell) continue
        column.filled++
        if (!column.many) count(column, cell)
        if (rows <= sampleRows) sample(column, cell)
      }
    },
    columns: (): Column[] =>
      seen.map(({ words, proven, ...column }, index) => ({
        ...column,
        index,
        name: header[index]!,
        words: [...words].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count),
        decimal: proven['.'] > 0 === proven[','] > 0 ? undefined : proven['.'] > 0 ? '.' : ',',
      })),
  }
}

function count(column: { words: Map<string, number>; many: boolean }, cell: string): void {
  column.words.set(cell, (column.words.get(cell) ?? 0) + 1)
  if (column.words.size <= mostWords && cell.length <= 200) return
  column.many = true
  column.words.clear()
}

function sample(
  column: { sampled: number; figures: number; periods: number; dates: number; proven: Record<Decimal, number> },
  cell: string,
): void {
  column.sampled++
  const decimal = provenDecimal(cell)
  if (decimal) column.proven[decimal]++
  const figure = readFigure(cell, { percent: true, decimal })
  if (!('fault' in figure) || figure.fault === 'ambiguous_mark') column.figures++
  if (readPeriod(cell)) column.periods++
  else if (isDate(cell)) column.dates++
}
