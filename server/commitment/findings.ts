import type { Actor } from '../../shared/agreement.ts'
import type { Implementation, Outcome } from '../../shared/commitment.ts'
import { addDays, type Day, dayOf, type Instant } from '../../shared/dates.ts'
import type { WeighedEvidence } from '../../shared/evidence.ts'
import { type DatedValue, evidenceGap, hashedStatement, type NewFinding } from '../../shared/finding.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import { charterOf } from '../agreement/charters.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct, sha256 } from '../ledger/acts.ts'
import { agendaOf, type Placement } from './agenda.ts'
import { type CommitmentInFull, getCommitment } from './commitments.ts'
import { figureColumns, figureOf, refuseEarly } from './figures.ts'
import { followFinding } from './following.ts'
import { type Reply, repliesTo } from './replies.ts'
import type { FindingRow } from './table.ts'

/** What the monitor says of a commitment, on two axes kept apart. It is never edited: a later finding supersedes it. */
export interface Finding {
  id: string
  commitmentId: string
  /** 1, 2, 3 … over the whole agreement. */
  number: number
  supersedes?: string | undefined
  implementation: { answer: Implementation; text: string }
  outcome: { answer: Outcome; text: string }
  figure?: DatedValue | undefined
  method: string
  evidence: WeighedEvidence[]
  publishedAt: Instant
  replyDueOn: Day
  illustrative: boolean
  /** The party's; shown beside the finding wherever the finding is shown. */
  reply?: Reply | undefined
  agenda: Placement[]
}

/** Publishes a finding. There is no draft of it here and no way back: what is published stays. */
export async function publishFinding(
  trx: Trx,
  actor: Actor,
  commitmentId: string,
  given: NewFinding,
  now: Instant,
): Promise<Finding> {
  const full = await getCommitment(trx, commitmentId)
  const { commitment } = full
  demand(actor, 'finding.publish', { agreementId: commitment.agreementId })
  refuseEarly(commitment.startOn, given.figure, now)
  const gap = evidenceGap(given)
  if (gap) throw new Refused(gap.code, { axis: gap.axis })
  const row = await newRow(trx, actor, full, given, now)
  await trx.insertInto('finding').values(row).execute()
  const finding = fromRow(row)
  await recordFinding(trx, actor, commitment.agreementId, finding, now)
  await followFinding(trx, actor, full, finding, now)
  return finding
}

/** The findings on these commitments, oldest first, each with its reply. */
export async function findingsOf(db: Reader, commitmentIds: readonly string[]): Promise<Finding[]> {
  const rows = await db
    .selectFrom('finding')
    .selectAll()
    .where('commitment_id', 'in', commitmentIds)
    .orderBy('number')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const replies = await repliesTo(db, ids)
  const agenda = await agendaOf(db, 'finding', ids)
  return rows.map((row) => ({
    ...fromRow(row),
    reply: replies.find((reply) => reply.findingId === row.id),
    agenda: agenda.filter((place) => place.originId === row.id),
  }))
}

async function recordFinding(trx: Trx, actor: Actor, agreementId: string, finding: Finding, now: Instant) {
  const { commitmentId, number, supersedes, implementation, outcome, figure, method, evidence, replyDueOn } = finding
  const content = { commitmentId, number, supersedes, implementation, outcome, figure, method, evidence }
  const hash = sha256(hashedStatement('finding', content))
  const answers = { implementation: implementation.answer, outcome: outcome.answer }
  const body = { commitmentId, number, supersedes, ...answers, replyDueOn, hash }
  await recordAct(trx, actor, { agreementId, kind: 'finding.published', subject: finding.id, body }, now)
}

async function newRow(
  trx: Trx,
  actor: Actor,
  { commitment, programme }: CommitmentInFull,
  given: NewFinding,
  now: Instant,
): Promise<FindingRow> {
  const { agreementId } = commitment
  const { deadlines } = (await charterOf(trx, agreementId)).body
  return {
    id: newId(Date.parse(now)),
    agreement_id: agreementId,
    commitment_id: commitment.id,
    person_id: actor.personId,
    number: (await lastNumber(trx, agreementId)) + 1,
    supersedes: commitment.findings.at(-1)?.id ?? null,
    implementation: given.implementation.answer,
    implementation_text: given.implementation.text,
    outcome: given.outcome.answer,
    outcome_text: given.outcome.text,
    ...figureColumns(given.figure),
    method: given.method,
    evidence: JSON.stringify(given.evidence),
    published_at: now,
    reply_due_on: addDays(dayOf(now), deadlines.replyDays),
    illustrative: given.illustrative && programme.demonstration ? 1 : 0,
  }
}

async function lastNumber(trx: Trx, agreementId: string): Promise<number> {
  const { last } = await trx
    .selectFrom('finding')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('agreement_id', '=', agreementId)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

const fromRow = (row: FindingRow): Finding => ({
  id: row.id,
  commitmentId: row.commitment_id,
  number: row.number,
  supersedes: row.supersedes ?? undefined,
  implementation: { answer: row.implementation as Implementation, text: row.implementation_text },
  outcome: { answer: row.outcome as Outcome, text: row.outcome_text },
  figure: figureOf(row),
  method: row.method,
  evidence: JSON.parse(row.evidence),
  publishedAt: row.published_at,
  replyDueOn: row.reply_due_on,
  illustrative: row.illustrative === 1,
  agenda: [],
})
