import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Trx } from '../db/database.ts'
import { type Disclosure, findDraft } from './disclosures.ts'
import { filedWords, setWords } from './words.ts'

/**
 * Begins to amend what was filed. The filing stands as it is until the team files anew: which records it held is written
 * down now, since from here on the team changes what counts.
 */
export async function amendDisclosure(trx: Trx, actor: Actor, id: string): Promise<void> {
  const disclosure = await findDraft(trx, actor, id, 'disclosure.amend')
  // Filed before filings were kept: there is nothing to go back to.
  if (disclosure.filings === 0) throw new Refused('disclosure_not_filed')
  const moved = await trx
    .updateTable('disclosure')
    .set({ amending: 1 })
    .where('id', '=', id)
    .where('amending', '=', 0)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
  const filing = await lastFiling(trx, disclosure)
  await trx
    .insertInto('filed_record')
    .columns(['filing_id', 'record_id'])
    .expression((q) =>
      q
        .selectFrom('record')
        .select((of) => [of.val(filing.id).as('filing_id'), 'record.id'])
        .where('disclosure_id', '=', id)
        .where('standing', '=', 1),
    )
    .execute()
}

/** Gives an amendment up: what counts is what was filed. */
export async function dropAmendment(trx: Trx, actor: Actor, id: string, now: Instant): Promise<void> {
  const disclosure = await findDraft(trx, actor, id)
  if (disclosure.state !== 'amending') throw new Refused('disclosure_not_amending')
  await restoreFiling(trx, disclosure, now)
}

/** Puts a disclosure back to its last filing. Asks no permission: the opening does it for whoever has not filed anew. */
export async function restoreFiling(
  trx: Trx,
  disclosure: Pick<Disclosure, 'id' | 'filings'>,
  now: Instant,
): Promise<void> {
  const { id } = disclosure
  const filing = await lastFiling(trx, disclosure)
  await trx
    .updateTable('import_batch')
    .set({ state: 'undone', undone_at: now })
    .where('disclosure_id', '=', id)
    .where('state', 'in', ['open', 'dropping', 'undoing'])
    .execute()
  const held = trx.selectFrom('filed_record').select('record_id').where('filing_id', '=', filing.id)
  await trx
    .updateTable('record')
    .set({ standing: 0 })
    .where('disclosure_id', '=', id)
    .where('standing', '=', 1)
    .execute()
  await trx.updateTable('record').set({ standing: 1, replaced_by: null }).where('id', 'in', held).execute()
  await trx.deleteFrom('filed_record').where('filing_id', '=', filing.id).execute()
  await setWords(trx, id, await filedWords(trx, filing))
  await trx.updateTable('disclosure').set({ amending: 0, method_id: filing.method_id }).where('id', '=', id).execute()
}

const lastFiling = (trx: Trx, { id, filings }: Pick<Disclosure, 'id' | 'filings'>) =>
  trx
    .selectFrom('disclosure_filing')
    .selectAll()
    .where('disclosure_id', '=', id)
    .where('number', '=', filings)
    .executeTakeFirstOrThrow()
