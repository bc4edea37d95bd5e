import type { Cell } from '../../shared/comparison.ts'
import type { DisclosureState } from '../../shared/disclosure.ts'
import type { RowFault } from '../../shared/import-row.ts'
import { libraryCodes } from '../../shared/indicator-library.ts'
import type { Mark } from '../../shared/marks.ts'
import { grainOf, type Period } from '../../shared/period.ts'
import { type Indicator, inPercent } from '../../shared/record.ts'
import type { PairReason, Reason } from '../../shared/verdict.ts'
import { formatDay, formatNumber, formatPercent, t } from '../text.ts'
import { figureText } from '../ui/figure.tsx'

/** A period as people say it: `2019`, `January to June 2019`, `third quarter of 2019`, `April 2019`. */
export function periodWords(period: Period): string {
  const year = period.slice(0, 4)
  const part = period.slice(6)
  const grain = grainOf(period)
  if (grain === 'half_year') return t('record.period.half', { half: part, year })
  if (grain === 'quarter') return t('record.period.quarter', { quarter: part, year })
  return grain === 'month' ? formatDay(`${period}-01`, 'month') : year
}

/** The same where there is little room: `2019`, `2019 H2`, `Apr 2019`. */
export function shortPeriod(period: Period): string {
  if (grainOf(period) !== 'month') return period.replace('-', ' ')
  return `${formatDay(`${period}-01`, 'monthShort')} ${period.slice(0, 4)}`
}

type Of = Pick<Indicator, 'denominatorId' | 'ratePer' | 'unit'>

/** A figure as people read it: a percentage with its sign, anything else as a number; its unit stands with the indicator. */
export const figureWords = (indicator: Of, figure: number): string =>
  inPercent(indicator) ? formatPercent(figure) : formatNumber(figure)

/** A distance between two figures: percentages lie points apart. */
export const gapWords = (indicator: Of, gap: number): string =>
  inPercent(indicator)
    ? t('record.points', { points: formatNumber(gap, { maximumFractionDigits: 1 }) })
    : formatNumber(gap)

type Named = Pick<Indicator, 'title' | 'definition' | 'library'>

/** What an indicator is called: one of the library in the reader’s language, any other as it was defined. */
export const titleOf = ({ title, library }: Named): string => (library && libraryText(library, 'title')) || title
export const definitionOf = ({ definition, library }: Named): string =>
  (library && libraryText(library, 'definition')) || definition

const libraryText = (code: string, part: 'title' | 'definition'): string => {
  const known = libraryCodes.find((one) => one === code)
  return known ? t(`indicator.${known}.${part}`) : ''
}

/** What the figures of an indicator are in. */
export function unitWords(indicator: Indicator, indicators: readonly Indicator[]): string {
  const denominator = indicators.find((one) => one.id === indicator.denominatorId)
  if (!denominator) return indicator.unit
  return t('record.rateOf', { per: indicator.ratePer, denominator: titleOf(denominator) })
}

export const reasonWords = (because: Reason | PairReason): string => t(`record.because.${because}`)

/** Why a cell has no figure, in words: a silence is never a zero. */
export const silenceWords = (cell: Cell): string =>
  cell.missing ? figureText({ missing: cell.missing }) : reasonWords('nothing_filed')

/** How a comparable figure stands to its peers. */
export function standingWords(indicator: Indicator, cell: Cell): string {
  if (cell.standing === 'behind') return t('record.standing.behind', { gap: gapWords(indicator, cell.gap ?? 0) })
  if (cell.standing) return t(`record.standing.${cell.standing}`)
  return t(indicator.direction === 'neither' ? 'record.comparable' : 'record.alone')
}

export const stateMarks: Record<DisclosureState, Mark> = {
  draft: 'empty',
  filed: 'sealed',
  amending: 'half',
  open: 'full',
  missed: 'none',
}

/** The sentence for a row that was not taken. */
export const faultWords = (fault: RowFault): string =>
  fault.code === 'repeated' && fault.earlier
    ? t('record.fault.repeatedLine', { line: formatNumber(fault.earlier) })
    : t(`record.fault.${fault.code}`)
