import { randomBytes } from 'node:crypto'
import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { mostRecords } from '../../shared/import-batch.ts'
import type { ImportedRow } from '../../shared/record.ts'
import { Refused } from '../../shared/refusals.ts'
import { inPlaceOrder, type RowColumns, rowAt } from '../../shared/row-columns.ts'
import type { Trx } from '../db/database.ts'
import { insertRecords, stepBehind } from '../db/insert-records.ts'
import { type ImportBatch, settle } from './batch-rows.ts'
import { findBatch } from './batches.ts'
import { sealRows } from './sealing.ts'
import type { RecordRow } from './table.ts'

export interface RowsTaken {
  /** The number of the next chunk. */
  chunks: number
  rowsAccepted: number
  /** Lines whose indicator and period an earlier line of the same file had given. */
  repeated: number[]
}

/**
 * Takes one chunk of rows. They lie over what counts and do not count themselves before the batch is finished, so an
 * import that stops half-way changes nothing; a chunk that is sent again, since its answer was lost, is taken once.
 */
export async function addRows(
  trx: Trx,
  actor: Actor,
  batchId: string,
  sent: { chunk: number; rows: RowColumns },
  now: Instant,
): Promise<RowsTaken> {
  const { batch, disclosure } = await findBatch(trx, actor, batchId, ['open'])
  if (sent.chunk < batch.chunks) return { chunks: batch.chunks, rowsAccepted: batch.rowsAccepted, repeated: [] }
  if (sent.chunk > batch.chunks) throw new Refused('batch_out_of_order', { next: batch.chunks })
  if (batch.rowsAccepted + sent.rows.line.length > mostRecords)
    throw new Refused('file_too_long', { most: mostRecords })
  await demandKnown(trx, disclosure.agreementId, sent.rows)
  const order = inPlaceOrder(sent.rows)
  const repeated: number[] = []
  let replaced = 0
  for (let from = 0; from < order.length; from += sliceRows) {
    const rows = order.slice(from, from + sliceRows).map((at) => rowAt(sent.rows, at))
    const stored = await store(trx, batch, toRows(rows, batch, actor, now))
    repeated.push(...stored.repeated)
    replaced += stored.replaced
  }
  const next = {
    chunks: batch.chunks + 1,
    rows_accepted: batch.rowsAccepted + order.length - repeated.length,
    rows_replaced: batch.rowsReplaced + replaced,
  }
  const moved = await trx
    .updateTable('import_batch')
    .set(next)
    .where('id', '=', batch.id)
    .where('chunks', '=', batch.chunks)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
  return { chunks: next.chunks, rowsAccepted: next.rows_accepted, repeated: repeated.sort((a, b) => a - b) }
}

/** Rows that are written down at once: what a chunk takes in memory is soon free again. */
const sliceRows = 500

async function demandKnown(trx: Trx, agreementId: string, { indicators, indicator, line }: RowColumns): Promise<void> {
  const found = await trx
    .selectFrom('indicator')
    .select('id')
    .where('agreement_id', '=', agreementId)
    .where('id', 'in', indicators)
    .execute()
  const known = new Set(found.map(({ id }) => id))
  const unknown = indicator.findIndex((at) => !known.has(indicators[at]!))
  if (unknown >= 0) throw new Refused('indicator_unknown', { line: line[unknown] })
}

/** Stores rows where nothing stands, then those before which something steps aside. What is left repeats a line. */
async function store(
  trx: Trx,
  batch: ImportBatch,
  rows: readonly RecordRow[],
): Promise<{ repeated: number[]; replaced: number }> {
  const sealed = await sealRows(trx, batch.disclosureId, rows)
  const met = (await insertRecords(trx, sealed)).map((at) => sealed[at]!)
  if (met.length === 0) return { repeated: [], replaced: 0 }
  const firsts = [...new Map(met.toReversed().map((row) => [`${row.indicator_id} ${row.period}`, row])).values()]
  const free = (await stepBehind(trx, batch.id, firsts)).map((at) => firsts[at]!)
  await insertRecords(trx, free)
  const stored = new Set(free)
  return { repeated: met.filter((row) => !stored.has(row)).map((row) => row.line!), replaced: free.length }
}

function toRows(sent: readonly ImportedRow[], batch: ImportBatch, actor: Actor, now: Instant): RecordRow[] {
  const random = randomBytes(16 * sent.length)
  const at = Date.parse(now)
  return sent.map((row, i) => ({
    id: newId(at, random.subarray(16 * i, 16 * (i + 1))),
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
    standing: 1,
    replaced_by: null,
    why: batch.why,
    page: null,
  }))
}

/** Lets the rows of a batch count, all at once; what they took the place of steps behind them in the same instant. */
export async function finishBatch(
  trx: Trx,
  actor: Actor,
  batchId: string,
  counted: { rowsTotal: number; rowsRefused: number },
  now: Instant,
): Promise<ImportBatch> {
  const { batch } = await findBatch(trx, actor, batchId, ['open'])
  return settle(trx, batch, {
    state: 'finished',
    finished_at: now,
    rows_total: counted.rowsTotal,
    rows_refused: counted.rowsRefused,
  })
}
