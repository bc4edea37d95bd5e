import type { Column } from './columns.ts'
import { namesOf } from './country-names.ts'
import { type Mapping, type TerritoryMeaning, wordKey } from './mapping.ts'
import { periodInName } from './period.ts'
import type { Indicator, Missing } from './record.ts'

/** A mapping that a person has not finished: what could not be told from the file is not there. */
export type Draft = Partial<
  Pick<Mapping, 'team' | 'territory' | 'period' | 'figures' | 'status' | 'decimal' | 'blank'>
> &
  Pick<Mapping, 'only' | 'words' | 'notes'> & {
    /** The column of the figures, where it is not known yet of which indicator they are. */
    value?: number | undefined
  }

const named = {
  team: /^(country|team|reporter|ref_?area|area|agency|pays|équipe|país|equipo|state|province)/i,
  territory: /^(territor|sub-?national|zone|partie|parte)/i,
  period: /(year|time|period|année|annee|période|año|periodo|date)/i,
  indicator: /(indicator|indicateur|indicador|series|serie|variable)/i,
  value: /(obs_?value|^value|valeur|valor|figure|number|nombre|número|amount|count)/i,
  status: /(obs_?status|status|statut|estado|missing|flag|reason)/i,
  note: /(note|comment|remark|footnote|remarque|nota|source)/i,
} as const

/** What the columns most likely are. A suggestion: the person sees each and changes it, and nothing is taken without. */
export function guessMapping(
  columns: readonly Column[],
  indicators: readonly Indicator[],
  teamName: string,
  aliases: readonly string[] = [],
): Draft {
  const taken = new Set<number>()
  const take = (column: Column | undefined): Column | undefined => {
    if (column) taken.add(column.index)
    return column
  }
  const free = columns.filter((column) => column.filled > 0)
  const find = (fits: (column: Column) => boolean) =>
    take(free.find((column) => !taken.has(column.index) && fits(column)))
  const pick = (name: RegExp, fits: (column: Column) => boolean) =>
    find((column) => name.test(column.name) && fits(column))
  const names = new Set([teamName, ...aliases].flatMap(namesOf).map(wordKey))
  const own = ({ words }: Column) => words.filter(({ text }) => names.has(wordKey(text))).map(({ text }) => text)
  const territory = pick(named.territory, (column) => !column.many && column.figures === 0)
  const team =
    find((column) => own(column).length > 0) ?? pick(named.team, (column) => column.figures < column.sampled / 2)
  const wide = guessWide(free, indicators)
  for (const { column } of wide) taken.add(column)
  const period = pick(named.period, mostlyPeriods) ?? find(mostlyPeriods) ?? pick(named.period, mostlyDates)
  const indicator = pick(named.indicator, (column) => !named.note.test(column.name) && !column.many)
  const status = pick(named.status, (column) => !column.many)
  const value = wide.length > 0 ? undefined : (pick(named.value, mostlyFigures) ?? find(mostlyFigures))
  const notes = free.filter((column) => !taken.has(column.index) && named.note.test(column.name))
  return {
    team: team && { column: team.index, names: own(team).slice(0, 20) },
    territory: territory && { column: territory.index, words: knownTerritories(territory, names) },
    only: [],
    period: period && { column: period.index, ...(mostlyDates(period) && { dates: grainOfAll(indicators) }) },
    value: value?.index,
    figures: guessFigures(value, wide, indicator, indicators),
    status: status && { column: status.index, words: knownStatuses(status) },
    words: knownWords,
    decimal: value ? value.decimal : decimalOf(free.filter(({ index }) => wide.some(({ column }) => column === index))),
    notes: notes.map((column) => column.index),
  }
}

const mostlyPeriods = (column: Column): boolean => column.sampled > 0 && column.periods > column.sampled * 0.9
const mostlyDates = (column: Column): boolean => column.sampled > 0 && column.dates > column.sampled * 0.9
const mostlyFigures = (column: Column): boolean => column.sampled > 0 && column.figures > column.sampled * 0.3

/** A day stands for the period that all indicators have; where they differ, the person says which. */
const grainOfAll = (indicators: readonly Indicator[]): Indicator['grain'] | undefined =>
  new Set(indicators.map(({ grain }) => grain)).size === 1 ? indicators[0]!.grain : undefined

const decimalOf = (columns: readonly Column[]): Draft['decimal'] => {
  const proven = new Set(columns.flatMap(({ decimal }) => decimal ?? []))
  return proven.size === 1 ? [...proven][0] : undefined
}

type Wide = { column: number; indicatorId?: string | undefined; period?: string | undefined }[]

/** Columns of figures whose names tell a period, an indicator, or both; one alone is no table of that kind. */
function guessWide(columns: readonly Column[], indicators: readonly Indicator[]): Wide {
  const found = columns.filter(mostlyFigures).flatMap(({ index, name }) => {
    const told = periodInName(name)
    const words = told ? told.rest : name
    const indicator = words ? indicatorNamed(words, indicators) : undefined
    if (told && words && !indicator) return []
    return told || indicator ? [{ column: index, indicatorId: indicator?.id, period: told?.period }] : []
  })
  return found.length > 1 ? found : []
}

function guessFigures(
  value: Column | undefined,
  wide: Wide,
  indicator: Column | undefined,
  indicators: readonly Indicator[],
): Draft['figures'] {
  const codes = indicator && codesIn(indicator, indicators)
  if (wide.length > 0) {
    if (wide.every(({ indicatorId }) => indicatorId)) return { wide }
    if (codes) return { wide, column: indicator.index, codes }
    const only = indicators.length === 1 ? indicators[0]!.id : undefined
    return { wide: wide.map((one) => ({ ...one, indicatorId: one.indicatorId ?? only })) }
  }
  if (!value) return undefined
  if (codes) return { value: value.index, column: indicator.index, codes }
  return indicators.length === 1 ? { value: value.index, indicatorId: indicators[0]!.id } : undefined
}

const codesIn = (column: Column, indicators: readonly Indicator[]): Record<string, string> =>
  Object.fromEntries(
    column.words.flatMap(({ text }) => {
      const found = indicatorNamed(text, indicators)
      return found ? [[text, found.id] as const] : []
    }),
  )

/** The indicator that a word of a file names: by its code, its title, or its code beside other words. */
export function indicatorNamed(word: string, indicators: readonly Indicator[]): Indicator | undefined {
  const key = wordKey(word)
  const whole =
    indicators.find((indicator) => wordKey(indicator.code) === key) ??
    indicators.find((indicator) => wordKey(indicator.title) === key)
  if (whole) return whole
  const parts = new Set(key.split(/[\s:;()[\]–—|]+/))
  const beside = indicators.filter(
    ({ code, title }) => parts.has(wordKey(code)) || key.startsWith(`${wordKey(title)} (`),
  )
  return beside.length === 1 ? beside[0] : undefined
}

/** Words for the whole of a territory; which of the others is a part, and whether it counts, the person says. */
const wholes = /^(all( territories)?|national( total)?|total|whole( country)?|ensemble|national|nacional|todo)$/i

const knownTerritories = (column: Column, names: ReadonlySet<string>): Record<string, TerritoryMeaning> =>
  Object.fromEntries(
    column.words
      .filter(({ text }) => wholes.test(text.trim()) || names.has(wordKey(text)))
      .map(({ text }) => [text, 'whole'] as const),
  )

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
