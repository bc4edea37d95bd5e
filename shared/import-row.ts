import { cut } from './csv.ts'
import { figureFaults } from './figure.ts'
import { type FigureCells, figureCells, usedColumns } from './figure-cells.ts'
import { type CellFault, cellReader } from './import-cell.ts'
import { type Mapping, type TerritoryMeaning, wordKey } from './mapping.ts'
import { type Period, periodOfDate, readPeriod } from './period.ts'
import type { ImportedRow, Indicator } from './record.ts'
import { remembered } from './remembered.ts'

export const rowFaultCodes = [
  ...figureFaults,
  'blank',
  'formula',
  'status_unknown',
  'status_and_figure',
  'row_short',
  'row_long',
  'period_unreadable',
  'indicator_unknown',
  'territory_unknown',
  'note_long',
  'merged',
  'repeated',
  'quote_misplaced',
  'broken_text',
] as const satisfies readonly (CellFault | string)[]
export type RowFaultCode = (typeof rowFaultCodes)[number]

/** Why a row, or a cell of it, was not taken: the sentence is `record.fault.<code>`. */
export interface RowFault {
  line: number
  column?: number | undefined
  code: RowFaultCode
  cell: string
  /** For what is repeated: the line that said it first. */
  earlier?: number | undefined
}

export type RowOutcome =
  | { kind: 'empty' }
  | { kind: 'other_team' }
  | { kind: 'left_out' }
  | { kind: 'read'; rows: ImportedRow[]; faults: RowFault[] }

/** What each row of a file becomes under a mapping. The same function makes the preview, the check and the import. */
export function rowReader(mapping: Mapping, header: readonly string[], indicators: readonly Indicator[]) {
  const names = new Set(mapping.team?.names.map(wordKey))
  const isOwn = remembered((name) => names.has(wordKey(name)))
  const cellsOf = figureCells(mapping, new Map(indicators.map((indicator) => [indicator.id, indicator])))
  const context = { mapping, header, readCell: cellReader(mapping), territoryOf: territoryReader(mapping) }
  const used = usedColumns(mapping)
  const needed = Math.max(...used)
  return (cells: readonly string[], line: number, merged?: readonly number[]): RowOutcome => {
    if (cells.every((cell) => cell.trim() === '')) return { kind: 'empty' }
    const team = mapping.team && cells[mapping.team.column]
    if (team !== undefined && !isBroken(team) && !isOwn(team)) return { kind: 'other_team' }
    const shape = shapeFault(cells, Math.max(header.length, needed + 1))
    if (shape) return refused(line, shape, undefined, '')
    const broken = used.find((column) => isBroken(cells[column]!))
    if (broken !== undefined) return refused(line, 'broken_text', broken, cells[broken]!)
    if (mapping.only.some(({ column, is }) => cells[column]!.trim() !== is.trim())) return { kind: 'left_out' }
    const found = cellsOf(cells)
    if (found === 'left_out') return { kind: 'left_out' }
    return readRow(context, { cells, line, merged: merged ?? [] }, found)
  }
}

/** Bytes that are no text in the file's encoding, or NUL: nobody knows what they say, so the row is told and not taken. */
const isBroken = (cell: string): boolean => cell.includes('\ufffd') || cell.includes('\u0000')

const refused = (line: number, code: RowFaultCode, column: number | undefined, cell: string): RowOutcome => ({
  kind: 'read',
  rows: [],
  faults: [{ line, column, code, cell: cut(cell, 500) }],
})

/** With a cell too few or too many, nobody knows which it was: all behind it may have shifted by one. */
function shapeFault(cells: readonly string[], columns: number): 'row_short' | 'row_long' | undefined {
  if (cells.length < columns) return 'row_short'
  return cells.length > columns && cells.slice(columns).some((cell) => cell.trim() !== '') ? 'row_long' : undefined
}

