import type { Actor } from '../../shared/agreement.ts'
import { type Day, dayOf, type Instant } from '../../shared/dates.ts'
import { forumMoves, nextMove, type Stage, stages } from '../../shared/forum.ts'
import { datesFault, type ForumDates } from '../../shared/forum-dates.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { notifySeats } from '../notice/notifications.ts'
import { datesOf } from './convening.ts'
import { askForDispositions } from './disposing.ts'
import type { ForumFollowers } from './followers.ts'
import { type Forum, findForum, forumPath, getForum } from './forums.ts'
import { setStageDeadlines, settleStage } from './stage-deadlines.ts'

/**
 * Moves a forum to its next stage. The instant at which `comparison` begins is the one at which every filed disclosure
 * opens, for all at once.
 */
export async function moveForum(
  trx: Trx,
  actor: Actor,
  followers: ForumFollowers,
  id: string,
  to: Exclude<Stage, 'notice' | 'closed'>,
  now: Instant,
): Promise<Forum> {
  const forum = await findForum(trx, actor, id)
  demand(actor, 'forum.move', { agreementId: forum.agreementId, state: forum.stage })
  if (stages.indexOf(to) <= stages.indexOf(forum.stage)) throw new Refused('forum_moved', { stage: forum.stage })
  const move = nextMove(forum.stage)
  if (!move || forumMoves[move].to !== to) throw new Refused('forum_stage', { stage: forum.stage })
  const moved = await reach(trx, forum, to, now)
  const body = { label: forum.label, from: forum.stage, to }
  await recordAct(trx, actor, { agreementId: forum.agreementId, kind: 'forum.moved', subject: id, body }, now)
  const news = {
    agreementId: forum.agreementId,
    kind: 'forum.moved',
    subject: id,
    path: forumPath(forum),
    detail: body,
  }
  await notifySeats(trx, actor, news, now)
  if (to === 'comparison') await askForDispositions(trx, moved, now)
  for (const follow of followers.onStage) await follow(trx, moved, to, now)
  return moved
}

/** Compare-and-set on the stage that was read; what waited for the stage waits no more. */
export async function reach(trx: Trx, forum: Forum, to: Stage, now: Instant): Promise<Forum> {
  const moved = await trx
    .updateTable('forum')
    .set({ stage: to, stage_since: now, ...(to === 'closed' ? { closed_at: now } : {}) })
    .where('id', '=', forum.id)
    .where('stage', '=', forum.stage)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
  await trx
    .updateTable('forum_stage')
    .set({ opened_at: now })
    .where('forum_id', '=', forum.id)
    .where('stage', '=', to)
    .execute()
  await settleStage(trx, forum.id, to, now)
  return (await getForum(trx, forum.id))!
}

/** Plans anew the stages that the forum has not reached; what is past stays as it was. */
export async function redateForum(trx: Trx, actor: Actor, id: string, given: ForumDates, now: Instant): Promise<Forum> {
  const forum = await findForum(trx, actor, id)
  demand(actor, 'forum.move', { agreementId: forum.agreementId, state: forum.stage })
  const before = datesOf(forum)
  const ahead = stages.slice(stages.indexOf(forum.stage) + 1)
  const dates: ForumDates = { ...before, ...Object.fromEntries(ahead.map((stage) => [stage, given[stage]])) }
  const fault = datesFault(dates, dayOf(now), forum.stage)
  if (fault) throw new Refused(fault.code, { stage: fault.stage })
  for (const stage of ahead) await redate(trx, id, stage, dates[stage], now)
  const redated = (await getForum(trx, id))!
  await setStageDeadlines(trx, redated)
  const body = { label: forum.label, before, dates }
  await recordAct(trx, actor, { agreementId: forum.agreementId, kind: 'forum.redated', subject: id, body }, now)
  const news = { agreementId: forum.agreementId, kind: 'forum.redated', subject: id, path: forumPath(forum) }
  await notifySeats(trx, actor, { ...news, detail: { label: forum.label } }, now)
  return redated
}

/** Gives a forum the name by which the parties call it; its number stays. */
export async function renameForum(trx: Trx, actor: Actor, id: string, title: string, now: Instant): Promise<Forum> {
  const forum = await findForum(trx, actor, id)
  demand(actor, 'forum.move', { agreementId: forum.agreementId, state: forum.stage })
  await trx.updateTable('forum').set({ title }).where('id', '=', id).execute()
  const body = { label: forum.label, before: forum.title, title }
  await recordAct(trx, actor, { agreementId: forum.agreementId, kind: 'forum.renamed', subject: id, body }, now)
  return { ...forum, title }
}

async function redate(trx: Trx, forumId: string, stage: Stage, opensOn: Day, now: Instant): Promise<void> {
  await trx
    .updateTable('forum_stage')
    .set({ opens_on: opensOn })
    .where('forum_id', '=', forumId)
    .where('stage', '=', stage)
    .execute()
  await settleStage(trx, forumId, stage, now)
}
