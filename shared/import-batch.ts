import * as z from 'zod/mini'
import { mapping, tableForm } from './mapping.ts'
import { importedRow } from './record.ts'

export const batchStates = ['open', 'finished', 'undone'] as const
/** Rows arrive while it is open and count once it is finished; undone, everything is as it was before. */
export type BatchState = (typeof batchStates)[number]

/** The most records that one disclosure takes from one file, and the most lines that a file may have. */
export const mostRecords = 1_000_000
export const mostLines = 5_000_000
/** Rows sent at once. */
export const chunkRows = 1000

export const newBatch = z.strictObject({
  filename: z.string().check(z.maxLength(1000)),
  size: z.int().check(z.minimum(0)),
  form: tableForm,
  header: z.array(z.string().check(z.maxLength(500))).check(z.minLength(1), z.maxLength(1000)),
  mapping,
})
export type NewBatch = z.infer<typeof newBatch>

/** Chunks are numbered from 0, so that one that is sent twice counts once. */
export const batchRows = z.strictObject({
  chunk: z.int().check(z.minimum(0)),
  rows: z.array(importedRow).check(z.minLength(1), z.maxLength(chunkRows)),
})

/** What the reader of the file counted, told when all rows have been sent. */
export const batchCounts = z.strictObject({
  rowsTotal: z.int().check(z.minimum(0)),
  rowsRefused: z.int().check(z.minimum(0)),
})
