import type { GapFigure, GapFigures, Question, VoiceAnswer } from '../../../shared/gap.ts'
import type { Mark } from '../../../shared/marks.ts'
import { api, call } from '../../api.ts'
import { formatList, formatNumber, formatPercent, t, tKind } from '../../text.ts'

export const loadGaps = (forumId: string) => call(api.api.forums[':forumId'].gaps.$get({ param: { forumId } }))
export const loadGap = (id: string) => call(api.api.gaps[':id'].$get({ param: { id } }))
export const loadPlaces = (id: string) => call(api.api.gaps[':id'].measures.$get({ param: { id } }))

export type ForumGaps = Awaited<ReturnType<typeof loadGaps>>
export type Proposal = ForumGaps['proposals'][number]
export type GapLine = ForumGaps['gaps'][number]
export type GapView = Awaited<ReturnType<typeof loadGap>>
export type Place = Awaited<ReturnType<typeof loadPlaces>>[number]

type Indicator = GapFigures['indicator']

/** A figure of a gap as people read it: a percentage with its sign, anything else as a number. */
export const figureWords = (indicator: Indicator, figure: number): string =>
  inPercent(indicator) ? formatPercent(figure) : formatNumber(figure)

const inPercent = ({ denominator, ratePer, unit }: Indicator): boolean =>
  denominator === undefined ? /%|per ?cent|pour ?cent|por ?ciento/i.test(unit) : ratePer === 100

/** What the figures are in. */
export const unitWords = ({ denominator, ratePer, unit }: Indicator): string =>
  denominator === undefined ? unit : t('record.rateOf', { per: ratePer, denominator })

export function intervalWords(indicator: Indicator, { low, high, level }: GapFigure): string {
  if (low === undefined || high === undefined) return t('gap.noInterval')
  const ends = { low: figureWords(indicator, low), high: figureWords(indicator, high) }
  return level === undefined ? t('gap.between', ends) : t('gap.betweenAt', { ...ends, level: formatPercent(level) })
}

/** Of what a rate was made. */
export const countedWords = ({ value, of }: GapFigure): string =>
  of === undefined ? formatNumber(value) : t('gap.outOf', { value: formatNumber(value), of: formatNumber(of) })

export const verdictWords = ({ notes }: GapFigures): string =>
  notes.length === 0
    ? t('gap.verdict.comparable')
    : t('gap.verdict.noted', { reasons: formatList(notes.map((reason) => tKind('record.because', reason))) })

export const saidWords = (question: Question, answer: VoiceAnswer): string => tKind(`gap.said.${question}`, answer)

export const stateMarks: Record<GapLine['state'], Mark> = {
  proposed: 'empty',
  set_aside: 'struck',
  confirmed: 'empty',
  overdue: 'none',
  explained: 'half',
  accepted: 'full',
  adopting: 'half',
  reported: 'half',
  closed: 'full',
}
