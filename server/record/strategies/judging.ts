import type { Actor } from '../../../shared/agreement.ts'
import { addDays, dayOf, type Instant } from '../../../shared/dates.ts'
import { type Effect, isPeer } from '../../../shared/effect.ts'
import { newId } from '../../../shared/ids.ts'
import { Refused } from '../../../shared/refusals.ts'
import type { JudgementForm, StrategyState, StrategyVerdict } from '../../../shared/strategy.ts'
import { delegationsOf, teamsOf } from '../../agreement/agreements.ts'
import { charterOf } from '../../agreement/charters.ts'
import type { Trx } from '../../db/database.ts'
import { type Forum, getForum, openForum } from '../../forum/forums.ts'
import { demand } from '../../http/demand.ts'
import { closeDuty } from '../../notice/duties.ts'
import { placeOf } from '../agenda.ts'
import { askToAnswer } from './floor-duties.ts'
import { demandLater } from './registering.ts'
import { findStrategy, getStrategy, type Strategy } from './strategies.ts'
import { effectsOf } from './strategy-figures.ts'
import { tellOfStrategy } from './telling.ts'

const stateAfter = {
  worked: 'worked',
  did_not: 'failed',
  not_yet_known: 'on_trial',
} as const satisfies Record<StrategyVerdict, StrategyState>

/**
 * Puts on record what the forum judged, with the figures that lay before it. What worked becomes the floor: every
 * comparable team adopts it or explains why not.
 */
export async function judge(trx: Trx, actor: Actor, id: string, form: JudgementForm, now: Instant): Promise<Strategy> {
  const strategy = await findStrategy(trx, actor, id)
  const { agreementId, number, title } = strategy
  demand(actor, 'strategy.judge', { agreementId, state: strategy.state })
  const forum = await judgingForum(trx, strategy)
  const again = form.verdict === 'not_yet_known' ? form.judgedFrom : undefined
  if (again !== undefined) await demandLater(trx, agreementId, again)
  const figures = await effectsOf(trx, strategy, forum)
  await moveStrategy(trx, strategy, stateAfter[form.verdict], again)
  const judgementId = newId(Date.parse(now))
  await trx
    .insertInto('judgement')
    .values({
      id: judgementId,
      agreement_id: agreementId,
      strategy_id: id,
      forum_id: forum.id,
      verdict: form.verdict,
      reasons: form.reasons,
      figures: JSON.stringify(figures),
      judged_again_from: again ?? null,
      person_id: actor.personId,
      at: now,
    })
    .execute()
  await closeDuty(trx, 'strategy.judge', id, now)
  const facts = { number, title, label: forum.label, verdict: form.verdict }
  const kept = { judgement: judgementId, reasons: form.reasons, again, figures: figures.map(summed) }
  await tellOfStrategy(trx, actor, strategy, { kind: 'strategy.judged', facts, kept }, now)
  if (form.verdict === 'worked') await layFloor(trx, strategy, figures, now)
  return (await getStrategy(trx, id))!
}

/** A delegation that sees it otherwise says why; it stays attached to the judgement for good. */
export async function dissent(
  trx: Trx,
  actor: Actor,
  { judgementId, delegationId }: { judgementId: string; delegationId: string },
  reason: string,
  now: Instant,
): Promise<Strategy> {
  const judgement = await trx
    .selectFrom('judgement')
    .select(['strategy_id', 'forum_id'])
    .where('id', '=', judgementId)
    .executeTakeFirst()
  const strategy = await findStrategy(trx, actor, judgement?.strategy_id ?? judgementId)
  const forum = (await getForum(trx, judgement!.forum_id))!
  const { agreementId, number, title } = strategy
  demand(actor, 'strategy.dissent', { agreementId, delegationId, state: forum.stage })
  const mark = (await delegationsOf(trx, agreementId)).find(({ id }) => id === delegationId)?.mark
  if (!mark) throw new Refused('delegation_unknown')
  const said = { reason, person_id: actor.personId, at: now }
  await trx
    .insertInto('dissent')
    .values({ judgement_id: judgementId, delegation_id: delegationId, ...said })
    .onConflict((conflict) => conflict.columns(['judgement_id', 'delegation_id']).doUpdateSet(said))
    .execute()
  const facts = { number, title, mark, label: forum.label, reason }
  await tellOfStrategy(trx, actor, strategy, { kind: 'strategy.dissented', facts }, now)
  return (await getStrategy(trx, strategy.id))!
}

/** The forum whose agenda has it now, once the figures are open. */
async function judgingForum(trx: Trx, { id, agreementId }: Strategy): Promise<Forum> {
  const forum = await openForum(trx, agreementId)
  if (!forum || !(await placeOf(trx, forum.id, 'strategy', id))) throw new Refused('strategy_not_due')
  if (forum.stage !== 'deliberation' && forum.stage !== 'adoption')
    throw new Refused('forum_stage', { stage: forum.stage })
  return forum
}

async function moveStrategy(trx: Trx, strategy: Strategy, to: StrategyState, again: string | undefined) {
  const moved = await trx
    .updateTable('strategy')
    .set({ state: to, judged_from: again ?? strategy.judgedFrom })
    .where('id', '=', strategy.id)
    .where('state', '=', 'on_trial')
    .where('judged_from', '=', strategy.judgedFrom)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
}

/** What the ledger keeps of the figures: how they moved, and what happened anyway. */
const summed = ({ indicatorId, own, peersBy }: Effect) => ({
  indicatorId,
  moved: own.moved,
  ...(own.by !== undefined && { by: own.by }),
  ...(peersBy !== undefined && { peersBy }),
})

/** Teams whose records can stand beside the strategy's, in at least one of its indicators. */
async function layFloor(trx: Trx, strategy: Strategy, figures: readonly Effect[], now: Instant): Promise<void> {
  const { replyDays } = (await charterOf(trx, strategy.agreementId)).body.deadlines
  const dueOn = addDays(dayOf(now), replyDays)
  const peers = new Set(figures.flatMap((effect) => effect.peers.filter(isPeer).map(({ teamId }) => teamId)))
  for (const team of await teamsOf(trx, strategy.agreementId))
    if (peers.has(team.id)) await askToAnswer(trx, { strategy, team, dueOn }, now)
}
