import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { Refused } from '../../shared/refusals.ts'
import { teamsOf } from '../agreement/agreements.ts'
import type { Trx } from '../db/database.ts'
import { recordAct } from '../ledger/acts.ts'
import { closeDuty } from '../notice/duties.ts'
import { contentHash } from './content.ts'
import { findDraft } from './disclosures.ts'
import { takeMethod } from './method-texts/taking.ts'
import { countRecords } from './records.ts'

export interface Receipt {
  disclosureId: string
  contentHash: string
  filedAt: Instant
  /** The act in the agreement's ledger that holds the hash. */
  actSeq: number
  actHash: string
}

/**
 * Files a team's disclosure (R15, R100): from now on it changes no more, and nobody else reads it before the forum
 * compares. The ledger gets the salted hash and not a word of the content.
 */
export async function fileDisclosure(trx: Trx, actor: Actor, id: string, now: Instant): Promise<Receipt> {
  const disclosure = await findDraft(trx, actor, id, 'disclosure.file')
  const { agreementId, forum, teamId } = disclosure
  const { records } = await countRecords(trx, id)
  if (records === 0) throw new Refused('disclosure_empty')
  const methodId = (await takeMethod(trx, actor, { teamId, label: forum.label }, now))?.id ?? disclosure.methodId
  const hash = await contentHash(trx, { ...disclosure, methodId })
  const filed = await trx
    .updateTable('disclosure')
    .set({ method_id: methodId ?? null, content_hash: hash, filed_by: actor.personId, filed_at: now })
    .where('id', '=', id)
    .where('filed_at', 'is', null)
    .executeTakeFirst()
  if (filed.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
  await closeDuty(trx, 'disclosure.file', forum.id, now, { teamId })
  const team = (await teamsOf(trx, agreementId)).find((one) => one.id === teamId)
  const body = { label: forum.label, team: team?.name, teamId, contentHash: hash }
  const act = await recordAct(trx, actor, { agreementId, kind: 'disclosure.filed', subject: id, body }, now)
  return { disclosureId: id, contentHash: hash, filedAt: now, actSeq: act.seq, actHash: act.hash }
}
