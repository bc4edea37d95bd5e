import { comparedFigure } from '../../shared/comparison.ts'
import type { CriterionSource } from '../../shared/criterion.ts'
import type { PublishedRow } from '../../shared/published.ts'
import type { Criterion } from '../record/criteria/criteria.ts'
import type { PublishedStrategy } from '../record/strategies/published-strategies.ts'
import type { PublicAgreement } from './public-agreements.ts'

/** The criteria in force, one a row. */
export const criterionRows = (
  { fora }: PublicAgreement,
  criteria: readonly Criterion[],
  indicators: ReadonlyMap<string, string>,
): PublishedRow<'criteria'>[] =>
  criteria.flatMap(({ number, standing }) => {
    if (!standing) return []
    const { body, version, decidedAt, forumId } = standing
    const measured = body.kind === 'measure' ? body : undefined
    return {
      number,
      version,
      title: body.title,
      kind: body.kind,
      right: body.right,
      binds: body.binds.join('; '),
      clauses: body.kind === 'bright_line' ? body.clauses.join('\n') : undefined,
      indicator: measured && indicators.get(measured.indicatorId),
      bound: measured?.bound,
      value: measured?.value,
      unit: measured?.unit,
      period: measured?.period,
      domestic: sourceText(body.sources.domestic),
      international: sourceText(body.sources.international),
      best_practice: sourceText(body.sources.best_practice),
      governs: body.governs,
      argument: body.argument,
      driver: body.driver?.kind,
      promulgated_at: decidedAt,
      forum: fora.find((forum) => forum.id === forumId)?.label,
    }
  })

const sourceText = (source: CriterionSource): string | undefined =>
  source.found ? `${source.says} | ${source.citation}` : undefined

/** What was tried, a row for each indicator that it was judged by; one without a judgement has one row. */
export const strategyRows = (strategies: readonly PublishedStrategy[]): PublishedRow<'strategies'>[] =>
  strategies.flatMap((strategy): PublishedRow<'strategies'>[] => {
    const { number, title, team, hypothesis, practice, situation, state, judgements } = strategy
    const judged = judgements[0]
    const about = {
      number,
      title,
      team,
      hypothesis,
      practice,
      situation,
      state,
      baseline_period: strategy.baselinePeriod,
      trial_period: strategy.trialPeriod,
      verdict: judged?.verdict,
      reasons: judged?.reasons,
      dissents: judged?.dissents.length ?? 0,
      judged_at: judged?.at,
      forum: judged?.label,
    }
    if (strategy.effects.length === 0) return [about]
    return strategy.effects.map(({ own, peersBy }, i) => ({
      ...about,
      indicator: strategy.indicators[i]!.code,
      before: comparedFigure(strategy.indicators[i]!, own.before),
      after: comparedFigure(strategy.indicators[i]!, own.after),
      moved: own.moved,
      peers_moved_by: peersBy,
    }))
  })
