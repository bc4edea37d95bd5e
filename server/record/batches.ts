import type { Actor } from '../../shared/agreement.ts'
import { bareName } from '../../shared/csv.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import type { BatchState, NewBatch } from '../../shared/import-batch.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { aliasesOf, keepAliases } from './aliases.ts'
import { batchOf, type ImportBatch, openBatches, sealedAbout } from './batch-rows.ts'
import { type Disclosure, findDisclosure, findDraft } from './disclosures.ts'
import type { ImportBatchRow } from './table.ts'

/** Begins an import. One at a time: the rows of an unfinished one lie over what counts, and are finished or dropped first. */
export async function beginBatch(
  trx: Trx,
  actor: Actor,
  disclosureId: string,
  given: NewBatch,
  now: Instant,
): Promise<ImportBatch> {
  const disclosure = await findDraft(trx, actor, disclosureId)
  await demandNoImport(trx, disclosure.id)
  const { fileHash, form, header, mapping, why } = given
  const id = newId(Date.parse(now))
  const about = { filename: bareName(given.filename), fileHash, form, header, mapping, why }
  const row: ImportBatchRow = {
    id,
    agreement_id: disclosure.agreementId,
    disclosure_id: disclosure.id,
    person_id: actor.personId,
    file_size: given.size,
    ...(await sealedAbout(trx, disclosure.id, id, about)),
    chunks: 0,
    rows_total: 0,
    rows_accepted: 0,
    rows_refused: 0,
    rows_replaced: 0,
    state: 'open',
    created_at: now,
    finished_at: null,
    undone_at: null,
    undone_to: null,
  }
  await trx.insertInto('import_batch').values(row).execute()
  await keepAliases(trx, actor, disclosure.teamId, mapping.team?.names ?? [], now)
  return batchOf(row, about)
}

/** Refused while the rows of an import are neither in nor out. */
export async function demandNoImport(db: Reader, disclosureId: string): Promise<void> {
  const under = await db
    .selectFrom('import_batch')
    .select('id')
    .where('disclosure_id', '=', disclosureId)
    .where('state', 'in', ['open', 'dropping', 'undoing'])
    .executeTakeFirst()
  if (under) throw new Refused('import_unfinished')
}

/** The import of a disclosure whose rows do not count yet, or no more: what they lie over counts. */
export async function coveringBatch(db: Reader, disclosureId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('import_batch')
    .select('id')
    .where('disclosure_id', '=', disclosureId)
    .where('state', 'in', ['open', 'dropping'])
    .executeTakeFirst()
  return row?.id
}

/** The imports of a disclosure, newest first: for its own team, since a file's name and columns are the team's. */
export async function listBatches(db: Reader, actor: Actor, disclosureId: string): Promise<ImportBatch[]> {
  const disclosure = await findDisclosure(db, actor, disclosureId)
  if (!isOwn(actor, disclosure)) return []
  return batchesWhere(db, 'import_batch.disclosure_id', disclosure.id, 100)
}

/** What the team said of its files before, newest first: a file with the same columns is read the same way again. */
export async function rememberedMappings(
  db: Reader,
  actor: Actor,
  disclosureId: string,
): Promise<{ batches: ImportBatch[]; aliases: string[] }> {
  const disclosure = await findDisclosure(db, actor, disclosureId)
  if (!isOwn(actor, disclosure)) return { batches: [], aliases: [] }
  const batches = await batchesWhere(db, 'disclosure.team_id', disclosure.teamId, 50)
  const headers = new Set<string>()
  return {
    batches: batches.filter((batch) => !headers.has(batch.header.join('\n')) && headers.add(batch.header.join('\n'))),
    aliases: await aliasesOf(db, disclosure.teamId),
  }
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
  return openBatches(db, rows)
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
  const [batch] = (await openBatches(trx, [row])) as [ImportBatch]
  if (!states.includes(batch.state)) throw new Refused(batch.state === 'finished' ? 'batch_finished' : 'batch_undone')
  return { batch, disclosure }
}
