import { type Mapping, mapping, type TerritoryMeaning } from '../../shared/mapping.ts'
import type { Draft } from '../../shared/mapping-guess.ts'
import { readPeriod } from '../../shared/period.ts'
import type { Grain, Missing } from '../../shared/record.ts'

/** A mapping while a person is still saying what the columns hold. */
export interface MappingDraft {
  teamColumn: number | undefined
  teamNames: string[]
  territoryColumn: number | undefined
  territoryWords: Record<string, TerritoryMeaning>
  only: { column: number; is: string }[]
  periodColumn: number | undefined
  /** Where the file has no such column: one period for all rows. */
  periodFixed: string
  /** What a day in the period's column stands for. */
  periodDates: Grain | ''
  kind: 'one' | 'column' | 'wide' | 'years'
  value: number | undefined
  indicatorId: string
  indicatorColumn: number | undefined
  /** For each word of that column the indicator, or '' where its rows are left out. */
  codes: Record<string, string>
  /** For each column of figures its indicator. */
  wide: Record<number, string>
  /** For each column of figures the period that its name tells. */
  widePeriods: Record<number, string>
  statusColumn: number | undefined
  statusWords: Record<string, Missing | 'figure'>
  words: Record<string, number | Missing>
  blank: Missing | ''
  decimal: '.' | ',' | ''
  notes: number[]
}

/** A draft from what was said of such a file before, or from what the file suggests. */
export function draftOf(from: Mapping | Draft): MappingDraft {
  const { team, territory, period, figures, status } = from
  const guessed = 'value' in from ? from.value : undefined
  const wide = figures && 'wide' in figures ? figures.wide : []
  return {
    teamColumn: team?.column,
    teamNames: [...(team?.names ?? [])],
    territoryColumn: territory?.column,
    territoryWords: { ...territory?.words },
    only: [...from.only],
    periodColumn: period && 'column' in period ? period.column : undefined,
    periodFixed: period && 'fixed' in period ? period.fixed : '',
    periodDates: (period && 'column' in period && period.dates) || '',
    kind: kindOf(figures),
    value: figures && 'value' in figures ? figures.value : guessed,
    indicatorId: indicatorOf(figures),
    indicatorColumn: figures && 'codes' in figures ? figures.column : undefined,
    codes: figures && 'codes' in figures ? { ...figures.codes } : {},
    wide: Object.fromEntries(wide.flatMap((one) => (one.indicatorId ? [[one.column, one.indicatorId]] : []))),
    widePeriods: Object.fromEntries(wide.flatMap((one) => (one.period ? [[one.column, one.period]] : []))),
    statusColumn: status?.column,
    statusWords: { ...status?.words },
    words: { ...from.words },
    blank: from.blank ?? '',
    decimal: from.decimal ?? '',
    notes: [...from.notes],
  }
}

/** Columns of periods have one indicator, or one that each row names; columns of indicators have one each. */
function kindOf(figures: Mapping['figures'] | undefined): MappingDraft['kind'] {
  if (!figures || 'indicatorId' in figures) return 'one'
  if (!('wide' in figures)) return 'column'
  const indicators = new Set(figures.wide.map(({ indicatorId }) => indicatorId))
  return figures.wide.every(({ period }) => period) && indicators.size === 1 ? 'years' : 'wide'
}

function indicatorOf(figures: Mapping['figures'] | undefined): string {
  if (!figures) return ''
  if ('indicatorId' in figures) return figures.indicatorId
  return ('wide' in figures && figures.wide[0]?.indicatorId) || ''
}

/** What is still to be said before rows can be read. */
export type Unsaid = 'team' | 'period' | 'value' | 'indicator' | 'wide' | 'years'

export function unsaid(draft: MappingDraft): Unsaid[] {
  const lacks: Unsaid[] = []
  const ofRow = draft.periodColumn !== undefined || draft.periodFixed !== ''
  const columns = wideOf(draft)
  const isWide = draft.kind === 'wide' || draft.kind === 'years'
  if (draft.teamColumn !== undefined && draft.teamNames.length === 0) lacks.push('team')
  if (!ofRow && !(isWide && columns.every(({ period }) => period))) lacks.push('period')
  if (isWide && columns.length === 0) lacks.push(draft.kind === 'years' ? 'years' : 'wide')
  if (!isWide && draft.value === undefined) lacks.push('value')
  return draft.kind === 'wide' || hasIndicator(draft) ? lacks : [...lacks, 'indicator']
}

const named = (draft: MappingDraft): boolean =>
  draft.indicatorColumn !== undefined && Object.values(draft.codes).some(Boolean)
const hasIndicator = (draft: MappingDraft): boolean =>
  draft.kind === 'one'
    ? draft.indicatorId !== ''
    : named(draft) || (draft.kind === 'years' && oneIndicator(draft) !== undefined)

/** The one indicator of all columns, where the rows name none. */
const oneIndicator = (draft: MappingDraft): string | undefined =>
  draft.indicatorColumn === undefined ? draft.indicatorId || undefined : undefined

/** The mapping, once all is said and well formed. */
export function mappingOf(draft: MappingDraft): Mapping | undefined {
  if (unsaid(draft).length > 0) return undefined
  const { teamColumn, territoryColumn, statusColumn } = draft
  const result = mapping.safeParse({
    team: teamColumn === undefined ? undefined : { column: teamColumn, names: draft.teamNames },
    territory: territoryColumn === undefined ? undefined : { column: territoryColumn, words: draft.territoryWords },
    only: draft.only.filter(({ is }) => is !== ''),
    period: periodOf(draft),
    figures: figuresOf(draft),
    status: statusColumn === undefined ? undefined : { column: statusColumn, words: draft.statusWords },
    words: draft.words,
    blank: draft.blank || undefined,
    decimal: draft.decimal || undefined,
    notes: draft.notes,
  })
  return result.success ? result.data : undefined
}

function periodOf({ periodColumn, periodFixed, periodDates }: MappingDraft): unknown {
  if (periodColumn !== undefined) return { column: periodColumn, dates: periodDates || undefined }
  return periodFixed ? { fixed: periodFixed } : undefined
}

function figuresOf(draft: MappingDraft): unknown {
  const { value, indicatorId, indicatorColumn, codes } = draft
  if (draft.kind === 'one') return { value, indicatorId }
  if (draft.kind === 'column') return { value, column: indicatorColumn, codes }
  const byRow = draft.kind === 'years' && indicatorColumn !== undefined ? { column: indicatorColumn, codes } : {}
  return { wide: wideOf(draft), ...byRow }
}

/** The columns of figures: those of an indicator, or those of a period. */
function wideOf(
  draft: MappingDraft,
): { column: number; indicatorId?: string | undefined; period?: string | undefined }[] {
  const periods = Object.entries(draft.widePeriods).flatMap(([column, written]) => {
    const period = readPeriod(written)
    return period ? [[Number(column), period] as const] : []
  })
  if (draft.kind === 'years')
    return periods.map(([column, period]) => ({ column, period, indicatorId: oneIndicator(draft) }))
  const byColumn = new Map(periods)
  return Object.entries(draft.wide).flatMap(([column, indicatorId]) =>
    indicatorId ? [{ column: Number(column), indicatorId, period: byColumn.get(Number(column)) }] : [],
  )
}
