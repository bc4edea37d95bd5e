import { type Figure, type FigureFault, readFigure } from './figure.ts'
import { type Mapping, wordKey } from './mapping.ts'
import { isPercent, type Missing } from './record.ts'
import { remembered } from './remembered.ts'

export type CellFault = FigureFault | 'blank' | 'formula' | 'status_unknown' | 'status_and_figure'

/** A figure or why there is none, with the marks and words that stood beside it. */
export type CellSaid =
  | { value?: number | undefined; missing?: Missing | undefined; unit?: string | undefined; notes: string[] }
  | { fault: CellFault }

/** What a cell says under a mapping, given the word of the status column, where there is one, and the indicator's unit. */
export function cellReader(mapping: Mapping) {
  const words = lookup(mapping.words)
  const statuses = remembered(lookup(mapping.status?.words ?? {}))
  const percent = remembered(isPercent)
  return (raw: string, statusCell: string | undefined, unit: string): CellSaid => {
    const text = raw.trim()
    const status = statusCell?.trim()
    const meaning = status ? statuses(status) : undefined
    if (status && !meaning) return { fault: 'status_unknown' }
    const notes = status && !says(status, meaning) ? [status] : []
    const figure = readFigure(text, { decimal: mapping.decimal, percent: percent(unit) })
    if (meaning && meaning !== 'figure')
      return 'fault' in figure
        ? { missing: meaning, notes: text ? [...notes, text] : notes }
        : { fault: 'status_and_figure' }
    if (text === '') return mapping.blank ? { missing: mapping.blank, notes } : { fault: 'blank' }
    if (!('fault' in figure)) return { ...ofUnit(figure, unit), notes: withMarks(notes, figure.marks) }
    const word = words(text)
    if (word === undefined) return { fault: faultOf(figure.fault, text) }
    const marked = withMarks(notes, /[*†‡§¶¹²³]+$/u.exec(text)?.[0] ?? '')
    return typeof word === 'number' ? { value: word, notes: marked } : { missing: word, notes: marked }
  }
}

/** A word that is the name of its meaning needs no note beside it. */
const says = (status: string, meaning: string | undefined): boolean =>
  wordKey(status).replaceAll('_', ' ') === meaning?.replaceAll('_', ' ')

/** Words as written first, then without case and marks. A map, since a file may well say `constructor`. */
function lookup<Meaning>(words: Readonly<Record<string, Meaning>>): (text: string) => Meaning | undefined {
  const exact = new Map(Object.entries(words))
  const loose = new Map(Object.entries(words).map(([word, meaning]) => [wordKey(word), meaning]))
  return (text) => exact.get(text) ?? loose.get(wordKey(text))
}

/** What a program would run as a formula stays text, and is no figure. */
const faultOf = (fault: FigureFault, text: string): CellFault =>
  fault === 'not_a_number' && /^[=+\-@]/.test(text) ? 'formula' : fault

const withMarks = (notes: string[], marks: string): string[] => (marks ? [...notes, marks] : notes)

const currencies: Readonly<Record<string, RegExp>> = {
  $: /\$|dollar|\busd\b/i,
  US$: /\$|dollar|\busd\b/i,
  '€': /€|euro|\beur\b/i,
  '£': /£|pound|sterling|\bgbp\b/i,
}

/** The unit is told only where the sign beside the digits is not the indicator's own. */
function ofUnit(figure: Figure, unit: string): { value: number; unit?: string | undefined } {
  const sign = figure.currency
  if (!sign || unit.toLowerCase().includes(sign.toLowerCase()) || currencies[sign]?.test(unit))
    return { value: figure.value }
  return { value: figure.value, unit: sign }
}
