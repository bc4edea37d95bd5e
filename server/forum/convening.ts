import type { Actor } from '../../shared/agreement.ts'
import type { Charter } from '../../shared/charter.ts'
import { dayOf, type Instant } from '../../shared/dates.ts'
import { stages } from '../../shared/forum.ts'
import { type Convocation, datesFault, type ForumDates, followingDates, nextLabel } from '../../shared/forum-dates.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { notifySeats } from '../notice/notifications.ts'
import { createDocument } from '../sync/documents.ts'
import type { ForumFollowers } from './followers.ts'
import { type Forum, forumPath, getForum, openForum } from './forums.ts'
import { joinWaiting } from './inheritance.ts'
import { setStageDeadlines } from './stage-deadlines.ts'

/** Calls the parties together: a forum in `notice`, with everything on its agenda that waited for one. */
export async function convene(
  trx: Trx,
  actor: Actor,
  followers: ForumFollowers,
  agreementId: string,
  given: Convocation,
  now: Instant,
): Promise<Forum> {
  demand(actor, 'forum.convene', { agreementId })
  const open = await openForum(trx, agreementId)
  if (open) throw new Refused('forum_open_already', { label: open.label, title: open.title })
  const fault = datesFault(given.dates, dayOf(now))
  if (fault) throw new Refused(fault.code, { stage: fault.stage })
  return beginForum(trx, actor, followers, agreementId, given, now)
}

/** Schedules the forum after one that has closed, by the charter's cadence. */
export const conveneNext = (
  trx: Trx,
  actor: Actor,
  followers: ForumFollowers,
  closed: Forum,
  charter: Pick<Charter, 'cadence' | 'stageDays'>,
  now: Instant,
): Promise<Forum> => {
  const dates = followingDates(datesOf(closed), charter.stageDays, charter.cadence.monthsBetween, dayOf(now))
  return beginForum(trx, actor, followers, closed.agreementId, { dates, follows: closed.id }, now)
}

export const datesOf = (forum: Forum): ForumDates =>
  Object.fromEntries(forum.stages.map(({ stage, opensOn }) => [stage, opensOn])) as ForumDates

async function beginForum(
  trx: Trx,
  actor: Actor,
  followers: ForumFollowers,
  agreementId: string,
  given: Convocation & { follows?: string },
  now: Instant,
): Promise<Forum> {
  const id = newId(Date.parse(now))
  const label = nextLabel(given.dates, await labelsOf(trx, agreementId))
  const title = given.title ?? label.replace('-', '/')
  const minutesId = await createDocument(trx, { agreementId, kind: 'minutes', subject: id }, now)
  const row = { id, agreement_id: agreementId, label, title, minutes_id: minutesId, follows: given.follows ?? null }
  await trx
    .insertInto('forum')
    .values({ ...row, stage: 'notice', stage_since: now, convened_at: now, closed_at: null })
    .execute()
  await trx
    .insertInto('forum_stage')
    .values(
      stages.map((stage) => ({
        forum_id: id,
        stage,
        opens_on: given.dates[stage],
        opened_at: stage === 'notice' ? now : null,
      })),
    )
    .execute()
  const joined = await joinWaiting(trx, agreementId, id)
  const forum = (await getForum(trx, id))!
  await setStageDeadlines(trx, forum)
  const body = { label, title, dates: given.dates, inherited: joined, ...(given.follows && { follows: given.follows }) }
  await recordAct(trx, actor, { agreementId, kind: 'forum.convened', subject: id, body }, now)
  const news = { agreementId, kind: 'forum.convened', subject: id, path: forumPath(forum) }
  await notifySeats(trx, actor, { ...news, detail: { label, title, inherited: joined } }, now)
  for (const follow of followers.onStage) await follow(trx, forum, 'notice', now)
  return forum
}

const labelsOf = async (trx: Trx, agreementId: string): Promise<string[]> =>
  (await trx.selectFrom('forum').select('label').where('agreement_id', '=', agreementId).execute()).map(
    ({ label }) => label,
  )
