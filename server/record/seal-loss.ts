import type { Instant } from '../../shared/dates.ts'
import type { Database, Trx } from '../db/database.ts'
import { recordAct } from '../ledger/acts.ts'

/**
 * The seal key is lost: what was sealed with it is taken away, since nobody can ever read it, and it would keep fora from
 * opening. The teams disclose anew. What is open stays; the ledger tells which filings are gone. Returns how many.
 */
export const forgetSealed = (db: Database, now: Instant): Promise<number> =>
  db.write(async (trx) => {
    const lost = await trx
      .selectFrom('disclosure')
      .innerJoin('team', 'team.id', 'disclosure.team_id')
      .innerJoin('forum', 'forum.id', 'disclosure.forum_id')
      .select(['disclosure.id', 'disclosure.agreement_id', 'team.name', 'forum.label', 'content_hash'])
      .where('sealed', 'is not', null)
      .orderBy('disclosure.id')
      .execute()
    for (const { id, agreement_id: agreementId, name: team, label, content_hash: contentHash } of lost) {
      await takeAway(trx, id)
      const body = { team, label, ...(contentHash !== null && { contentHash }) }
      await recordAct(trx, undefined, { agreementId, kind: 'disclosure.lost', subject: id, body }, now)
    }
    await takeRest(trx)
    return lost.length
  })

async function takeAway(trx: Trx, id: string): Promise<void> {
  const filings = trx.selectFrom('disclosure_filing').select('id').where('disclosure_id', '=', id)
  await trx.deleteFrom('filed_record').where('filing_id', 'in', filings).execute()
  await trx.deleteFrom('disclosure_filing').where('disclosure_id', '=', id).execute()
  await trx.updateTable('disclosure_fault').set({ disclosure_id: null }).where('disclosure_id', '=', id).execute()
  await trx.deleteFrom('record').where('disclosure_id', '=', id).execute()
  await trx.deleteFrom('import_batch').where('disclosure_id', '=', id).execute()
  await trx.deleteFrom('sealed_page').where('disclosure_id', '=', id).execute()
  await trx.deleteFrom('disclosure').where('id', '=', id).execute()
}

/** What the teams of open disclosures never filed, the versions that none was filed with, and the mark of the key. */
async function takeRest(trx: Trx): Promise<void> {
  await trx.deleteFrom('record').where('page', 'is not', null).execute()
  await trx.deleteFrom('sealed_page').execute()
  await trx.deleteFrom('method').where('sealed', 'is not', null).execute()
  await trx.updateTable('disclosure').set({ seal_key: null }).execute()
  await trx.deleteFrom('seal_mark').execute()
}
