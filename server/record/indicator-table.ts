import type { PublishedRow } from '../../shared/published.ts'
import type { Indicator, SeriesBreak } from '../../shared/record.ts'

/** The agreement's indicators as open data: the dictionary of every other table of records. */
export const indicatorColumns = [
  'code',
  'title',
  'definition',
  'unit',
  'denominator',
  'rate_per',
  'direction',
  'nature',
  'grain',
  'source',
  'family',
  'library',
  'valid_from',
  'valid_to',
  'breaks',
  'illustrative',
] as const satisfies readonly (keyof PublishedRow<'indicators'>)[]

export function indicatorLines(indicators: readonly Indicator[]): PublishedRow<'indicators'>[] {
  const codes = new Map(indicators.map((indicator) => [indicator.id, indicator.code]))
  return indicators.map((indicator) => ({
    code: indicator.code,
    title: indicator.title,
    definition: indicator.definition,
    unit: indicator.unit,
    denominator: indicator.denominatorId && codes.get(indicator.denominatorId),
    rate_per: indicator.denominatorId ? indicator.ratePer : undefined,
    direction: indicator.direction,
    nature: indicator.nature,
    grain: indicator.grain,
    source: indicator.source,
    family: indicator.family,
    library: indicator.library,
    valid_from: indicator.validFrom,
    valid_to: indicator.validTo,
    breaks: (indicator.breaks ?? []).map(breakWords).join('; ') || undefined,
    illustrative: indicator.illustrative,
  }))
}

/** `2018 coverage (apart): without the ports`; one team's names no team, since the dictionary is of all. */
const breakWords = ({ from, until, kind, parts, note }: SeriesBreak): string =>
  `${from}${until ? ` to ${until}` : ''} ${kind}${parts ? ' (apart)' : ''}: ${note}`
