import type { Actor } from '../../../shared/agreement.ts'
import type { Instant } from '../../../shared/dates.ts'
import type { Effect } from '../../../shared/effect.ts'
import { Refused } from '../../../shared/refusals.ts'
import type { Baseline, StrategyBody, StrategyState, StrategyVerdict } from '../../../shared/strategy.ts'
import { agreementPath } from '../../agreement/paths.ts'
import type { Reader } from '../../db/database.ts'
import { demand } from '../../http/demand.ts'
import { type Floor, floorsOf } from './floors.ts'
import type { DissentRow, JudgementRow } from './table.ts'

/** What a forum judged of a strategy, with the figures that it had before it; dissent stays attached for good. */
export interface Judgement {
  id: string
  forumId: string
  label: string
  verdict: StrategyVerdict
  reasons: string
  figures: Effect[]
  judgedAgainFrom?: string | undefined
  at: Instant
  dissents: { delegationId: string; reason: string; at: Instant }[]
}

/** A method on trial, or what became of it. */
export interface Strategy extends StrategyBody {
  id: string
  agreementId: string
  teamId: string
  team: string
  number: number
  /** The first forum that may judge it. */
  judgedFrom: string
  state: StrategyState
  /** As the team had disclosed it when it put the strategy on trial. */
  baseline: Baseline[]
  registeredAt: Instant
  /** The latest first. */
  judgements: Judgement[]
  floors: Floor[]
}

/** The strategies of an agreement, the latest first. */
export async function listStrategies(db: Reader, actor: Actor, agreementId: string): Promise<Strategy[]> {
  demand(actor, 'strategy.read', { agreementId })
  return strategiesOf(db, agreementId)
}

/** The strategy for who may read it. */
export async function findStrategy(db: Reader, actor: Actor, id: string): Promise<Strategy> {
  const strategy = await getStrategy(db, id)
  demand(actor, 'strategy.read', { agreementId: strategy?.agreementId })
  if (!strategy) throw new Refused('not_found')
  return strategy
}

/** Without asking for permission: for other verbs, and for what is public. */
export async function getStrategy(db: Reader, id: string): Promise<Strategy | undefined> {
  const row = await db.selectFrom('strategy').select('agreement_id').where('id', '=', id).executeTakeFirst()
  return row && (await strategiesOf(db, row.agreement_id)).find((one) => one.id === id)
}

export async function strategiesOf(db: Reader, agreementId: string): Promise<Strategy[]> {
  const rows = await db
    .selectFrom('strategy')
    .innerJoin('team', 'team.id', 'strategy.team_id')
    .selectAll('strategy')
    .select('team.name as team')
    .where('strategy.agreement_id', '=', agreementId)
    .orderBy('number', 'desc')
    .execute()
  const judgements = await judgementsOf(db, agreementId)
  const floors = await floorsOf(db, agreementId)
  return rows.map((row) => ({
    ...(JSON.parse(row.body) as StrategyBody),
    id: row.id,
    agreementId,
    teamId: row.team_id,
    team: row.team,
    number: row.number,
    judgedFrom: row.judged_from,
    state: row.state as StrategyState,
    baseline: JSON.parse(row.baseline),
    registeredAt: row.registered_at,
    judgements: judgements.filter((one) => one.strategyId === row.id).map(({ strategyId: _, ...judged }) => judged),
    floors: floors.filter((one) => one.strategyId === row.id),
  }))
}

export const strategyPath = async (db: Reader, agreementId: string, id: string): Promise<string> =>
  `${await agreementPath(db, agreementId)}/strategies/${encodeURIComponent(id)}`

async function judgementsOf(db: Reader, agreementId: string): Promise<(Judgement & { strategyId: string })[]> {
  const rows = await db
    .selectFrom('judgement')
    .innerJoin('forum', 'forum.id', 'judgement.forum_id')
    .selectAll('judgement')
    .select('forum.label')
    .where('judgement.agreement_id', '=', agreementId)
    .orderBy('judgement.id', 'desc')
    .execute()
  const dissents = await db
    .selectFrom('dissent')
    .innerJoin('judgement', 'judgement.id', 'dissent.judgement_id')
    .selectAll('dissent')
    .where('agreement_id', '=', agreementId)
    .orderBy('dissent.at')
    .execute()
  return rows.map((row) => ({
    ...judgementOf(
      row,
      dissents.filter((one) => one.judgement_id === row.id),
    ),
    strategyId: row.strategy_id,
  }))
}

const judgementOf = (row: JudgementRow & { label: string }, dissents: readonly DissentRow[]): Judgement => ({
  id: row.id,
  forumId: row.forum_id,
  label: row.label,
  verdict: row.verdict as StrategyVerdict,
  reasons: row.reasons,
  figures: JSON.parse(row.figures),
  judgedAgainFrom: row.judged_again_from ?? undefined,
  at: row.at,
  dissents: dissents.map(({ delegation_id: delegationId, reason, at }) => ({ delegationId, reason, at })),
})
