import { comparedFigure } from '../../shared/comparison.ts'
import { behindBeyondNoise } from '../../shared/noise.ts'
import type { Indicator } from '../../shared/record.ts'
import { type Likeness, type Situation, type Variable, variables } from '../../shared/similarity.ts'
import { isComparable, type PairReason, type PairVerdict, type Reason } from '../../shared/verdict.ts'
import { formatList, formatNumber, t } from '../text.ts'
import type { ShownCell, Team } from './comparison.ts'
import { cellOf, pairVerdict, type Seen, type SeenRow, seenTeam } from './comparison-seen.ts'
import { figureWords, gapWords, reasonWords, silenceWords } from './words.ts'

/** The end of “not comparable, because …”. */
export const becauseWords = (reasons: readonly (Reason | PairReason)[]): string => formatList(reasons.map(reasonWords))

/** What two records are to one another, in words. */
export function pairWords({ kind, reasons }: PairVerdict): string {
  if (kind === 'comparable') return t('comparison.pair.comparable')
  return t(kind === 'not_comparable' ? 'comparison.pair.not' : 'comparison.pair.withNote', {
    reasons: becauseWords(reasons),
  })
}

export const variableWords = (list: readonly Variable[]): string =>
  formatList(list.map((variable) => t(`comparison.variable.${variable}`)))

/** Why a team is set aside: in what it differs, or what is not known of it. Empty for a peer. */
export function asideWords({ similar, differs, unknown }: Likeness): string {
  if (similar) return ''
  if (differs.length > 0) return t('comparison.aside.differs', { variables: variableWords(differs) })
  return t('comparison.aside.unknown', { variables: variableWords(unknown) })
}

/** A circumstance of a team, as people say it. */
export function situationWords(situation: Situation | undefined, variable: Variable): string {
  const value = situation?.[variable]
  if (value === undefined) return ''
  if (variable === 'size') return t('comparison.workers', { workers: Number(value) })
  if (variable === 'development')
    return t(`comparison.development.${value as 'low' | 'lower_middle' | 'upper_middle' | 'high'}`)
  return value
}

export const knownVariables = (teams: readonly Team[]): Variable[] =>
  variables.filter((variable) => teams.some((team) => team.situation?.[variable] !== undefined))

/** The figure that is compared, the bare count where there is no rate, or why there is none. */
export function cellWords(indicator: Indicator, cell: ShownCell): string {
  if (cell.value === undefined) return silenceWords(cell)
  const compared = comparedFigure(indicator, cell)
  return compared === undefined ? formatNumber(cell.value) : figureWords(indicator, compared)
}

/** Between which figures the true one lies. */
export const intervalWords = (indicator: Indicator, { interval }: ShownCell): string =>
  interval === undefined
    ? ''
    : t('comparison.betweenWords', {
        low: figureWords(indicator, interval.low),
        high: figureWords(indicator, interval.high),
      })

/** How many of how many. */
export const countedWords = (indicator: Indicator, { value, of }: ShownCell): string =>
  indicator.denominatorId && of !== undefined && value !== undefined
    ? t('record.outOf', { value: formatNumber(value), of: formatNumber(of) })
    : ''

/** What is to be said of a record beside the others: whether it can be compared, with whom, and what follows. */
export function verdictWords(seen: Seen, row: SeenRow, cell: ShownCell): string {
  const { verdict, value } = cell
  if (!verdict.comparable)
    return value === undefined ? '' : t('comparison.pair.not', { reasons: reasonWords(verdict.because) })
  const own = cellOf(row, seen.from?.id)
  if (own && !own.verdict.comparable) return besideNothing(seen, row, cell, own.verdict.because)
  const pair = pairVerdict(seen, row, cell)
  if (pair && !isComparable(pair)) return pairWords(pair)
  const aside = asideWords(seenTeam(seen, cell.teamId).likeness)
  if (aside) return aside
  const note = pair?.kind === 'comparable_with_note' ? pairWords(pair) : ''
  const standing = pair ? distanceWords(seen, row, cell) : standingWords(seen, row, cell)
  return [note, standing].filter(Boolean).join('; ')
}

/** The team from which it is seen has nothing to lay beside it: that is said first, then where it stands by itself. */
const besideNothing = (seen: Seen, row: SeenRow, cell: ShownCell, because: Reason): string =>
  [
    t('comparison.ownNot', { team: seen.from!.name, reason: reasonWords(because) }),
    asideWords(seenTeam(seen, cell.teamId).likeness) || standingWords(seen, row, cell),
  ].join('; ')

/** Where a record stands among its comparable peers. */
export function standingWords(seen: Seen, row: SeenRow, cell: ShownCell): string {
  const { indicator } = row
  if (cell.standing === 'behind') {
    const team = seen.comparison.teams.find(({ id }) => id === cell.peerId)?.name ?? ''
    return t('comparison.standing.behind', { team, gap: gapWords(indicator, cell.gap ?? 0) })
  }
  if (cell.standing) return t(`comparison.standing.${cell.standing}`)
  return t(indicator.direction === 'neither' ? 'record.comparable' : 'record.alone')
}

/** How far a record is from that of the team from which it is seen, and whether that is more than chance makes. */
export function distanceWords(seen: Seen, row: SeenRow, cell: ShownCell): string {
  const own = cellOf(row, seen.from?.id)
  return own ? differenceWords(row.indicator, [seen.from!, own], [seenTeam(seen, cell.teamId).team, cell]) : ''
}

type Side = readonly [team: Pick<Team, 'name'>, cell: ShownCell]

/** Who of two is better and by how much, where chance does not make as much; else that there is no gap. */
export function differenceWords(indicator: Indicator, one: Side, other: Side): string {
  const [a, b] = [comparedFigure(indicator, one[1]), comparedFigure(indicator, other[1])]
  if (a === undefined || b === undefined) return ''
  if (a === b) return t('comparison.sameFigure')
  const gap = gapWords(indicator, Math.abs(a - b))
  if (indicator.direction === 'neither') return t('comparison.apart', { gap })
  const [better, worse] = a > b === (indicator.direction === 'more') ? [one, other] : [other, one]
  return behindBeyondNoise(indicator, worse[1], better[1])
    ? t('comparison.better', { name: better[0].name, gap })
    : t('comparison.noGap', { gap })
}
