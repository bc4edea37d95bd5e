import type { Actor } from '../../shared/agreement.ts'
import { type Claim, dischargesReport } from '../../shared/commitment.ts'
import { dayOf, type Instant } from '../../shared/dates.ts'
import type { Evidence } from '../../shared/evidence.ts'
import { type DatedValue, hashedStatement, type NewReport } from '../../shared/finding.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Delegation } from '../agreement/agreements.ts'
import type { Reader, Trx } from '../db/database.ts'
import { extendChain } from '../forum/inheritance.ts'
import { demand } from '../http/demand.ts'
import { recordAct, sha256 } from '../ledger/acts.ts'
import { closeDuty } from '../notice/duties.ts'
import { notifySeats } from '../notice/notifications.ts'
import { answeringDelegation } from './answering.ts'
import { type CommitmentInFull, getCommitment } from './commitments.ts'
import { figureColumns, figureOf, refuseEarly } from './figures.ts'
import { commitmentName, commitmentPath } from './paths.ts'
import type { ReportRow } from './table.ts'

/** What the responsible party says of its own commitment. Any number may be filed; none is ever changed. */
export interface Report {
  id: string
  commitmentId: string
  delegationId: string
  /** Filed by the delegation through which the party answers. */
  answers: boolean
  claim: Claim
  text: string
  figure?: DatedValue | undefined
  evidence: Evidence[]
  at: Instant
  illustrative: boolean
}

/** Files a report of the responsible party. */
export async function fileReport(
  trx: Trx,
  actor: Actor,
  commitmentId: string,
  given: NewReport,
  now: Instant,
): Promise<Report> {
  const full = await getCommitment(trx, commitmentId)
  const { commitment, programme } = full
  demand(actor, 'report.file', { agreementId: commitment.agreementId, partyId: commitment.partyId })
  refuseEarly(commitment.startOn, given.figure, now)
  const row = newRow(actor, full, given, now)
  await trx.insertInto('report').values(row).execute()
  const report = fromRow(row, programme.delegations)
  await noteReport(trx, actor, full, report, now)
  return report
}

/** The reports on these commitments, oldest first. */
export async function reportsOf(
  db: Reader,
  commitmentIds: readonly string[],
  delegations: readonly Delegation[],
): Promise<Report[]> {
  const rows = await db
    .selectFrom('report')
    .selectAll()
    .where('commitment_id', 'in', commitmentIds)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => fromRow(row, delegations))
}

async function noteReport(trx: Trx, actor: Actor, full: CommitmentInFull, report: Report, now: Instant): Promise<void> {
  const { commitment, programme } = full
  const { id, claim, figure, text, evidence, delegationId } = report
  const { agreementId, id: commitmentId, number } = commitment
  const hash = sha256(hashedStatement('report', { commitmentId, claim, figure, text, evidence }))
  const body = { commitmentId, number, delegationId, claim, hash }
  await recordAct(trx, actor, { agreementId, kind: 'report.filed', subject: id, body }, now)
  if (report.answers && dischargesReport(report, commitment.dueOn, dayOf(now)))
    await closeDuty(trx, 'report.file', commitmentId, now)
  const path = commitmentPath(programme, commitment)
  const title = commitmentName(commitment)
  await extendChain(trx, 'overdue_commitment', commitmentId, { on: dayOf(now), kind: 'report', title, path })
  await notifySeats(trx, actor, { agreementId, kind: 'report.filed', subject: id, path, detail: { title, claim } }, now)
}

const newRow = (actor: Actor, full: CommitmentInFull, given: NewReport, now: Instant): ReportRow => ({
  id: newId(Date.parse(now)),
  agreement_id: full.commitment.agreementId,
  commitment_id: full.commitment.id,
  party_id: full.commitment.partyId,
  delegation_id: delegationOf(actor, full),
  person_id: actor.personId,
  claim: given.claim,
  body: given.text,
  ...figureColumns(given.figure),
  evidence: JSON.stringify(given.evidence),
  at: now,
  illustrative: given.illustrative && full.programme.demonstration ? 1 : 0,
})

/** The delegation of the responsible party for which the actor sits. */
function delegationOf(actor: Actor, { commitment }: CommitmentInFull): string {
  const seat = actor.seats.find(
    ({ kind, agreementId, partyId }) =>
      kind === 'delegate' && agreementId === commitment.agreementId && partyId === commitment.partyId,
  )
  if (!seat?.delegationId) throw new Refused('only_responsible')
  return seat.delegationId
}

const fromRow = (row: ReportRow, delegations: readonly Delegation[]): Report => ({
  id: row.id,
  commitmentId: row.commitment_id,
  delegationId: row.delegation_id,
  answers: answeringDelegation(delegations, row.party_id)?.id === row.delegation_id,
  claim: row.claim as Claim,
  text: row.body,
  figure: figureOf(row),
  evidence: JSON.parse(row.evidence),
  at: row.at,
  illustrative: row.illustrative === 1,
})
