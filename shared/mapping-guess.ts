import type { Column } from './columns.ts'
import { type Mapping, wordKey } from './mapping.ts'
import type { Indicator, Missing } from './record.ts'

/** A mapping that a person has not finished: what could not be told from the file is not there. */
export type Draft = Partial<Pick<Mapping, 'team' | 'period' | 'figures' | 'status' | 'decimal' | 'blank'>> &
  Pick<Mapping, 'only' | 'words' | 'notes'> & {
    /** The column of the figures, where it is not known yet of which indicator they are. */
    value?: number | undefined
  }

const named = {
  team: /^(country|team|reporter|ref_?area|area|agency|pays|équipe|país|equipo|state|province)/i,
  period: /(year|time|period|année|annee|période|año|periodo|date)/i,
  indicator: /(indicator|indicateur|indicador|series|serie|variable)/i,
  value: /(obs_?value|^value|valeur|valor|figure|number|nombre|número|amount|count)/i,
  status: /(obs_?status|status|statut|estado|missing|flag|reason)/i,
  note: /(note|comment|remark|footnote|remarque|nota|source)/i,
} as const

/** What the columns most likely are. A suggestion: the person sees each and changes it, and nothing is taken without. */
export function guessMapping(columns: readonly Column[], indicators: readonly Indicator[], teamName: string): Draft {
  const taken = new Set<number>()
  const take = (column: Column | undefined): Column | undefined => {
    if (column) taken.add(column.index)
    return column
  }
  const free = columns.filter((column) => column.filled > 0)
  const pick = (name: RegExp, fits: (column: Column) => boolean) =>
    take(free.find((column) => !taken.has(column.index) && name.test(column.name) && fits(column)))
  const byTeam = free.find((column) => column.words.some(({ text }) => wordKey(text) === wordKey(teamName)))
  const team = take(byTeam) ?? pick(named.team, (column) => column.figures < column.sampled / 2)
  const period =
    pick(named.period, mostlyPeriods) ?? take(free.find((column) => !taken.has(column.index) && mostlyPeriods(column)))
  const indicator = pick(named.indicator, (column) => !named.note.test(column.name) && !column.many)
  const status = pick(named.status, (column) => !column.many)
  const value =
    pick(named.value, mostlyFigures) ?? take(free.find((column) => !taken.has(column.index) && mostlyFigures(column)))
  const notes = free.filter((column) => !taken.has(column.index) && named.note.test(column.name))
  return {
    team: team && { column: team.index, names: [nameOf(team, teamName)].filter((name) => name !== '') },
    only: [],
    period: period && { column: period.index },
    value: value?.index,
    figures: guessFigures(value, indicator, indicators),
    status: status && { column: status.index, words: knownStatuses(status) },
    words: knownWords,
    decimal: value?.decimal,
    notes: notes.map((column) => column.index),
  }
}

const mostlyPeriods = (column: Column): boolean => column.sampled > 0 && column.periods > column.sampled * 0.9
const mostlyFigures = (column: Column): boolean => column.sampled > 0 && column.figures > column.sampled * 0.3

const nameOf = (column: Column, teamName: string): string =>
  column.words.find(({ text }) => wordKey(text) === wordKey(teamName))?.text ?? ''

function guessFigures(
  value: Column | undefined,
  indicator: Column | undefined,
  indicators: readonly Indicator[],
): Draft['figures'] {
  if (!value) return undefined
  if (!indicator) return indicators.length === 1 ? { value: value.index, indicatorId: indicators[0]!.id } : undefined
  const codes = indicator.words.flatMap(({ text }) => {
    const found = indicatorNamed(text, indicators)
    return found ? [[text, found.id] as const] : []
  })
  return { value: value.index, column: indicator.index, codes: Object.fromEntries(codes) }
}

/** The indicator that a word of a file names: by its code or its title. */
export const indicatorNamed = (word: string, indicators: readonly Indicator[]): Indicator | undefined =>
  indicators.find((indicator) => wordKey(indicator.code) === wordKey(word)) ??
  indicators.find((indicator) => wordKey(indicator.title) === wordKey(word))

/** Words that mean one thing wherever they stand. Shown as suggestions, and changed where a file means another. */
export const knownWords: Record<string, Missing> = {
  'n/a': 'not_applicable',
  'not applicable': 'not_applicable',
  'sans objet': 'not_applicable',
  'no aplica': 'not_applicable',
  unknown: 'unknown',
  inconnu: 'unknown',
  desconocido: 'unknown',
  'not reported': 'not_reported',
  'non communiqué': 'not_reported',
  'no comunicado': 'not_reported',
  unavailable: 'not_reported',
  'not available': 'not_reported',
  suppressed: 'suppressed',
  confidential: 'suppressed',
  confidentiel: 'suppressed',
  confidencial: 'suppressed',
}

/** The observation status codes of SDMX, as ILOSTAT writes them (CL_OBS_STATUS). */
const statusCodes: Readonly<Record<string, Missing | 'figure'>> = {
  A: 'figure',
  B: 'figure',
  C: 'suppressed',
  E: 'figure',
  I: 'figure',
  M: 'figure',
  N: 'not_reported',
  P: 'figure',
  R: 'figure',
  S: 'figure',
  U: 'figure',
  X: 'not_applicable',
  Z: 'figure',
}

/** Words of a column that only explains: those above, and the ones that programs write. */
const statusWords: Readonly<Record<string, Missing>> = {
  ...knownWords,
  not_applicable: 'not_applicable',
  not_reported: 'not_reported',
  blank: 'not_reported',
}

function knownStatuses(column: Column): Record<string, Missing | 'figure'> {
  const words = column.words.flatMap(({ text }) => {
    const meaning = own(statusCodes, text) ?? own(statusWords, wordKey(text))
    return meaning ? [[text, meaning] as const] : []
  })
  return Object.fromEntries(words)
}

const own = <Meaning>(words: Readonly<Record<string, Meaning>>, word: string): Meaning | undefined =>
  Object.hasOwn(words, word) ? words[word] : undefined
