import type { Indicator } from '../../shared/record.ts'

/** The agreement's indicators as open data: the dictionary of every other table of records. */
export const indicatorColumns = [
  'code',
  'title',
  'definition',
  'unit',
  'denominator',
  'rate_per',
  'direction',
  'grain',
  'source',
  'illustrative',
] as const

export type IndicatorLine = Record<(typeof indicatorColumns)[number], string | number | boolean | undefined>

export function indicatorLines(indicators: readonly Indicator[]): IndicatorLine[] {
  const codes = new Map(indicators.map((indicator) => [indicator.id, indicator.code]))
  return indicators.map((indicator) => ({
    code: indicator.code,
    title: indicator.title,
    definition: indicator.definition,
    unit: indicator.unit,
    denominator: indicator.denominatorId && codes.get(indicator.denominatorId),
    rate_per: indicator.denominatorId ? indicator.ratePer : undefined,
    direction: indicator.direction,
    grain: indicator.grain,
    source: indicator.source,
    illustrative: indicator.illustrative,
  }))
}