/** Of which territory a row speaks; an empty cell means the whole. */
function territoryReader({ territory }: Mapping): (cells: readonly string[]) => TerritoryMeaning | undefined {
  if (!territory) return () => 'whole'
  const words = new Map(Object.entries(territory.words).map(([word, meaning]) => [wordKey(word), meaning]))
  return (cells) => {
    const word = cells[territory.column]!
    return words.get(wordKey(word)) ?? (word.trim() === '' ? 'whole' : undefined)
  }
}

interface RowContext {
  mapping: Mapping
  header: readonly string[]
  readCell: ReturnType<typeof cellReader>
  territoryOf: ReturnType<typeof territoryReader>
}
interface RowSeen {
  cells: readonly string[]
  line: number
  /** Columns whose cell is part of a merged one: it stands over several rows or columns. */
  merged: readonly number[]
}

function readRow(context: RowContext, row: RowSeen, found: Exclude<FigureCells, 'left_out'>): RowOutcome {
  const { mapping, territoryOf } = context
  const { cells, line } = row
  if ('unknown' in found) return refused(line, 'indicator_unknown', found.column, found.unknown)
  const meaning = territoryOf(cells)
  if (!meaning) return refused(line, 'territory_unknown', mapping.territory!.column, cells[mapping.territory!.column]!)
  if (meaning === 'left_out') return { kind: 'left_out' }
  const period = rowPeriod(mapping.period, cells)
  if (!period && found.some((one) => !one.period)) {
    const column = mapping.period && 'column' in mapping.period ? mapping.period.column : undefined
    return refused(line, 'period_unreadable', column, column === undefined ? '' : cells[column]!)
  }
  const part = meaning === 'part' ? [placeNote(context, cells)] : []
  const rows: ImportedRow[] = []
  const faults: RowFault[] = []
  for (const one of found) {
    const taken = readFigureCell(context, row, one.column, one.indicator, part)
    if ('code' in taken) faults.push({ line, column: one.column, code: taken.code, cell: cut(cells[one.column]!, 500) })
    else rows.push({ line, indicatorId: one.indicator.id, period: (one.period ?? period)!, ...taken })
  }
  return { kind: 'read', rows, faults }
}

function rowPeriod(period: Mapping['period'], cells: readonly string[]): Period | undefined {
  if (!period) return undefined
  if ('fixed' in period) return period.fixed
  const cell = cells[period.column]!
  return readPeriod(cell) ?? (period.dates && periodOfDate(cell, period.dates))
}

type Taken = Omit<ImportedRow, 'line' | 'indicatorId' | 'period'>

function readFigureCell(
  { mapping, header, readCell }: RowContext,
  { cells, merged }: RowSeen,
  column: number,
  indicator: Indicator,
  part: readonly string[],
): Taken | { code: RowFaultCode } {
  const raw = cells[column]!
  if (merged.includes(column)) return { code: 'merged' }
  const said = readCell(raw, mapping.status && cells[mapping.status.column], indicator.unit)
  if ('fault' in said) return { code: said.fault }
  const { value, missing, unit } = said
  const note = noteOf(mapping, header, cells, [...part, ...said.notes])
  return note.length > 2000 ? { code: 'note_long' } : { value, missing, unit, note, raw: cut(raw, 500) }
}

/** The figure of a part of the territory says so, everywhere that it is shown. */
const placeNote = ({ mapping, header }: RowContext, cells: readonly string[]): string =>
  `${header[mapping.territory!.column]}: ${cells[mapping.territory!.column]!.trim()}`

/** What was said beside a figure: status and marks as they stood, then the chosen columns by name. Formulas stay text. */
function noteOf(mapping: Mapping, header: readonly string[], cells: readonly string[], first: string[]): string {
  const told = mapping.notes.flatMap((column) => {
    const text = cells[column]!.trim()
    return text ? [`${header[column] ?? column + 1}: ${text}`] : []
  })
  return [...first, ...told].join('; ')
}
