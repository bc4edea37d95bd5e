import * as z from 'zod/mini'
import { isPeriod } from './period.ts'
import { type ImportedRow, missings } from './record.ts'

/** The most rows that one chunk holds. */
export const chunkRows = 4000

const number = z.number().check(z.minimum(-1e15), z.maximum(1e15))
const place = z.int().check(z.minimum(0), z.maximum(chunkRows - 1))
const many = <Item extends z.ZodMiniType>(item: Item) => z.array(item).check(z.minLength(1), z.maxLength(chunkRows))
const text = (most: number) => z.string().check(z.maxLength(most))

const columns = {
  /** What rows say again and again is said once; the rows name its place. */
  indicators: many(z.string().check(z.minLength(1), z.maxLength(64))),
  periods: many(z.string().check(z.refine(isPeriod))),
  notes: many(text(2000)),
  indicator: many(place),
  period: many(place),
  note: many(place),
  value: many(z.nullable(number)),
  missing: many(z.nullable(z.enum(missings))),
  unit: many(z.nullable(z.string().check(z.minLength(1), z.maxLength(80)))),
  raw: many(text(500)),
  line: many(z.int().check(z.minimum(1))),
}

/**
 * Rows on their way to the server, column by column: a third of the bytes, and a tenth of the objects, that the same rows
 * would be one by one. What a row is, `ImportedRow` says.
 */
export const rowColumns = z.strictObject(columns).check(
  z.refine(({ indicators, periods, notes, ...rows }) => {
    const { length } = rows.line
    const even = Object.values(rows).every((column) => column.length === length)
    const named = [
      [rows.indicator, indicators],
      [rows.period, periods],
      [rows.note, notes],
    ] as const
    const known = named.every(([places, words]) => places.every((at) => at < words.length))
    return even && known && rows.value.every((value, i) => (value === null) !== (rows.missing[i] === null))
  }),
)
export type RowColumns = z.infer<typeof rowColumns>

export function toColumns(rows: readonly ImportedRow[]): RowColumns {
  const [indicators, periods, notes] = [placesOf<string>(), placesOf<string>(), placesOf<string>()]
  return {
    indicator: rows.map((row) => indicators.place(row.indicatorId)),
    period: rows.map((row) => periods.place(row.period)),
    note: rows.map((row) => notes.place(row.note)),
    value: rows.map((row) => row.value ?? null),
    missing: rows.map((row) => row.missing ?? null),
    unit: rows.map((row) => row.unit ?? null),
    raw: rows.map((row) => row.raw),
    line: rows.map((row) => row.line),
    indicators: indicators.words(),
    periods: periods.words(),
    notes: notes.words(),
  }
}

function placesOf<Word>() {
  const places = new Map<Word, number>()
  return {
    place(word: Word): number {
      const found = places.get(word) ?? places.size
      places.set(word, found)
      return found
    },
    words: (): Word[] => [...places.keys()],
  }
}

/** One row of the columns again. */
export const rowAt = (columns: RowColumns, at: number): ImportedRow => ({
  indicatorId: columns.indicators[columns.indicator[at]!]!,
  period: columns.periods[columns.period[at]!]!,
  value: columns.value[at] ?? undefined,
  missing: columns.missing[at] ?? undefined,
  unit: columns.unit[at] ?? undefined,
  note: columns.notes[columns.note[at]!]!,
  raw: columns.raw[at]!,
  line: columns.line[at]!,
})

/** The places of the rows by indicator and then by period: in this order an index takes them in with the least work. */
export function inPlaceOrder({ indicator, period }: RowColumns): number[] {
  return indicator.map((_, at) => at).sort((a, b) => indicator[a]! - indicator[b]! || period[a]! - period[b]! || a - b)
}
