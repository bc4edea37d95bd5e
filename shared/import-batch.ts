import * as z from 'zod/mini'
import { mapping, tableForm } from './mapping.ts'
import type { ImportedRow } from './record.ts'
import { chunkRows, rowColumns } from './row-columns.ts'

export const batchStates = ['open', 'finished', 'dropping', 'undoing', 'undone'] as const
/** Rows arrive while it is open and count once it is finished; undone, everything is as it was before. Long ones take a while. */
export type BatchState = (typeof batchStates)[number]

/** The most records that one disclosure takes from one file, and the most lines that a file may have. */
export const mostRecords = 1_000_000
export const mostLines = 5_000_000
/** Rows sent at once (`chunkRows`), and letters of their cells and notes: what is full first ends the chunk. */
export const chunkLetters = 800_000

/** How many of the waiting rows make the next chunk; undefined while there are too few. The same rows make the same chunks. */
export function chunkEnd(rows: readonly Pick<ImportedRow, 'raw' | 'note'>[]): number | undefined {
  let letters = 0
  for (const [i, { raw, note }] of rows.entries()) {
    letters += raw.length + note.length
    if (i + 1 === chunkRows || letters > chunkLetters) return i + 1
  }
  return undefined
}

export const newBatch = z.strictObject({
  filename: z.string().check(z.maxLength(1000)),
  size: z.int().check(z.minimum(0)),
  /** SHA-256 of its bytes: who carries on, carries on with the same file. */
  fileHash: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
  /** Why its figures take the place of those that stand. */
  why: z._default(z.string().check(z.trim(), z.maxLength(1000)), ''),
  form: tableForm,
  header: z.array(z.string().check(z.maxLength(500))).check(z.minLength(1), z.maxLength(1000)),
  mapping,
})
export type NewBatch = z.infer<typeof newBatch>

/** Chunks are numbered from 0, so that one that is sent twice counts once. */
export const batchRows = z.strictObject({
  chunk: z.int().check(z.minimum(0)),
  rows: rowColumns,
})

/** What the reader of the file counted, told when all rows have been sent. */
export const batchCounts = z.strictObject({
  rowsTotal: z.int().check(z.minimum(0)),
  rowsRefused: z.int().check(z.minimum(0)),
})
