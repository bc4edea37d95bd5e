import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import { teamsOf } from '../agreement/agreements.ts'
import type { Trx } from '../db/database.ts'
import { recordAct } from '../ledger/acts.ts'
import { closeDuty } from '../notice/duties.ts'
import { demandNoImport } from './batches.ts'
import { type Content, contentHash } from './content.ts'
import { type Disclosure, findDraft } from './disclosures.ts'
import { noteLate } from './faults/noting.ts'
import { contentNow } from './filings.ts'
import { takeMethod } from './method-texts/taking.ts'
import { countRecords } from './records.ts'
import { sealedFiling } from './words.ts'

export interface Receipt {
  disclosureId: string
  /** How many times the team has filed by now: an amendment has a receipt of its own. */
  number: number
  contentHash: string
  filedAt: Instant
  /** The act in the agreement's ledger that holds the hash. */
  actSeq: number
  actHash: string
}

/**
 * Files a team's disclosure, or files it anew (R15, R100): the last filing before the forum compares is the one that
 * counts, and until then nobody else reads any. The ledger gets the salted hash and not a word of the content.
 */
export async function fileDisclosure(trx: Trx, actor: Actor, id: string, now: Instant): Promise<Receipt> {
  const disclosure = await findDraft(trx, actor, id, 'disclosure.file')
  const { records } = await countRecords(trx, id)
  if (records === 0) throw new Refused('disclosure_empty')
  await demandNoImport(trx, id)
  const { forum, teamId, filings } = disclosure
  const taken = await takeMethod(trx, actor, { teamId, label: forum.label, disclosureId: id }, now)
  const methodId = taken?.id ?? disclosure.methodId
  const content = await contentNow(trx, { ...disclosure, methodId }, filings + 1)
  const hash = await contentHash(trx, disclosure, content)
  await moveToFiled(trx, actor, disclosure, { methodId, hash }, now)
  const act = await recordFiling(trx, actor, disclosure, { number: filings + 1, hash }, now)
  await keepFiling(trx, actor, disclosure, { content, hash, records, actSeq: act.seq }, now)
  await closeDuty(trx, 'disclosure.file', forum.id, now, { teamId })
  if (filings === 0) await noteLate(trx, disclosure, now)
  const receipt = { number: filings + 1, contentHash: hash, filedAt: now, actSeq: act.seq, actHash: act.hash }
  return { disclosureId: id, ...receipt }
}

async function moveToFiled(
  trx: Trx,
  actor: Actor,
  { id, filings }: Disclosure,
  { methodId, hash }: { methodId: string | undefined; hash: string },
  now: Instant,
): Promise<void> {
  const filed = await trx
    .updateTable('disclosure')
    .set({ method_id: methodId ?? null, content_hash: hash, filed_by: actor.personId, filed_at: now })
    .set({ filings: filings + 1, amending: 0 })
    .where('id', '=', id)
    .where('filings', '=', filings)
    .executeTakeFirst()
  if (filed.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
}

async function recordFiling(
  trx: Trx,
  actor: Actor,
  { id, agreementId, forum, teamId }: Disclosure,
  { number, hash }: { number: number; hash: string },
  now: Instant,
) {
  const team = (await teamsOf(trx, agreementId)).find((one) => one.id === teamId)
  const body = { label: forum.label, team: team?.name, teamId, contentHash: hash, number }
  const kind = number === 1 ? 'disclosure.filed' : 'disclosure.amended'
  return recordAct(trx, actor, { agreementId, kind, subject: id, body }, now)
}

async function keepFiling(
  trx: Trx,
  actor: Actor,
  { id: disclosureId }: Disclosure,
  filed: { content: Content; hash: string; records: number; actSeq: number },
  now: Instant,
): Promise<void> {
  const id = newId(Date.parse(now))
  const { number, words, methodId } = filed.content
  await trx
    .insertInto('disclosure_filing')
    .values({
      id,
      disclosure_id: disclosureId,
      number: number!,
      filed_by: actor.personId,
      filed_at: now,
      content_hash: filed.hash,
      method_id: methodId ?? null,
      ...(await sealedFiling(trx, { disclosureId, id }, words)),
      records: filed.records,
      act_seq: filed.actSeq,
    })
    .execute()
}
