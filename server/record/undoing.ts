import { sql } from 'kysely'
import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import type { Trx } from '../db/database.ts'
import { type ImportBatch, settle } from './batch-rows.ts'
import { findBatch } from './batches.ts'

/** How many lines are taken back in one transaction: so long and no longer others wait. */
const pieceLines = 2000

/**
 * Undoes a batch, a piece each time it is called, until it says `undone`: its rows count no more, and what each of them
 * replaced counts again, or steps behind whatever has replaced that row since. An unfinished batch is dropped whole.
 * Whoever calls again after a stop carries on.
 */
export async function undoPiece(trx: Trx, actor: Actor, batchId: string, now: Instant): Promise<ImportBatch> {
  const { batch } = await findBatch(trx, actor, batchId, ['open', 'dropping', 'finished', 'undoing'])
  const drops = batch.state === 'open' || batch.state === 'dropping'
  const { undone_to: after } = await trx
    .selectFrom('import_batch')
    .select('undone_to')
    .where('id', '=', batch.id)
    .executeTakeFirstOrThrow()
  const until = await endOfPiece(trx, batch, after ?? 0)
  const links = await linksIn(trx, batch, after ?? 0, until)
  await (drops ? deleteRows : withdrawRows)(trx, links)
  await restore(trx, links)
  if (until !== undefined) return settle(trx, batch, { state: drops ? 'dropping' : 'undoing', undone_to: until })
  if (drops) await deleteUnusedPages(trx, batch.disclosureId)
  return settle(trx, batch, { state: 'undone', undone_at: now })
}

/** The last line of the next piece; undefined where it is the last piece. */
async function endOfPiece(trx: Trx, batch: ImportBatch, after: number): Promise<number | undefined> {
  const row = await trx
    .selectFrom('record')
    .select('line')
    .where('batch_id', '=', batch.id)
    .where('line', '>', after)
    .orderBy('line')
    .offset(pieceLines)
    .limit(1)
    .executeTakeFirst()
  return row?.line ?? undefined
}

/** A row of the batch in the chain of records that replaced one another: what it replaced, and what stands in its place. */
interface Link {
  id: string
  standing: number
  replacedBy: string | null
  before: string | null
  top: string | null
}

async function linksIn(trx: Trx, batch: ImportBatch, after: number, until: number | undefined): Promise<Link[]> {
  let rows = trx
    .selectFrom('record')
    .leftJoin('record as before', (join) =>
      join
        .onRef('before.disclosure_id', '=', 'record.disclosure_id')
        .onRef('before.indicator_id', '=', 'record.indicator_id')
        .onRef('before.period', '=', 'record.period')
        .on('before.standing', '=', sql.lit(0))
        .on('before.replaced_by', '=', batch.id),
    )
    .leftJoin('record as top', (join) =>
      join
        .onRef('top.disclosure_id', '=', 'record.disclosure_id')
        .onRef('top.indicator_id', '=', 'record.indicator_id')
        .onRef('top.period', '=', 'record.period')
        .on('top.standing', '=', sql.lit(1)),
    )
    .select([
      'record.id',
      'record.standing',
      'record.replaced_by as replacedBy',
      'before.id as before',
      'top.id as top',
    ])
    .where('record.batch_id', '=', batch.id)
    .where('record.line', '>', after)
  if (until !== undefined) rows = rows.where('record.line', '<=', until)
  return rows.execute()
}

const deleteRows = (trx: Trx, links: readonly Link[]): Promise<void> =>
  inParts(links, async (part) => {
    await trx.deleteFrom('record').where('id', 'in', part).execute()
  })

const withdrawRows = (trx: Trx, links: readonly Link[]): Promise<void> =>
  inParts(links, async (part) => {
    await trx.updateTable('record').set({ standing: 0, replaced_by: null }).where('id', 'in', part).execute()
  })

/** What a row had replaced stands again where nothing else does; else it stands behind what had replaced that row. */
async function restore(trx: Trx, links: readonly Link[]): Promise<void> {
  const bySuccessor = Map.groupBy(
    links.filter(({ before }) => before !== null),
    ({ id, replacedBy, top }) => replacedBy ?? (top === null || top === id ? 'stands' : 'gone'),
  )
  for (const [successor, group] of bySuccessor) {
    const to =
      successor === 'stands'
        ? { standing: 1, replaced_by: null }
        : { replaced_by: successor === 'gone' ? null : successor }
    await inParts(
      group.map(({ before }) => ({ id: before! })),
      async (part) => void (await trx.updateTable('record').set(to).where('id', 'in', part).execute()),
    )
  }
}

async function inParts(rows: readonly { id: string }[], work: (ids: string[]) => Promise<void>): Promise<void> {
  for (let at = 0; at < rows.length; at += pieceLines) await work(rows.slice(at, at + pieceLines).map(({ id }) => id))
}

/** Sealed pages of which no record is left say nothing to anybody: they go with what was dropped. */
const deleteUnusedPages = (trx: Trx, disclosureId: string): Promise<unknown> =>
  trx
    .deleteFrom('sealed_page')
    .where('disclosure_id', '=', disclosureId)
    .where('page', 'not in', (q) =>
      q
        .selectFrom('record')
        .select('page')
        .where('disclosure_id', '=', disclosureId)
        .where('page', 'is not', null)
        .$narrowType<{ page: number }>(),
    )
    .execute()
