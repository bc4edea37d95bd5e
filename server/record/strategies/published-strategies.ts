import type { Cell } from '../../../shared/comparison.ts'
import { type Effect, effectOf } from '../../../shared/effect.ts'
import type { Indicator } from '../../../shared/record.ts'
import { teamsOf } from '../../agreement/agreements.ts'
import type { Reader } from '../../db/database.ts'
import { indicatorsOf } from '../indicators.ts'
import { type PublishedComparison, publishedComparison } from '../published-comparison.ts'
import { similarityOf } from '../similarity/similarities.ts'
import { type Judgement, type Strategy, strategiesOf } from './strategies.ts'

/** A strategy for the public record; its last judgement rests on the figures that the public comparison shows. */
export interface PublishedStrategy extends Strategy {
  /** Of every team of the agreement. */
  teamNames: ReadonlyMap<string, string>
  indicators: Indicator[]
  effects: Effect[]
}

/**
 * The strategies of an agreement for everyone. What a judgement rests on is worked out anew from what is published alone,
 * so that a count that the public comparison hides is not given back here.
 */
export async function publishedStrategies(db: Reader, agreementId: string): Promise<PublishedStrategy[]> {
  const indicators = await indicatorsOf(db, agreementId)
  const teamNames = new Map((await teamsOf(db, agreementId)).map(({ id, name }) => [id, name]))
  const published: PublishedStrategy[] = []
  for (const strategy of await strategiesOf(db, agreementId)) {
    const own = strategy.indicatorIds.flatMap((id) => indicators.find((one) => one.id === id) ?? [])
    const judged = strategy.judgements[0]
    const effects = judged ? await publishedEffects(db, strategy, judged, own) : []
    published.push({ ...strategy, teamNames, indicators: own, effects })
  }
  return published
}

async function publishedEffects(
  db: Reader,
  strategy: Strategy,
  judged: Judgement,
  indicators: readonly Indicator[],
): Promise<Effect[]> {
  const comparisons = await comparisonsUntil(db, strategy, judged, indicators)
  const latest = comparisons.at(-1)
  if (!latest) return []
  const agreed = (await similarityOf(db, judged.forumId))?.variables
  const { teams } = latest
  return indicators.map((indicator) => {
    const at = (period: string) => teams.map(({ id }) => shownCell(comparisons, indicator, period, id))
    const cells = { before: at(strategy.baselinePeriod), after: at(strategy.trialPeriod) }
    return effectOf(indicator, teams, cells, strategy.teamId, agreed)
  })
}

/** The comparisons that were open when the forum judged, the earliest first. */
async function comparisonsUntil(
  db: Reader,
  { agreementId, baselinePeriod, trialPeriod }: Strategy,
  judged: Judgement,
  indicators: readonly Indicator[],
): Promise<PublishedComparison[]> {
  const fora = await db
    .selectFrom('forum')
    .innerJoin('forum_stage', 'forum_stage.forum_id', 'forum.id')
    .select('forum.id')
    .where('agreement_id', '=', agreementId)
    .where('forum_stage.stage', '=', 'comparison')
    .where('opened_at', 'is not', null)
    .where('opened_at', '<=', judged.at)
    .orderBy('opened_at')
    .execute()
  const asked = { indicators: indicators.map(({ code }) => code), periods: [baselinePeriod, trialPeriod] }
  const comparisons: PublishedComparison[] = []
  for (const { id } of fora) {
    const comparison = await publishedComparison(db, id, asked)
    if (comparison) comparisons.push(comparison)
  }
  return comparisons
}

/** A team's cell as it was published last; where nothing of it ever was, that it was not. */
function shownCell(
  comparisons: readonly PublishedComparison[],
  { id: indicatorId }: Indicator,
  period: string,
  teamId: string,
): Cell {
  const cells = comparisons.flatMap(({ rows }) =>
    rows
      .filter((row) => row.indicatorId === indicatorId && row.period === period)
      .flatMap((row) => row.cells.filter((cell) => cell.teamId === teamId)),
  )
  const told = cells.findLast((cell) => cell.value !== undefined || (cell.missing && cell.missing !== 'not_reported'))
  const silent: Cell = {
    teamId,
    period,
    missing: 'not_reported',
    note: '',
    verdict: { comparable: false, because: 'no_figure' },
  }
  return told ?? cells.at(-1) ?? silent
}
