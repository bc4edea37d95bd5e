import { type Mapping, mapping } from '../../shared/mapping.ts'
import type { Draft } from '../../shared/mapping-guess.ts'
import type { Missing } from '../../shared/record.ts'

/** A mapping while a person is still saying what the columns hold. */
export interface MappingDraft {
  teamColumn: number | undefined
  teamNames: string[]
  only: { column: number; is: string }[]
  periodColumn: number | undefined
  /** Where the file has no such column: one period for all rows. */
  periodFixed: string
  kind: 'one' | 'column' | 'wide'
  value: number | undefined
  indicatorId: string
  indicatorColumn: number | undefined
  /** For each word of that column the indicator, or '' where its rows are left out. */
  codes: Record<string, string>
  /** For each column of figures its indicator. */
  wide: Record<number, string>
  statusColumn: number | undefined
  statusWords: Record<string, Missing | 'figure'>
  words: Record<string, number | Missing>
  blank: Missing | ''
  decimal: '.' | ',' | ''
  notes: number[]
}

/** A draft from what was said of such a file before, or from what the file suggests. */
export function draftOf(from: Mapping | Draft): MappingDraft {
  const { team, period, figures, status } = from
  const guessed = 'value' in from ? from.value : undefined
  return {
    teamColumn: team?.column,
    teamNames: [...(team?.names ?? [])],
    only: [...from.only],
    periodColumn: period && 'column' in period ? period.column : undefined,
    periodFixed: period && 'fixed' in period ? period.fixed : '',
    kind: !figures || 'indicatorId' in figures ? 'one' : 'wide' in figures ? 'wide' : 'column',
    value: figures && 'value' in figures ? figures.value : guessed,
    indicatorId: figures && 'indicatorId' in figures ? figures.indicatorId : '',
    indicatorColumn: figures && 'codes' in figures ? figures.column : undefined,
    codes: figures && 'codes' in figures ? { ...figures.codes } : {},
    wide:
      figures && 'wide' in figures
        ? Object.fromEntries(figures.wide.map(({ column, indicatorId }) => [column, indicatorId]))
        : {},
    statusColumn: status?.column,
    statusWords: { ...status?.words },
    words: { ...from.words },
    blank: from.blank ?? '',
    decimal: from.decimal ?? '',
    notes: [...from.notes],
  }
}

/** What is still to be said before rows can be read. */
export type Unsaid = 'team' | 'period' | 'value' | 'indicator' | 'wide'

export function unsaid(draft: MappingDraft): Unsaid[] {
  const lacks: Unsaid[] = []
  if (draft.teamColumn !== undefined && draft.teamNames.length === 0) lacks.push('team')
  if (draft.periodColumn === undefined && draft.periodFixed === '') lacks.push('period')
  if (draft.kind === 'wide') return wideOf(draft).length === 0 ? [...lacks, 'wide'] : lacks
  if (draft.value === undefined) lacks.push('value')
  const named =
    draft.kind === 'one'
      ? draft.indicatorId !== ''
      : draft.indicatorColumn !== undefined && Object.values(draft.codes).some(Boolean)
  return named ? lacks : [...lacks, 'indicator']
}

/** The mapping, once all is said and well formed. */
export function mappingOf(draft: MappingDraft): Mapping | undefined {
  if (unsaid(draft).length > 0) return undefined
  const result = mapping.safeParse({
    team: draft.teamColumn === undefined ? undefined : { column: draft.teamColumn, names: draft.teamNames },
    only: draft.only.filter(({ is }) => is !== ''),
    period: draft.periodColumn === undefined ? { fixed: draft.periodFixed } : { column: draft.periodColumn },
    figures: figuresOf(draft),
    status: draft.statusColumn === undefined ? undefined : { column: draft.statusColumn, words: draft.statusWords },
    words: draft.words,
    blank: draft.blank || undefined,
    decimal: draft.decimal || undefined,
    notes: draft.notes,
  })
  return result.success ? result.data : undefined
}

function figuresOf(draft: MappingDraft): unknown {
  if (draft.kind === 'wide') return { wide: wideOf(draft) }
  if (draft.kind === 'one') return { value: draft.value, indicatorId: draft.indicatorId }
  return { value: draft.value, column: draft.indicatorColumn, codes: draft.codes }
}

const wideOf = (draft: MappingDraft): { column: number; indicatorId: string }[] =>
  Object.entries(draft.wide).flatMap(([column, indicatorId]) =>
    indicatorId ? [{ column: Number(column), indicatorId }] : [],
  )
