import type { Actor } from '../../shared/agreement.ts'
import { dayOf, type Instant } from '../../shared/dates.ts'
import { hashedStatement, type NewReply, type ReplyStance } from '../../shared/finding.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { extendChain } from '../forum/inheritance.ts'
import { demand } from '../http/demand.ts'
import { recordAct, sha256 } from '../ledger/acts.ts'
import { closeDuty } from '../notice/duties.ts'
import { notifySeats } from '../notice/notifications.ts'
import { type CommitmentInFull, getCommitment } from './commitments.ts'
import { commitmentName, commitmentPath } from './paths.ts'
import type { ReplyRow } from './table.ts'

/** What the responsible party says to a finding, question by question. One a finding; it stands beside it for good. */
export interface Reply {
  id: string
  findingId: string
  delegationId: string
  implementation: { stance: ReplyStance; text: string }
  outcome: { stance: ReplyStance; text: string }
  at: Instant
}

/** Gives the party's one reply. A late one is taken, and shown as late: what the party has to say is never turned away. */
export async function giveReply(
  trx: Trx,
  actor: Actor,
  findingId: string,
  given: NewReply,
  now: Instant,
): Promise<Reply> {
  const full = await commitmentOf(trx, findingId)
  const { agreementId, answeredBy } = full.commitment
  demand(actor, 'reply.give', { agreementId, delegationId: answeredBy ?? '' })
  const [known] = await repliesTo(trx, [findingId])
  if (known) throw new Refused('reply_given', { at: known.at })
  const row = newRow(actor, full, findingId, given, now)
  await trx.insertInto('reply').values(row).execute()
  const reply = fromRow(row)
  await noteReply(trx, actor, full, reply, now)
  return reply
}

async function commitmentOf(trx: Trx, findingId: string): Promise<CommitmentInFull> {
  const finding = await trx.selectFrom('finding').select('commitment_id').where('id', '=', findingId).executeTakeFirst()
  if (!finding) throw new Refused('not_found')
  return getCommitment(trx, finding.commitment_id)
}

export async function repliesTo(db: Reader, findingIds: readonly string[]): Promise<Reply[]> {
  const rows = await db.selectFrom('reply').selectAll().where('finding_id', 'in', findingIds).execute()
  return rows.map(fromRow)
}

async function noteReply(trx: Trx, actor: Actor, full: CommitmentInFull, reply: Reply, now: Instant): Promise<void> {
  const { id, findingId, delegationId, implementation, outcome } = reply
  const { agreementId, id: commitmentId } = full.commitment
  const hash = sha256(hashedStatement('reply', { findingId, implementation, outcome }))
  const stances = { implementation: implementation.stance, outcome: outcome.stance }
  const body = { commitmentId, findingId, delegationId, ...stances, hash }
  await recordAct(trx, actor, { agreementId, kind: 'reply.given', subject: id, body }, now)
  await closeDuty(trx, 'reply.give', findingId, now)
  const path = commitmentPath(full.programme, full.commitment)
  const title = commitmentName(full.commitment)
  await extendChain(trx, 'finding', findingId, { on: dayOf(now), kind: 'reply', title, path })
  await notifySeats(trx, actor, { agreementId, kind: 'reply.given', subject: id, path, detail: { title } }, now)
}

const newRow = (
  actor: Actor,
  { commitment }: CommitmentInFull,
  findingId: string,
  given: NewReply,
  now: Instant,
): ReplyRow => ({
  id: newId(Date.parse(now)),
  agreement_id: commitment.agreementId,
  finding_id: findingId,
  party_id: commitment.partyId,
  delegation_id: commitment.answeredBy!,
  person_id: actor.personId,
  implementation: given.implementation.stance,
  implementation_text: given.implementation.text,
  outcome: given.outcome.stance,
  outcome_text: given.outcome.text,
  at: now,
})

const fromRow = (row: ReplyRow): Reply => ({
  id: row.id,
  findingId: row.finding_id,
  delegationId: row.delegation_id,
  implementation: { stance: row.implementation as ReplyStance, text: row.implementation_text },
  outcome: { stance: row.outcome as ReplyStance, text: row.outcome_text },
  at: row.at,
})
