import type { CriterionBody, Measure, RevisionState } from '../../../shared/criterion.ts'
import type { CriterionReading, Met } from '../../../shared/criterion-reading.ts'
import type { Mark } from '../../../shared/marks.ts'
import type { Indicator } from '../../../shared/record.ts'
import { api, call } from '../../api.ts'
import { formatNumber, formatPercent, t } from '../../text.ts'
import { figureWords, reasonWords } from '../words.ts'

export const loadCriteria = (agreementId: string) =>
  call(api.api.agreements[':agreementId'].criteria.$get({ param: { agreementId } }))
export const loadCriterion = (id: string) => call(api.api.criteria[':id'].$get({ param: { id } }))
export const loadReadings = (forumId: string) =>
  call(api.api.forums[':forumId']['criterion-readings'].$get({ param: { forumId } }))

export type Criterion = Awaited<ReturnType<typeof loadCriterion>>
export type Revision = Criterion['revisions'][number]
export type CriterionLine = Awaited<ReturnType<typeof loadReadings>>[number]

export const revisionMarks: Record<RevisionState, Mark> = { proposed: 'half', promulgated: 'full', declined: 'struck' }
export const metMarks: Record<Met, Mark> = { met: 'full', not_met: 'struck', cannot_be_said: 'none' }

/** What a measure asks, in words: `at least 80%, each year`. */
export const termsWords = ({
  bound,
  value,
  unit,
  period,
}: Pick<Measure, 'bound' | 'value' | 'unit' | 'period'>): string =>
  t('criterion.terms', { bound: t(`criterion.bound.${bound}`, { value: valueWords(value, unit) }), period })

/** A value with its unit. */
export const valueWords = (value: number, unit: string): string =>
  unit.startsWith('%') ? `${formatPercent(value)}${unit.slice(1)}` : `${formatNumber(value)} ${unit}`

/** What a criterion asks, a thing at a time. */
export const askedWords = (body: CriterionBody): readonly string[] =>
  body.kind === 'measure' ? [termsWords(body)] : body.clauses

/** Why it cannot be said whether a record meets a criterion. */
export const unsaidWords = ({ because }: CriterionReading): string =>
  because === 'within_chance' ? t('criterion.withinChance') : because ? reasonWords(because) : ''

/** A figure with the bounds between which chance leaves it. */
export const boundedWords = (indicator: Indicator, { figure, interval }: CriterionReading): string =>
  figure === undefined
    ? ''
    : interval
      ? t('criterion.between', {
          figure: figureWords(indicator, figure),
          low: figureWords(indicator, interval.low),
          high: figureWords(indicator, interval.high),
        })
      : figureWords(indicator, figure)
