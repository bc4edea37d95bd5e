import type { Cell } from '../../shared/comparison.ts'
import { type Indicator, inPercent } from '../../shared/record.ts'
import type { Edition } from './edition.ts'

/** A figure as people read it: a percentage with its sign, a bare count as it is. The unit stands with the indicator's name. */
export function figureWords(edition: Edition, indicator: Indicator, figure: number, isCount = false): string {
  if (isCount || !inPercent(indicator)) return edition.number(figure)
  return edition.number(figure / 100, { style: 'percent', maximumFractionDigits: 1 })
}

/** How far one figure is from another: between two percentages that is points. */
export const gapWords = (edition: Edition, indicator: Indicator, gap: number): string =>
  inPercent(indicator)
    ? edition.t('record.points', { points: edition.number(gap, { maximumFractionDigits: 1 }) })
    : edition.number(gap)

/** What the figures of an indicator are in: its unit, or per how many of what its rate is told. */
export function unitWords(edition: Edition, indicator: Indicator, all: readonly Indicator[]): string {
  const of = all.find(({ id }) => id === indicator.denominatorId)
  if (!of) return indicator.unit
  return edition.t('record.rateOf', { per: indicator.ratePer, denominator: of.title })
}

/** Why there is no figure, in words: a silence is never a zero. */
export const missingWords = (edition: Edition, cell: Cell): string =>
  cell.missing ? edition.word('ui.missing', cell.missing) : edition.word('record.because', 'nothing_filed')
