import * as z from 'zod/mini'
import { delimiters } from './csv.ts'
import { encodings } from './encoding.ts'
import { isPeriod } from './period.ts'
import { missings } from './record.ts'

/** How a file becomes a table: what the reader found, or the person said instead. */
export const tableForm = z.strictObject({
  encoding: z.enum(encodings),
  delimiter: z.enum(delimiters),
  /** The line that names the columns; whatever stands above it is left. */
  headerLine: z.int().check(z.minimum(1), z.maximum(100)),
})
export type TableForm = z.infer<typeof tableForm>

const column = z.int().check(z.minimum(0), z.maximum(999))
const id = z.string().check(z.minLength(1), z.maxLength(64))
const cell = z.string().check(z.maxLength(500))

/** Which columns hold what, and what their words mean. Columns are counted from 0. */
export const mapping = z.strictObject({
  /** Rows of other teams are left: a team discloses its own records and no one else's. */
  team: z.optional(z.strictObject({ column, names: z.array(cell).check(z.minLength(1), z.maxLength(20)) })),
  /** Only rows in which each of these columns says this. */
  only: z.array(z.strictObject({ column, is: cell })).check(z.maxLength(10)),
  period: z.union([z.strictObject({ column }), z.strictObject({ fixed: z.string().check(z.refine(isPeriod)) })]),
  figures: z.union([
    z.strictObject({ value: column, indicatorId: id }),
    /** The words of a column name the indicator; a word that stands for '' is left out on purpose. */
    z.strictObject({ value: column, column, codes: z.record(cell, z.string().check(z.maxLength(64))) }),
    /** Several columns, each the figures of one indicator. */
    z.strictObject({
      wide: z.array(z.strictObject({ column, indicatorId: id })).check(z.minLength(1), z.maxLength(200)),
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
})
export type Mapping = z.infer<typeof mapping>

/** The form in which a word of a file is looked up: case, outer space and footnote marks do not count. */
export const wordKey = (text: string): string =>
  text
    .replace(/[\s*†‡§¶¹²³]+$/u, '')
    .trim()
    .toLowerCase()

/** Two files have the same columns: what was said of the one may be said again of the other. */
export const sameHeader = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => wordKey(name) === wordKey(b[i]!))
