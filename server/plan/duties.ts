import { dayOf, type Instant } from '../../shared/dates.ts'
import { verdictOn } from '../../shared/plan.ts'
import type { Reader, Trx } from '../db/database.ts'
import type { Block } from '../forum/followers.ts'
import type { Forum } from '../forum/forums.ts'
import { cancelDeadline, type OnDue } from '../notice/deadlines.ts'
import { closeDuty, openDuty } from '../notice/duties.ts'
import { notifySeats } from '../notice/notifications.ts'
import { forumOfPlan, getPlan, planOf, planPath } from './plans.ts'
import { type Reading, readingById, readingsOf } from './readings.ts'

/** Asks the secretariat for what comes next once every required delegation has spoken, and takes it back when one changes. */
export async function askSecretariat(trx: Trx, forum: Forum, reading: Reading, now: Instant): Promise<void> {
  const { missing, preventing } = verdictOn(reading.rules, reading.concurrences)
  const spoken = missing.length === 0
  const waits = { 'reading.lock': spoken && preventing.length === 0, 'reading.reopen': spoken && preventing.length > 0 }
  const detail = { number: reading.number, label: forum.label }
  const about = { agreementId: reading.agreementId, subject: reading.id, path: planPath(forum), detail }
  const bearer = { seat: 'secretariat' as const }
  for (const [kind, is] of Object.entries(waits))
    if (is) await openDuty(trx, { ...about, kind, bearer, dueOn: reading.dueOn }, now)
    else await closeDuty(trx, kind, reading.id, now)
}

/** Nothing waits on anybody any more for a reading that is decided. */
export async function settleReading(trx: Trx, readingId: string, now: Instant): Promise<void> {
  for (const kind of ['reading.concur', 'reading.lock', 'reading.reopen', 'reading.overdue'])
    await closeDuty(trx, kind, readingId, now)
  await cancelDeadline(trx, 'reading.concur', readingId)
}

/** The day is over and somebody has not spoken: silence is no concurrence, so the secretariat is told who is missing. */
const onConcurrenceDue: OnDue = async (trx, deadline, now) => {
  const reading = await readingById(trx, deadline.subject)
  const plan = reading && (await getPlan(trx, reading.planId))
  if (!plan || reading.state !== 'open') return
  const { missing } = verdictOn(reading.rules, reading.concurrences)
  if (missing.length === 0) return
  const forum = await forumOfPlan(trx, plan)
  const detail = { number: reading.number, label: forum.label, count: missing.length }
  const about = { agreementId: plan.agreementId, subject: reading.id, path: planPath(forum), detail }
  const duty = { ...about, kind: 'reading.overdue', bearer: { seat: 'secretariat' as const }, dueOn: dayOf(now) }
  await openDuty(trx, duty, now)
  await notifySeats(trx, undefined, { ...about, kind: 'reading.overdue' }, now)
}

export const planDeadlines: Record<string, OnDue> = { 'reading.concur': onConcurrenceDue }

/** A forum does not close over a text that delegations were asked to concur in and nobody has decided. */
export async function openReadingBlocks(db: Reader, forum: Forum): Promise<Block[]> {
  const plan = await planOf(db, forum.id)
  const readings = plan ? await readingsOf(db, plan.id) : []
  return readings
    .filter((reading) => reading.state === 'open')
    .map((reading) => ({
      kind: 'reading',
      subject: reading.id,
      title: `${plan!.title} (${reading.number})`,
      path: planPath(forum),
    }))
}
