import { commitmentState } from '../../shared/commitment.ts'
import { addDays, addMonths, dayOf, type Instant } from '../../shared/dates.ts'
import { charterOf } from '../agreement/charters.ts'
import type { Trx } from '../db/database.ts'
import { inherit } from '../forum/inheritance.ts'
import { recordAct } from '../ledger/acts.ts'
import type { OnDue } from '../notice/deadlines.ts'
import { openDuty } from '../notice/duties.ts'
import { notifySeats } from '../notice/notifications.ts'
import { type CommitmentInFull, getCommitment } from './commitments.ts'
import { commitmentName, commitmentPath } from './paths.ts'

/**
 * The due day of a commitment is over. The monitor owes a finding, at the latest by its next regular report; what was
 * neither found nor reported as carried out is overdue from this minute, in public and before the next forum.
 */
const onCommitmentDue: OnDue = async (trx, deadline, now) => {
  const full = await getCommitment(trx, deadline.subject)
  const dayAfter = addDays(full.commitment.dueOn, 1)
  const state = commitmentState(full.commitment, dayOf(now) < dayAfter ? dayAfter : dayOf(now))
  if (state === 'superseded') return
  await openFindingDuty(trx, full, now)
  if (state === 'overdue') await becomeOverdue(trx, full, now)
}

/** What this room does when a deadline of its own is reached. */
export const commitmentDeadlines: Record<string, OnDue> = { 'commitment.due': onCommitmentDue }

async function openFindingDuty(trx: Trx, { commitment, programme }: CommitmentInFull, now: Instant): Promise<void> {
  const { deadlines } = (await charterOf(trx, commitment.agreementId)).body
  await openDuty(
    trx,
    {
      agreementId: commitment.agreementId,
      kind: 'finding.publish',
      subject: commitment.id,
      bearer: { seat: 'monitor' },
      dueOn: addMonths(commitment.dueOn, deadlines.reportEveryMonths),
      path: commitmentPath(programme, commitment),
      detail: { title: commitmentName(commitment), dueOn: commitment.dueOn },
    },
    now,
  )
}

async function becomeOverdue(trx: Trx, { commitment, programme }: CommitmentInFull, now: Instant): Promise<void> {
  const { agreementId, id, number, dueOn } = commitment
  const kind = 'commitment.overdue'
  const path = commitmentPath(programme, commitment)
  const title = commitmentName(commitment)
  const { title: words } = commitment.measure
  const locked = { on: dayOf(programme.lockedAt), kind: 'commitment', title, path } as const
  await recordAct(trx, undefined, { agreementId, kind, subject: id, body: { number, dueOn } }, now)
  const origin = { origin: 'overdue_commitment', originId: id, originPath: path } as const
  await inherit(trx, { agreementId, ...origin, title: words, detail: { chain: [locked], dueOn } }, now)
  await notifySeats(trx, undefined, { agreementId, kind, subject: id, path, detail: { title, dueOn } }, now)
}
