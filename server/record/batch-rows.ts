import type { Instant } from '../../shared/dates.ts'
import type { BatchState } from '../../shared/import-batch.ts'
import { type Mapping, sheetOf, type TableForm } from '../../shared/mapping.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { type Sealing, sealingOf } from './sealing.ts'
import type { ImportBatchRow } from './table.ts'

/** One import of one file into a draft. Its rows count when it is finished; undone, all is as it was before. */
export interface ImportBatch {
  id: string
  disclosureId: string
  filename: string
  fileSize: number
  /** SHA-256 of the file's bytes, so that the same file is known again; absent for imports from before it was kept. */
  fileHash?: string | undefined
  form: TableForm
  header: string[]
  mapping: Mapping
  /** Why its figures replace those that stood before. */
  why: string
  /** The number of the next chunk: an import that stopped carries on from here. */
  chunks: number
  rowsTotal: number
  rowsAccepted: number
  rowsRefused: number
  rowsReplaced: number
  state: BatchState
  createdAt: Instant
  finishedAt?: Instant | undefined
  undoneAt?: Instant | undefined
}

/** What tells of the file itself: sealed as long as the disclosure is. */
export type About = Pick<ImportBatch, 'filename' | 'fileHash' | 'form' | 'header' | 'mapping' | 'why'>

const unsaid = { filename: '', file_hash: null, sheet: null, why: '', form: '{}', header: '[]', mapping: '{}' }

/** What tells of a file as it goes into the table of a disclosure that is not open. */
export async function sealedAbout(db: Reader, disclosureId: string, batchId: string, about: About) {
  const sealing = await sealingOf(db, disclosureId)
  return { ...unsaid, sealed: sealing.sealText(`batch ${batchId}`, JSON.stringify(about)) }
}

/** Imports with what tells of their files. Asks no permission: for who knows that the reader may read them. */
export async function openBatches(db: Reader, rows: readonly ImportBatchRow[]): Promise<ImportBatch[]> {
  const sealings = new Map<string, Sealing>()
  const batches: ImportBatch[] = []
  for (const row of rows) {
    const { disclosure_id: at, sealed } = row
    if (sealed && !sealings.has(at)) sealings.set(at, await sealingOf(db, at))
    const about = sealed ? JSON.parse(sealings.get(at)!.openText(`batch ${row.id}`, sealed)) : aboutOf(row)
    batches.push(batchOf(row, about as About))
  }
  return batches
}

/** Lays open what tells of a disclosure's files, when the disclosure itself opens. */
export async function unsealBatches(trx: Trx, disclosureId: string): Promise<void> {
  const sealed = await trx
    .selectFrom('import_batch')
    .selectAll()
    .where('disclosure_id', '=', disclosureId)
    .where('sealed', 'is not', null)
    .execute()
  for (const { id, filename, fileHash, form, header, mapping, why } of await openBatches(trx, sealed))
    await trx
      .updateTable('import_batch')
      .set({ filename, file_hash: fileHash ?? null, sheet: sheetOf(form) ?? null, why, sealed: null })
      .set({ form: JSON.stringify(form), header: JSON.stringify(header), mapping: JSON.stringify(mapping) })
      .where('id', '=', id)
      .execute()
}

const aboutOf = (row: ImportBatchRow): About => ({
  filename: row.filename,
  fileHash: row.file_hash ?? undefined,
  form: JSON.parse(row.form),
  header: JSON.parse(row.header),
  mapping: JSON.parse(row.mapping),
  why: row.why,
})

export const batchOf = (row: ImportBatchRow, about: About): ImportBatch => ({
  ...about,
  id: row.id,
  disclosureId: row.disclosure_id,
  fileSize: row.file_size,
  chunks: row.chunks,
  rowsTotal: row.rows_total,
  rowsAccepted: row.rows_accepted,
  rowsRefused: row.rows_refused,
  rowsReplaced: row.rows_replaced,
  state: row.state as BatchState,
  createdAt: row.created_at,
  finishedAt: row.finished_at ?? undefined,
  undoneAt: row.undone_at ?? undefined,
})

/** Moves a batch on from the state in which it was read. */
export async function settle(
  trx: Trx,
  batch: ImportBatch,
  to: Partial<ImportBatchRow> & { state: BatchState },
): Promise<ImportBatch> {
  const row = await trx
    .updateTable('import_batch')
    .set(to)
    .where('id', '=', batch.id)
    .where('state', '=', batch.state)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new Refused('moved_meanwhile')
  return (await openBatches(trx, [row]))[0]!
}
