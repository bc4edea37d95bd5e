import type { Actor } from '../../../shared/agreement.ts'
import { compare } from '../../../shared/comparing.ts'
import type { Cell, ComparedRecord, ComparedTeam } from '../../../shared/comparison.ts'
import { type Effect, effectOf } from '../../../shared/effect.ts'
import type { Period } from '../../../shared/period.ts'
import type { Indicator } from '../../../shared/record.ts'
import type { StrategyBody } from '../../../shared/strategy.ts'
import { teamsOf } from '../../agreement/agreements.ts'
import type { Reader } from '../../db/database.ts'
import { type Forum, openForum } from '../../forum/forums.ts'
import { comparedOf, withDenominator } from '../compared-records.ts'
import { indicatorsOf } from '../indicators.ts'
import { situationsOf } from '../similarity/circumstances.ts'
import { similarityOf } from '../similarity/similarities.ts'
import { findStrategy } from './strategies.ts'

/** The figures as they are open now, for who may read the strategy. */
export async function effectsNow(db: Reader, actor: Actor, id: string): Promise<Effect[]> {
  const strategy = await findStrategy(db, actor, id)
  return effectsOf(db, strategy, await openForum(db, strategy.agreementId))
}

type Asked = Pick<StrategyBody, 'indicatorIds' | 'baselinePeriod' | 'trialPeriod'>

/** Before and after, of the team on trial and of everyone else, from all that is open. */
export async function effectsOf(
  db: Reader,
  strategy: Asked & { agreementId: string; teamId: string },
  forum?: Pick<Forum, 'id'>,
): Promise<Effect[]> {
  const { agreementId, teamId, baselinePeriod, trialPeriod } = strategy
  const { indicators, teams, cells } = await openCells(db, agreementId, strategy.indicatorIds, [
    baselinePeriod,
    trialPeriod,
  ])
  const agreed = forum && (await similarityOf(db, forum.id))?.variables
  return indicators.map((indicator) => {
    const at = (period: Period) => cells(indicator, period)
    return effectOf(indicator, teams, { before: at(baselinePeriod), after: at(trialPeriod) }, teamId, agreed)
  })
}

/** The cells of one period for one team: what it has disclosed so far. */
export async function ownCells(
  db: Reader,
  of: { agreementId: string; teamId: string; indicatorIds: readonly string[]; period: Period },
): Promise<{ indicator: Indicator; cell: Cell }[]> {
  const { indicators, cells } = await openCells(db, of.agreementId, of.indicatorIds, [of.period])
  return indicators.map((indicator) => ({
    indicator,
    cell: cells(indicator, of.period).find((cell) => cell.teamId === of.teamId)!,
  }))
}

async function openCells(db: Reader, agreementId: string, indicatorIds: readonly string[], periods: readonly Period[]) {
  const all = await indicatorsOf(db, agreementId)
  const indicators = indicatorIds.flatMap((id) => all.find((one) => one.id === id) ?? [])
  const teams = await openlyWorking(db, agreementId)
  const records = await openRecords(db, agreementId, indicators, periods)
  const asked = indicators.flatMap((indicator) => periods.map((period) => ({ indicator, period })))
  const rows = compare(asked, teams, records)
  const cells = (indicator: Indicator, period: Period): Cell[] =>
    rows.find((row) => row.indicatorId === indicator.id && row.period === period)!.cells
  return { indicators, teams, cells }
}

/** Every team, with the latest method by which it worked openly; one that never disclosed has none. */
async function openlyWorking(db: Reader, agreementId: string): Promise<ComparedTeam[]> {
  const rows = await openDisclosures(db, agreementId)
    .leftJoin('method', 'method.id', 'disclosure.method_id')
    .select(['disclosure.team_id', 'method.version', 'method.title'])
    .orderBy('forum_stage.opened_at')
    .execute()
  const situations = await situationsOf(db, agreementId)
  return (await teamsOf(db, agreementId)).map(({ id, name }) => {
    const row = rows.findLast((one) => one.team_id === id)
    const method = row?.version != null && row.title != null ? { version: row.version, title: row.title } : undefined
    return { id, name, disclosed: row !== undefined, method, situation: situations.get(id) }
  })
}

const openDisclosures = (db: Reader, agreementId: string) =>
  db
    .selectFrom('disclosure')
    .innerJoin('forum_stage', 'forum_stage.forum_id', 'disclosure.forum_id')
    .where('disclosure.agreement_id', '=', agreementId)
    .where('disclosure.filed_at', 'is not', null)
    .where('forum_stage.stage', '=', 'comparison')
    .where('forum_stage.opened_at', 'is not', null)

/** What teams disclosed for these periods; of a figure that was disclosed more than once, the latest. */
async function openRecords(
  db: Reader,
  agreementId: string,
  indicators: readonly Indicator[],
  periods: readonly Period[],
): Promise<ComparedRecord[]> {
  const ids = [...new Set(indicators.flatMap(withDenominator))]
  if (ids.length === 0) return []
  const rows = await openDisclosures(db, agreementId)
    .innerJoin('record', 'record.disclosure_id', 'disclosure.id')
    .select(['disclosure.team_id', 'indicator_id', 'period', 'value', 'missing', 'unit', 'record.note'])
    .where('indicator_id', 'in', ids)
    .where('period', 'in', [...periods])
    .where('standing', '=', 1)
    .where('page', 'is', null)
    .orderBy('forum_stage.opened_at')
    .execute()
  return rows.map((row) => comparedOf(row.team_id, row))
}
