import type { Actor } from '../../../shared/agreement.ts'
import { dayOf, type Instant } from '../../../shared/dates.ts'
import { dueAfter, type GapState, gapRulesOf } from '../../../shared/gap.ts'
import type { GapPair, SettingAside } from '../../../shared/gap-forms.ts'
import { newId } from '../../../shared/ids.ts'
import { charterOf } from '../../agreement/charters.ts'
import type { Trx } from '../../db/database.ts'
import { type Forum, findForum } from '../../forum/forums.ts'
import { demand } from '../../http/demand.ts'
import { openDuty } from '../../notice/duties.ts'
import { askToConfirm } from './asking.ts'
import { type Gap, gapFacts, gapPath, getGap, startClock } from './gaps.ts'
import { findProposal, type Proposal } from './proposals.ts'
import { tellOfGap } from './telling.ts'

/** The forum takes a proposal up: from here the team's clock runs, under the charter as it is now. */
export async function confirmGap(trx: Trx, actor: Actor, forumId: string, pair: GapPair, now: Instant): Promise<Gap> {
  const forum = await findForum(trx, actor, forumId)
  demand(actor, 'gap.confirm', { agreementId: forum.agreementId, state: forum.stage })
  const gap = await insertGap(trx, actor, forum, await findProposal(trx, forum, pair), 'confirmed', '', now)
  await startClock(trx, gap)
  await tellOfGap(trx, actor, gap, 'gap.confirmed', factsOf(gap), now)
  const bearer = { seat: 'team_lead', teamId: gap.team.id } as const
  const about = { agreementId: gap.agreementId, subject: gap.id, path: gapPath(gap), detail: gapFacts(gap) }
  await openDuty(trx, { ...about, kind: 'gap.explain', bearer, dueOn: gap.dueOn }, now)
  await askToConfirm(trx, forum, now)
  return gap
}

/** The forum does not take a proposal up, and says why: the reason is public. */
export async function setGapAside(
  trx: Trx,
  actor: Actor,
  forumId: string,
  { reason, ...pair }: SettingAside,
  now: Instant,
): Promise<Gap> {
  const forum = await findForum(trx, actor, forumId)
  demand(actor, 'gap.set_aside', { agreementId: forum.agreementId, state: forum.stage })
  const gap = await insertGap(trx, actor, forum, await findProposal(trx, forum, pair), 'set_aside', reason, now)
  await tellOfGap(trx, actor, gap, 'gap.set_aside', { ...factsOf(gap), reason }, now)
  await askToConfirm(trx, forum, now)
  return gap
}

const factsOf = (gap: Gap) => {
  const { team, peer } = gap.figures
  return { period: gap.period, figure: String(team.figure), better: String(peer.figure), dueOn: gap.dueOn }
}

async function insertGap(
  trx: Trx,
  actor: Actor,
  forum: Forum,
  proposal: Proposal,
  state: GapState,
  reason: string,
  now: Instant,
): Promise<Gap> {
  const id = newId(Date.parse(now))
  const rules = gapRulesOf((await charterOf(trx, forum.agreementId)).body)
  const { teamId, peerId, indicatorId, period, figures, peerDisclosureId } = proposal
  const { method_id } = await trx
    .selectFrom('disclosure')
    .select('method_id')
    .where('id', '=', peerDisclosureId)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('gap')
    .values({
      id,
      agreement_id: forum.agreementId,
      forum_id: forum.id,
      number: await nextNumber(trx, forum.agreementId),
      team_id: teamId,
      peer_id: peerId,
      indicator_id: indicatorId,
      period,
      figures: JSON.stringify(figures),
      rules: JSON.stringify(rules),
      method_id,
      state,
      round: 1,
      due_on: dueAfter(state, rules, dayOf(now)) ?? null,
      overdue_at: null,
      lapsed_at: null,
      reason,
      opened_by: actor.personId,
      opened_at: now,
      moved_at: now,
      closing: null,
    })
    .execute()
  return (await getGap(trx, id))!
}

async function nextNumber(trx: Trx, agreementId: string): Promise<number> {
  const { last } = await trx
    .selectFrom('gap')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('agreement_id', '=', agreementId)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}
