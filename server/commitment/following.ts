import type { ChainLink } from '../../shared/agenda.ts'
import type { Actor } from '../../shared/agreement.ts'
import { dayOf, type Instant } from '../../shared/dates.ts'
import type { Trx } from '../db/database.ts'
import { extendChain, inherit } from '../forum/inheritance.ts'
import { closeDuty, openDuty } from '../notice/duties.ts'
import { notifySeats } from '../notice/notifications.ts'
import type { CommitmentInFull } from './commitments.ts'
import type { Finding } from './findings.ts'
import { commitmentName, commitmentPath } from './paths.ts'

/**
 * What a finding brings about, and all that it does: the party owes a reply, the next forum owes it a response (B9), and
 * everyone is told. It never touches the benefit (B5).
 */
export async function followFinding(
  trx: Trx,
  actor: Actor,
  full: CommitmentInFull,
  finding: Finding,
  now: Instant,
): Promise<void> {
  const { agreementId, id } = full.commitment
  await closeDuty(trx, 'finding.publish', id, now)
  if (finding.supersedes) await closeDuty(trx, 'reply.give', finding.supersedes, now)
  await openReplyDuty(trx, full, finding, now)
  await putBeforeForum(trx, full, finding, now)
  const path = commitmentPath(full.programme, full.commitment)
  const detail = { title: commitmentName(full.commitment), number: finding.number, ...answersOf(finding) }
  await notifySeats(trx, actor, { agreementId, kind: 'finding.published', subject: finding.id, path, detail }, now)
}

async function openReplyDuty(trx: Trx, full: CommitmentInFull, finding: Finding, now: Instant): Promise<void> {
  const { agreementId, answeredBy } = full.commitment
  if (!answeredBy) return
  const bearer = { seat: 'delegate', delegationId: answeredBy } as const
  const path = `${commitmentPath(full.programme, full.commitment)}#finding-${finding.number}`
  const detail = { title: commitmentName(full.commitment), number: finding.number }
  const duty = { agreementId, kind: 'reply.give', subject: finding.id, bearer, dueOn: finding.replyDueOn, path, detail }
  await openDuty(trx, duty, now)
}

async function putBeforeForum(trx: Trx, full: CommitmentInFull, finding: Finding, now: Instant): Promise<void> {
  const { commitment, programme } = full
  const link = { title: commitmentName(commitment), path: commitmentPath(programme, commitment) }
  const locked = { on: dayOf(programme.lockedAt), kind: 'commitment', ...link } satisfies ChainLink
  const found = { on: dayOf(now), kind: 'finding', ...link, ...answersOf(finding) } satisfies ChainLink
  await extendChain(trx, 'overdue_commitment', commitment.id, found)
  await inherit(
    trx,
    {
      agreementId: commitment.agreementId,
      origin: 'finding',
      originId: finding.id,
      originPath: link.path,
      title: commitment.measure.title,
      detail: { chain: [locked, found], commitmentId: commitment.id, findingNumber: finding.number },
    },
    now,
  )
}

const answersOf = (finding: Finding) => ({
  implementation: finding.implementation.answer,
  outcome: finding.outcome.answer,
})
