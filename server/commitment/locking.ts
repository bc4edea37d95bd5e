import type { Actor } from '../../shared/agreement.ts'
import { canonical } from '../../shared/canonical.ts'
import { endOfDay, type Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { hashedMeasure, hashedPlan, type Measure, type PlanBody } from '../../shared/plan.ts'
import type { Trx } from '../db/database.ts'
import { recordAct, sha256 } from '../ledger/acts.ts'
import { cancelDeadline, setDeadline } from '../notice/deadlines.ts'
import { closeDuty, openDuty } from '../notice/duties.ts'
import { notifySeats } from '../notice/notifications.ts'
import { lockReading } from '../plan/locking.ts'
import { answeringDelegation } from './answering.ts'
import { commitmentPath, programmePath } from './paths.ts'
import { type ProgrammeHead, programmeHead } from './programme-heads.ts'
import type { CommitmentRow, ProgrammeRow } from './table.ts'

/**
 * Locks a reading with all required concurrences: it becomes the programme of its period, word for word, and each of its
 * measures a commitment. No other verb writes these rows, and none changes them.
 */
export async function lockProgramme(
  trx: Trx,
  actor: Actor,
  readingId: string,
  hash: string,
  now: Instant,
): Promise<ProgrammeHead> {
  const locked = await lockReading(trx, actor, readingId, hash, now)
  if (sha256(hashedPlan(locked.body)) !== locked.hash) throw new Error(`reading ${readingId} is not what its sum says`)
  const programme = programmeRow(actor, locked, now)
  const commitments = locked.body.measures.map((measure, i) => commitmentRow(programme, measure, i + 1, now))
  await trx.insertInto('programme').values(programme).execute()
  for (const commitment of commitments) await trx.insertInto('commitment').values(commitment).execute()
  const head = await programmeHead(trx, programme.id)
  await recordLock(trx, actor, head, commitments, now)
  await releaseSuperseded(trx, head, now)
  for (const commitment of commitments) await startClock(trx, head, commitment, now)
  return head
}

interface Locked {
  plan: { id: string; agreementId: string }
  reading: { id: string; number: number }
  body: PlanBody
  hash: string
}

const programmeRow = (actor: Actor, { plan, reading, body, hash }: Locked, now: Instant): ProgrammeRow => ({
  id: newId(Date.parse(now)),
  agreement_id: plan.agreementId,
  plan_id: plan.id,
  reading_id: reading.id,
  title: body.title,
  period_from: body.periodFrom,
  period_until: body.periodUntil,
  preamble: canonical(body.preamble),
  hash,
  locked_by: actor.personId,
  locked_at: now,
})

const commitmentRow = (programme: ProgrammeRow, measure: Measure, number: number, now: Instant): CommitmentRow => ({
  id: newId(Date.parse(now)),
  agreement_id: programme.agreement_id,
  programme_id: programme.id,
  number,
  measure_id: measure.id,
  title: measure.title,
  body: canonical(measure),
  hash: sha256(hashedMeasure(measure)),
  party_id: measure.partyId,
  office: measure.office,
  start_on: measure.start,
  due_on: measure.due,
})

async function recordLock(
  trx: Trx,
  actor: Actor,
  programme: ProgrammeHead,
  commitments: readonly CommitmentRow[],
  now: Instant,
): Promise<void> {
  const { agreementId, id, hash, periodFrom, periodUntil, inForceFrom, title } = programme
  const sums = commitments.map((row) => ({ id: row.id, number: row.number, hash: row.hash }))
  const said = programme.concurrences.map(({ delegationId, stance }) => ({ delegationId, stance }))
  const body = { hash, periodFrom, periodUntil, inForceFrom, commitments: sums, concurrences: said }
  await recordAct(trx, actor, { agreementId, kind: 'programme.locked', subject: id, body }, now)
  const news = { agreementId, kind: 'programme.locked', subject: id, path: programmePath(programme) }
  await notifySeats(trx, actor, { ...news, detail: { title, count: commitments.length } }, now)
}

/** What earlier programmes still had ahead is redefined by this one: it will not come due. */
async function releaseSuperseded(trx: Trx, programme: ProgrammeHead, now: Instant): Promise<void> {
  const released = await trx
    .selectFrom('commitment')
    .select('id')
    .where('agreement_id', '=', programme.agreementId)
    .where('programme_id', '!=', programme.id)
    .where('due_on', '>=', programme.inForceFrom)
    .execute()
  for (const { id } of released) {
    await cancelDeadline(trx, 'commitment.due', id)
    await closeDuty(trx, 'report.file', id, now)
  }
}

/** From its lock on, a commitment waits for its report and comes due by itself. */
async function startClock(trx: Trx, programme: ProgrammeHead, commitment: CommitmentRow, now: Instant): Promise<void> {
  const { agreement_id: agreementId, id: subject, due_on: dueOn } = commitment
  const path = commitmentPath(programme, commitment)
  const detail = { title: `${commitment.number}. ${commitment.title}` }
  await setDeadline(trx, { agreementId, kind: 'commitment.due', subject, dueAt: endOfDay(dueOn), path, detail })
  const answering = answeringDelegation(programme.delegations, commitment.party_id)
  if (!answering) return
  const bearer = { seat: 'delegate', delegationId: answering.id } as const
  await openDuty(trx, { agreementId, kind: 'report.file', subject, bearer, dueOn, path, detail }, now)
}
