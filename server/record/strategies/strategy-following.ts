import { dayOf, type Instant } from '../../../shared/dates.ts'
import { opensOn, type Stage } from '../../../shared/forum.ts'
import { compareLabels } from '../../../shared/strategy.ts'
import type { Reader, Trx } from '../../db/database.ts'
import type { Block, ForumFollowers } from '../../forum/followers.ts'
import type { Forum } from '../../forum/forums.ts'
import { inherit } from '../../forum/inheritance.ts'
import { itemPath } from '../../forum/items.ts'
import { closeDuty, openDuty } from '../../notice/duties.ts'
import { placeOf } from '../agenda.ts'
import { type Strategy, strategiesOf, strategyPath } from './strategies.ts'

/** What a forum's stages mean for strategies: those that are due come before it by themselves and hold it open. */
export const strategyFollowers: ForumFollowers = { onStage: [followStage], blocks: [unjudgedBlocks] }

async function followStage(trx: Trx, forum: Forum, stage: Stage, now: Instant): Promise<void> {
  for (const strategy of await dueAt(trx, forum)) {
    if (stage === 'notice') await bring(trx, forum, strategy, now)
    if (stage === 'deliberation') await askToJudge(trx, forum, strategy, now)
    if (stage === 'closed') await closeDuty(trx, 'strategy.judge', strategy.id, now)
  }
}

const dueAt = async (db: Reader, forum: Forum): Promise<Strategy[]> =>
  (await strategiesOf(db, forum.agreementId)).filter(
    ({ state, judgedFrom }) => state === 'on_trial' && compareLabels(judgedFrom, forum.label) <= 0,
  )

/** What an earlier forum deferred is on the agenda already. */
async function bring(trx: Trx, forum: Forum, strategy: Strategy, now: Instant): Promise<void> {
  const { id, agreementId, title, hypothesis, number, team } = strategy
  if (await placeOf(trx, forum.id, 'strategy', id)) return
  const path = await strategyPath(trx, agreementId, id)
  const chain = [{ on: dayOf(strategy.registeredAt), kind: 'strategy' as const, title, path }]
  const origin = { agreementId, origin: 'strategy' as const, originId: id, originPath: path, title }
  await inherit(trx, { ...origin, body: hypothesis, detail: { chain, number, team } }, now)
}

async function askToJudge(trx: Trx, forum: Forum, strategy: Strategy, now: Instant): Promise<void> {
  const { id, agreementId, number, title } = strategy
  const path = await strategyPath(trx, agreementId, id)
  const bearer = { seat: 'secretariat' as const }
  const dueOn = opensOn(forum.stages, 'closed')
  const detail = { number, title, label: forum.label }
  const duty = { agreementId, kind: 'strategy.judge', subject: id, bearer, dueOn, path, detail }
  await openDuty(trx, duty, now)
}

/** A forum that has taken a strategy up does not close without a judgement; "not yet known" is one. */
async function unjudgedBlocks(db: Reader, forum: Forum): Promise<Block[]> {
  const blocks: Block[] = []
  for (const { id, number, title } of await dueAt(db, forum)) {
    const placed = await placeOf(db, forum.id, 'strategy', id)
    const disposition = placed?.carrier.disposition
    if (!placed || disposition === 'deferred' || disposition === 'declined') continue
    blocks.push({
      kind: 'strategy',
      subject: id,
      title: `${number}. ${title}`,
      path: itemPath(forum, placed.item.id),
    })
  }
  return blocks
}
