import type { Instant } from '../../../shared/dates.ts'
import { opensOn, type Stage } from '../../../shared/forum.ts'
import type { Trx } from '../../db/database.ts'
import type { ForumFollowers } from '../../forum/followers.ts'
import type { Forum } from '../../forum/forums.ts'
import { recordAct } from '../../ledger/acts.ts'
import { closeDuty, openDuty } from '../../notice/duties.ts'
import { placeOf } from '../agenda.ts'
import { type Criterion, criteriaOf, criterionPath, type Revision } from './criteria.ts'
import { rulesNow } from './deliberation.ts'
import { bringToForum } from './proposing.ts'

/** What a forum's stages mean for proposed criteria: each comes before a forum until one has decided on it. */
export const criterionFollowers: ForumFollowers = { onStage: [followStage], blocks: [] }

async function followStage(trx: Trx, forum: Forum, stage: Stage, now: Instant): Promise<void> {
  for (const criterion of await criteriaOf(trx, forum.agreementId)) {
    const { proposed } = criterion
    if (!proposed) continue
    if (stage === 'notice') await bringAgain(trx, forum, criterion, proposed, now)
    if (stage === 'deliberation') await askDelegations(trx, forum, criterion, proposed, now)
    if (stage === 'closed') await settle(trx, forum, criterion, proposed, now)
  }
}

/** What the former forum left open; what it deferred is on the agenda already. */
async function bringAgain(trx: Trx, forum: Forum, criterion: Criterion, proposed: Revision, now: Instant) {
  if (!(await placeOf(trx, forum.id, 'criterion', proposed.id))) await bringToForum(trx, criterion, proposed, now)
}

async function askDelegations(trx: Trx, forum: Forum, criterion: Criterion, proposed: Revision, now: Instant) {
  const { agreementId, id, number } = criterion
  if (!(await placeOf(trx, forum.id, 'criterion', proposed.id))) return
  const spoken = new Set(proposed.voices.map((voice) => voice.delegationId))
  const detail = { number, title: proposed.body.title, label: forum.label }
  const path = await criterionPath(trx, agreementId, id)
  const dueOn = opensOn(forum.stages, 'closed')
  for (const delegationId of (await rulesNow(trx, agreementId)).required) {
    if (spoken.has(delegationId)) continue
    const bearer = { seat: 'delegate' as const, delegationId }
    const duty = { agreementId, kind: 'criterion.concur', subject: proposed.id, bearer, dueOn, path, detail }
    await openDuty(trx, duty, now)
  }
}

/** With the forum the speaking ends; what it declined is declined, anything else comes back. */
async function settle(trx: Trx, forum: Forum, criterion: Criterion, proposed: Revision, now: Instant) {
  for (const kind of ['criterion.concur', 'criterion.promulgate']) await closeDuty(trx, kind, proposed.id, now)
  const placed = await placeOf(trx, forum.id, 'criterion', proposed.id)
  if (placed?.carrier.disposition !== 'declined') return
  await trx
    .updateTable('criterion_revision')
    .set({ state: 'declined', decided_at: now, forum_id: forum.id })
    .where('id', '=', proposed.id)
    .execute()
  const { agreementId, id, number } = criterion
  const body = { number, version: proposed.version, title: proposed.body.title, label: forum.label }
  await recordAct(
    trx,
    undefined,
    {
      agreementId,
      kind: 'criterion.declined',
      subject: id,
      body: { ...body, revision: proposed.id, reason: placed.carrier.reason },
    },
    now,
  )
}

/** Asks the secretariat to promulgate once every required delegation concurs, and takes it back when one changes. */
export async function askToPromulgate(
  trx: Trx,
  asked: { criterion: Criterion; forum: Forum; isReady: boolean },
  now: Instant,
): Promise<void> {
  const { criterion, forum, isReady } = asked
  const { proposed, agreementId, number } = criterion
  if (!proposed) return
  const kind = 'criterion.promulgate'
  if (!isReady) return closeDuty(trx, kind, proposed.id, now)
  const detail = { number, title: proposed.body.title, label: forum.label }
  const bearer = { seat: 'secretariat' as const }
  const path = await criterionPath(trx, agreementId, criterion.id)
  const dueOn = opensOn(forum.stages, 'closed')
  const duty = { agreementId, kind: 'criterion.promulgate', subject: proposed.id, bearer, dueOn, path, detail }
  await openDuty(trx, duty, now)
}
