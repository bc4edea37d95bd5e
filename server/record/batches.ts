import type { Actor } from '../../shared/agreement.ts'
import { bareName } from '../../shared/csv.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import type { BatchState, NewBatch } from '../../shared/import-batch.ts'
import type { Mapping, TableForm } from '../../shared/mapping.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { type Disclosure, findDisclosure, findDraft } from './disclosures.ts'
import type { ImportBatchRow } from './table.ts'

/** One import of one file into a draft. Its rows count when it is finished; undone, all is as it was before. */
export interface ImportBatch {
  id: string
  disclosureId: string
  filename: string
  fileSize: number
  form: TableForm
  header: string[]
  mapping: Mapping
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

export async function beginBatch(
  trx: Trx,
  actor: Actor,
  disclosureId: string,
  given: NewBatch,
  now: Instant,
): Promise<ImportBatch> {
  const disclosure = await findDraft(trx, actor, disclosureId)
  const row: ImportBatchRow = {
    id: newId(Date.parse(now)),
    agreement_id: disclosure.agreementId,
    disclosure_id: disclosure.id,
    person_id: actor.personId,
    filename: bareName(given.filename),
    file_size: given.size,
    form: JSON.stringify(given.form),
    header: JSON.stringify(given.header),
    mapping: JSON.stringify(given.mapping),
    chunks: 0,
    rows_total: 0,
    rows_accepted: 0,
    rows_refused: 0,
    rows_replaced: 0,
    state: 'open',
    created_at: now,
    finished_at: null,
    undone_at: null,
  }
  await trx.insertInto('import_batch').values(row).execute()
  return fromRow(row)
}

/** The imports of a disclosure, newest first: for its own team, since a file's name and columns are the team's. */
export async function listBatches(db: Reader, actor: Actor, disclosureId: string): Promise<ImportBatch[]> {
  const disclosure = await findDisclosure(db, actor, disclosureId)
  if (!isOwn(actor, disclosure)) return []
  return batchesWhere(db, 'import_batch.disclosure_id', disclosure.id, 100)
}

/** What the team said of its files before, newest first: a file with the same columns is read the same way again. */
export async function rememberedMappings(db: Reader, actor: Actor, disclosureId: string): Promise<ImportBatch[]> {
  const disclosure = await findDisclosure(db, actor, disclosureId)
  if (!isOwn(actor, disclosure)) return []
  const batches = await batchesWhere(db, 'disclosure.team_id', disclosure.teamId, 50)
  const headers = new Set<string>()
  return batches.filter((batch) => !headers.has(batch.header.join('\n')) && headers.add(batch.header.join('\n')))
}

const isOwn = (actor: Actor, disclosure: Disclosure): boolean =>
  actor.seats.some((seat) => seat.agreementId === disclosure.agreementId && seat.teamId === disclosure.teamId)

async function batchesWhere(
  db: Reader,
  column: 'import_batch.disclosure_id' | 'disclosure.team_id',
  id: string,
  limit: number,
): Promise<ImportBatch[]> {
  const rows = await db
    .selectFrom('import_batch')
    .innerJoin('disclosure', 'disclosure.id', 'import_batch.disclosure_id')
    .selectAll('import_batch')
    .where(column, '=', id)
    .orderBy('import_batch.created_at', 'desc')
    .orderBy('import_batch.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(fromRow)
}

/** The batch, in the given state, of a draft that the actor may change. */
export async function findBatch(
  trx: Trx,
  actor: Actor,
  id: string,
  states: readonly BatchState[],
): Promise<{ batch: ImportBatch; disclosure: Disclosure }> {
  const row = await trx.selectFrom('import_batch').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refused('not_found')
  const disclosure = await findDraft(trx, actor, row.disclosure_id)
  const batch = fromRow(row)
  if (!states.includes(batch.state)) throw new Refused(batch.state === 'undone' ? 'batch_undone' : 'batch_finished')
  return { batch, disclosure }
}

export const fromRow = (row: ImportBatchRow): ImportBatch => ({
  id: row.id,
  disclosureId: row.disclosure_id,
  filename: row.filename,
  fileSize: row.file_size,
  form: JSON.parse(row.form),
  header: JSON.parse(row.header),
  mapping: JSON.parse(row.mapping),
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
