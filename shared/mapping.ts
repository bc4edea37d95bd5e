import * as z from 'zod/mini'
import { delimiters } from './csv.ts'
import { encodings } from './encoding.ts'
import { isPeriod } from './period.ts'
import { grains, missings } from './record.ts'

const header = {
  /** The line that names the columns; whatever stands above it is left. */
  headerLine: z.int().check(z.minimum(1), z.maximum(100)),
  /** How many lines name them together, the upper ones for several columns at once; absent: one. */
  headerLines: z.optional(z.int().check(z.minimum(1), z.maximum(5))),
}

/** How a file becomes a table: what the reader found, or the person said instead. */
export const tableForm = z.union([
  z.strictObject({ encoding: z.enum(encodings), delimiter: z.enum(delimiters), ...header }),
  /** A workbook has its letters and cells in order: only which of its sheets is to be said. */
  z.strictObject({ sheet: z.string().check(z.minLength(1), z.maxLength(100)), ...header }),
])
export type TableForm = z.infer<typeof tableForm>
export type TextForm = Extract<TableForm, { encoding: unknown }>
export type SheetForm = Extract<TableForm, { sheet: unknown }>

export const sheetOf = (form: TableForm): string | undefined => ('sheet' in form ? form.sheet : undefined)

const column = z.int().check(z.minimum(0), z.maximum(999))
const id = z.string().check(z.minLength(1), z.maxLength(64))
const cell = z.string().check(z.maxLength(500))

const codes = z.record(cell, z.string().check(z.maxLength(64)))
const aPeriod = z.string().check(z.refine(isPeriod))

/** What a row of a territory column speaks of: all that the team answers for, a part of it, or neither. */
export const territoryMeanings = ['whole', 'part', 'left_out'] as const
export type TerritoryMeaning = (typeof territoryMeanings)[number]

const said = {
  /** Rows of other teams are left: a team discloses its own records and no one else's. */
  team: z.optional(z.strictObject({ column, names: z.array(cell).check(z.minLength(1), z.maxLength(20)) })),
  /** A territory that is told in parts: the figures of a part are marked as such. */
  territory: z.optional(z.strictObject({ column, words: z.record(cell, z.enum(territoryMeanings)) })),
  /** Only rows in which each of these columns says this. */
  only: z.array(z.strictObject({ column, is: cell })).check(z.maxLength(10)),
  /** Absent where the names of the columns say it. A date stands for the year, quarter… in which it lies, if that is said. */
  period: z.optional(
    z.union([z.strictObject({ column, dates: z.optional(z.enum(grains)) }), z.strictObject({ fixed: aPeriod })]),
  ),
  figures: z.union([
    z.strictObject({ value: column, indicatorId: id }),
    /** The words of a column name the indicator; a word that stands for '' is left out on purpose. */
    z.strictObject({ value: column, column, codes }),
    /** Several columns of figures. Each is of one indicator, or of the one that the row names, and may be of one period. */
    z.strictObject({
      wide: z
        .array(z.strictObject({ column, indicatorId: z.optional(id), period: z.optional(aPeriod) }))
        .check(z.minLength(1), z.maxLength(200)),
      column: z.optional(column),
      codes: z.optional(codes),
    }),
  ]),
  /** A column that says why there is no figure; `figure` where its word leaves the figure standing, as a note. */
  status: z.optional(z.strictObject({ column, words: z.record(cell, z.enum([...missings, 'figure'])) })),
  /** What words in place of a figure stand for. */
  words: z.record(cell, z.union([z.number(), z.enum(missings)])),
  /** What an empty cell means; absent, it is an error: a silence is never a zero. */
  blank: z.optional(z.enum(missings)),
  decimal: z.optional(z.enum(['.', ','])),
  notes: z.array(column).check(z.maxLength(20)),
}

/** Which columns hold what, and what their words mean. Columns are counted from 0. */
export const mapping = z.strictObject(said).check(z.refine(({ period, figures }) => isWhole(period, figures)))
export type Mapping = z.infer<typeof mapping>

/** Every figure has an indicator and a period. */
function isWhole(period: Mapping['period'], figures: Mapping['figures']): boolean {
  if (!('wide' in figures)) return period !== undefined
  const named = figures.column !== undefined && figures.codes !== undefined
  return figures.wide.every((one) => (named || one.indicatorId) && (period || one.period))
}

/** The form in which a word of a file is looked up: case, outer space and footnote marks do not count. */
export const wordKey = (text: string): string =>
  text
    .replace(/[\s*†‡§¶¹²³]+$/u, '')
    .trim()
    .toLowerCase()

/** Two files have the same columns: what was said of the one may be said again of the other. */
export const sameHeader = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => wordKey(name) === wordKey(b[i]!))
