import type { Instant } from '../../shared/dates.ts'
import { type Stage, stages } from '../../shared/forum.ts'
import type { Trx } from '../db/database.ts'
import { cancelDeadline, type OnDue, setDeadline } from '../notice/deadlines.ts'
import { closeDuty, openDuty } from '../notice/duties.ts'
import { notifySeats } from '../notice/notifications.ts'
import { type Forum, forumPath, getForum } from './forums.ts'

const kind = 'forum.stage'
const subjectOf = (forumId: string, stage: Stage): string => `${forumId}/${stage}`

/** Sets the deadline of each stage that the forum has not reached: the beginning of its day. */
export async function setStageDeadlines(trx: Trx, forum: Forum): Promise<void> {
  for (const { stage, opensOn } of aheadOf(forum)) {
    const subject = subjectOf(forum.id, stage)
    const detail = { label: forum.label, title: forum.title, stage }
    const due = { agreementId: forum.agreementId, kind, subject, dueAt: `${opensOn}T00:00:00.000Z` }
    await setDeadline(trx, { ...due, path: forumPath(forum), detail })
  }
}

/** Nothing waits for a stage any more that was reached, whether on its day or before. */
export async function settleStage(trx: Trx, forumId: string, stage: Stage, now: Instant): Promise<void> {
  await cancelDeadline(trx, kind, subjectOf(forumId, stage))
  await closeDuty(trx, dutyFor(stage), subjectOf(forumId, stage), now)
}

/**
 * A stage's day has come: the clock moves no forum, it says to whoever does that the day is here. Who has moved it on
 * before is not bothered.
 */
const onStageDue: OnDue = async (trx, deadline, now) => {
  const [forumId, stage] = deadline.subject.split('/') as [string, Stage]
  const forum = await getForum(trx, forumId)
  if (!forum || !aheadOf(forum).some((date) => date.stage === stage)) return
  const { agreementId, label, title } = forum
  const about = { agreementId, subject: deadline.subject, path: forumPath(forum), detail: { label, title, stage } }
  const dueOn = deadline.dueAt.slice(0, 10)
  await openDuty(trx, { ...about, kind: dutyFor(stage), bearer: { seat: 'secretariat' }, dueOn }, now)
  await notifySeats(trx, undefined, { ...about, kind: 'forum.stage_due' }, now, ['secretariat'])
}

export const forumDeadlines: Record<string, OnDue> = { [kind]: onStageDue }

const aheadOf = (forum: Forum) =>
  forum.stages.filter(({ stage }) => stages.indexOf(stage) > stages.indexOf(forum.stage))
const dutyFor = (stage: Stage): string => (stage === 'closed' ? 'forum.close' : 'forum.move')
