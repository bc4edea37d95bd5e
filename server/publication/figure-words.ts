import { type Cell, comparedFigure } from '../../shared/comparison.ts'
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

/** How many of how many. */
export const countedWords = (edition: Edition, indicator: Indicator, { value, of }: Cell): string =>
  indicator.denominatorId && of !== undefined && value !== undefined
    ? edition.t('record.outOf', { value: edition.number(value), of: edition.number(of) })
    : ''

/** Between which figures the true one lies. */
export const intervalWords = (edition: Edition, indicator: Indicator, { interval }: Cell): string =>
  interval === undefined
    ? ''
    : edition.t('comparison.betweenWords', {
        low: figureWords(edition, indicator, interval.low),
        high: figureWords(edition, indicator, interval.high),
      })

/** The figure that is compared, the bare count where there is no rate, or why there is none. */
export function cellWords(edition: Edition, indicator: Indicator, cell: Cell): string {
  if (cell.value === undefined) return missingWords(edition, cell)
  const compared = comparedFigure(indicator, cell)
  return compared === undefined ? edition.number(cell.value) : figureWords(edition, indicator, compared)
}

/** Whether a record can be compared, and where it stands among its comparable peers. */
export function verdictWords(
  edition: Edition,
  indicator: Indicator,
  { verdict, standing, gap, peerId, value }: Cell,
  teams: readonly { id: string; name: string }[],
): string {
  if (!verdict.comparable)
    return value === undefined
      ? ''
      : edition.t('ui.notComparable', { reason: edition.word('record.because', verdict.because) })
  if (standing === 'behind') {
    const team = teams.find(({ id }) => id === peerId)?.name ?? ''
    return edition.t('comparison.standing.behind', { team, gap: gapWords(edition, indicator, gap ?? 0) })
  }
  return standing ? edition.t(`comparison.standing.${standing}`) : edition.t('record.comparable')
}
