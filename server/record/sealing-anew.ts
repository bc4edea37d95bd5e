import type { Database, Trx } from '../db/database.ts'
import { openBatches, sealedAbout } from './batch-rows.ts'
import { sealMethod } from './methods.ts'
import { newSealing, sealRows, unsaid } from './sealing.ts'
import type { DisclosureRow } from './table.ts'
import { sealedWords, wordsOf } from './words.ts'

/**
 * Seals what an installation of an earlier release holds in clear: disclosures from before there were seals that are not
 * open yet. Run before anything is served; returns how many it sealed.
 */
export async function sealWhatIsClear(db: Database): Promise<number> {
  const rows = await db.read
    .selectFrom('disclosure')
    .innerJoin('forum_stage', 'forum_stage.forum_id', 'disclosure.forum_id')
    .selectAll('disclosure')
    .where('seal_key', 'is', null)
    .where('forum_stage.stage', '=', 'comparison')
    .where('forum_stage.opened_at', 'is', null)
    .execute()
  for (const row of rows) await db.write((trx) => sealOne(trx, row))
  return rows.length
}

async function sealOne(trx: Trx, { id, team_id: teamId }: DisclosureRow): Promise<void> {
  const { sealing, wrapped } = newSealing(trx, id)
  const words = sealedWords(sealing, await wordsOf(trx, id))
  await trx
    .updateTable('disclosure')
    .set({ seal_key: wrapped, ...words })
    .where('id', '=', id)
    .execute()
  await sealRecords(trx, id)
  await sealMethods(trx, id, teamId)
  const batches = await trx.selectFrom('import_batch').selectAll().where('disclosure_id', '=', id).execute()
  for (const batch of await openBatches(trx, batches)) {
    const { filename, fileHash, form, header, mapping, why } = batch
    const sealed = await sealedAbout(trx, id, batch.id, { filename, fileHash, form, header, mapping, why })
    await trx.updateTable('import_batch').set(sealed).where('id', '=', batch.id).execute()
  }
}

async function sealRecords(trx: Trx, disclosureId: string): Promise<void> {
  for (;;) {
    const rows = await trx
      .selectFrom('record')
      .selectAll()
      .where('disclosure_id', '=', disclosureId)
      .where('page', 'is', null)
      .limit(500)
      .execute()
    if (rows.length === 0) return
    const page = (await sealRows(trx, disclosureId, rows))[0]!.page
    const ids = rows.map((row) => row.id)
    await trx
      .updateTable('record')
      .set({ ...unsaid, page })
      .where('id', 'in', ids)
      .execute()
  }
}

/** The versions that no open disclosure was filed with. */
async function sealMethods(trx: Trx, disclosureId: string, teamId: string): Promise<void> {
  const open = trx
    .selectFrom('disclosure')
    .innerJoin('forum_stage', 'forum_stage.forum_id', 'disclosure.forum_id')
    .select('disclosure.method_id')
    .where('disclosure.filed_at', 'is not', null)
    .where('disclosure.method_id', 'is not', null)
    .where('forum_stage.stage', '=', 'comparison')
    .where('forum_stage.opened_at', 'is not', null)
  const rows = await trx
    .selectFrom('method')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('sealed', 'is', null)
    .where('id', 'not in', open)
    .execute()
  for (const row of rows) {
    const sealed = await sealMethod(trx, disclosureId, row)
    await trx.updateTable('method').set(sealed).where('id', '=', row.id).execute()
  }
}
