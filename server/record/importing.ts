import { randomBytes } from 'node:crypto'
import type { ExpressionBuilder } from 'kysely'
import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { type BatchState, mostRecords } from '../../shared/import-batch.ts'
import type { ImportedRow } from '../../shared/record.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Trx } from '../db/database.ts'
import type { Tables } from '../db/tables.ts'
import { findBatch, fromRow, type ImportBatch } from './batches.ts'
import { indicatorsOf } from './indicators.ts'
import type { ImportBatchRow, RecordRow } from './table.ts'

export interface RowsTaken {
  /** The number of the next chunk. */
  chunks: number
  rowsAccepted: number
  /** Lines whose indicator and period an earlier line of the same file had given. */
  repeated: number[]
}

/**
 * Takes one chunk of rows. They do not count before the batch is finished, so an import that stops half-way changes
 * nothing; a chunk that is sent again, since its answer was lost, is taken once.
 */
export async function addRows(
  trx: Trx,
  actor: Actor,
  batchId: string,
  sent: { chunk: number; rows: ImportedRow[] },
  now: Instant,
): Promise<RowsTaken> {
  const { batch, disclosure } = await findBatch(trx, actor, batchId, ['open'])
  if (sent.chunk < batch.chunks) return { chunks: batch.chunks, rowsAccepted: batch.rowsAccepted, repeated: [] }
  if (sent.chunk > batch.chunks) throw new Refused('batch_out_of_order', { next: batch.chunks })
  if (batch.rowsAccepted + sent.rows.length > mostRecords) throw new Refused('file_too_long', { most: mostRecords })
  const known = new Set((await indicatorsOf(trx, disclosure.agreementId)).map((indicator) => indicator.id))
  const unknown = sent.rows.find((row) => !known.has(row.indicatorId))
  if (unknown) throw new Refused('indicator_unknown', { line: unknown.line })
  const rows = toRows(sent.rows, batch, actor, now)
  const ids = await insertNew(trx, rows)
  const next = { chunks: batch.chunks + 1, rows_accepted: batch.rowsAccepted + ids.size }
  const moved = await trx
    .updateTable('import_batch')
    .set(next)
    .where('id', '=', batch.id)
    .where('chunks', '=', batch.chunks)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
  const repeated = rows.filter((row) => !ids.has(row.id)).map((row) => row.line!)
  return { chunks: next.chunks, rowsAccepted: next.rows_accepted, repeated }
}

/** Rows of one statement: engines bound how many values one may carry (SQLite 32,766, PostgreSQL 65,535). */
const statementRows = 2000

/** Inserts what is not there yet, and returns the ids of what was inserted. */
async function insertNew(trx: Trx, rows: readonly RecordRow[]): Promise<Set<string>> {
  const ids = new Set<string>()
  for (let at = 0; at < rows.length; at += statementRows) {
    const taken = await trx
      .insertInto('record')
      .values(rows.slice(at, at + statementRows))
      .onConflict((conflict) => conflict.columns(['batch_id', 'indicator_id', 'period']).doNothing())
      .returning('id')
      .execute()
    for (const row of taken) ids.add(row.id)
  }
  return ids
}

function toRows(sent: readonly ImportedRow[], batch: ImportBatch, actor: Actor, now: Instant): RecordRow[] {
  const random = randomBytes(16 * sent.length)
  return sent.map((row, i) => ({
    id: newId(Date.parse(now), random.subarray(16 * i, 16 * (i + 1))),
    disclosure_id: batch.disclosureId,
    indicator_id: row.indicatorId,
    period: row.period,
    value: row.value ?? null,
    missing: row.missing ?? null,
    unit: row.unit ?? null,
    raw: row.raw,
    note: row.note,
    batch_id: batch.id,
    line: row.line,
    person_id: actor.personId,
    at: now,
    standing: 0,
    replaced_by: null,
  }))
}

/** Lets the rows of a batch count. A record that stood for the same indicator and period steps behind its successor. */
export async function finishBatch(
  trx: Trx,
  actor: Actor,
  batchId: string,
  counted: { rowsTotal: number; rowsRefused: number },
  now: Instant,
): Promise<ImportBatch> {
  const { batch } = await findBatch(trx, actor, batchId, ['open'])
  const replaced = await trx
    .updateTable('record')
    .set({ standing: 0, replaced_by: batch.id })
    .where('disclosure_id', '=', batch.disclosureId)
    .where('standing', '=', 1)
    .where((q) => q.exists(ofBatch(q, batch).select('other.id')))
    .executeTakeFirst()
  await trx.updateTable('record').set({ standing: 1 }).where('batch_id', '=', batch.id).execute()
  return settle(trx, batch, {
    state: 'finished',
    finished_at: now,
    rows_total: counted.rowsTotal,
    rows_refused: counted.rowsRefused,
    rows_replaced: Number(replaced.numUpdatedRows),
  })
}

/**
 * Undoes a batch: its rows count no more, and what each of them replaced counts again, or steps behind whatever has
 * replaced that row since. An unfinished batch is dropped.
 */
export async function undoBatch(trx: Trx, actor: Actor, batchId: string, now: Instant): Promise<ImportBatch> {
  const { batch } = await findBatch(trx, actor, batchId, ['open', 'finished'])
  if (batch.state === 'open') await trx.deleteFrom('record').where('batch_id', '=', batch.id).execute()
  else await unlink(trx, batch)
  return settle(trx, batch, { state: 'undone', undone_at: now })
}

/** Takes the batch's rows out of the chain of records that replaced one another. */
async function unlink(trx: Trx, batch: ImportBatch): Promise<void> {
  const own = trx.updateTable('record').where('batch_id', '=', batch.id)
  const before = trx
    .updateTable('record')
    .where('disclosure_id', '=', batch.disclosureId)
    .where('replaced_by', '=', batch.id)
  await own.set({ standing: 0 }).where('standing', '=', 1).execute()
  await before
    .set({ standing: 1, replaced_by: null })
    .where((q) => q.not(q.exists(sameKey(q).select('other.id').where('other.standing', '=', 1))))
    .where((q) => q.not(q.exists(ofBatch(q, batch).select('other.id').where('other.replaced_by', 'is not', null))))
    .execute()
  await before.set((q) => ({ replaced_by: ofBatch(q, batch).select('other.replaced_by') })).execute()
  await own.set({ replaced_by: null }).execute()
}

type Query = ExpressionBuilder<Tables, 'record'>

/** Records of the same disclosure, indicator and period as the one that is looked at. */
const sameKey = (q: Query) =>
  q
    .selectFrom('record as other')
    .whereRef('other.disclosure_id', '=', 'record.disclosure_id')
    .whereRef('other.indicator_id', '=', 'record.indicator_id')
    .whereRef('other.period', '=', 'record.period')

const ofBatch = (q: Query, batch: ImportBatch) => sameKey(q).where('other.batch_id', '=', batch.id)

async function settle(
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
  return fromRow(row)
}
