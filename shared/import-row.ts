import { cut } from './csv.ts'
import { type CellFault, cellReader } from './import-cell.ts'
import { type Mapping, wordKey } from './mapping.ts'
import { readPeriod } from './period.ts'
import type { ImportedRow, Indicator } from './record.ts'

export type RowFaultCode =
  | CellFault
  | 'row_short'
  | 'row_long'
  | 'period_unreadable'
  | 'indicator_unknown'
  | 'note_long'
  | 'repeated'
  | 'quote_misplaced'
  | 'broken_text'

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
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  const names = new Set(mapping.team?.names.map(wordKey))
  const cellsOf = figureCells(mapping, known)
  const readCell = cellReader(mapping)
  const used = usedColumns(mapping)
  const needed = Math.max(...used)
  return (cells: readonly string[], line: number): RowOutcome => {
    if (cells.every((cell) => cell.trim() === '')) return { kind: 'empty' }
    const team = mapping.team && cells[mapping.team.column]
    if (team !== undefined && !isBroken(team) && !names.has(wordKey(team))) return { kind: 'other_team' }
    const shape = shapeFault(cells, header.length, needed)
    if (shape) return { kind: 'read', rows: [], faults: [{ line, code: shape, cell: '' }] }
    const broken = used.find((column) => isBroken(cells[column]!))
    if (broken !== undefined) return { kind: 'read', rows: [], faults: [brokenText(cells, line, broken)] }
    if (mapping.only.some(({ column, is }) => cells[column]!.trim() !== is.trim())) return { kind: 'left_out' }
    const found = cellsOf(cells)
    if (found === 'left_out') return { kind: 'left_out' }
    return readRow({ mapping, header, readCell }, cells, line, found)
  }
}

/** Bytes that are no text in the file's encoding, or NUL: nobody knows what they say, so the row is told and not taken. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is one of the two that it looks for
const isBroken = (cell: string): boolean => /[\ufffd\u0000]/.test(cell)
const brokenText = (cells: readonly string[], line: number, column: number): RowFault => ({
  line,
  column,
  code: 'broken_text',
  cell: cut(cells[column]!, 500),
})

interface FigureCell {
  column: number
  indicator: Indicator
}
type FigureCells = FigureCell[] | 'left_out' | { unknown: string; column: number }

/** The cells of a row that hold figures, each with its indicator. */
function figureCells(mapping: Mapping, known: ReadonlyMap<string, Indicator>) {
  const { figures } = mapping
  const at = (column: number, indicatorId: string): FigureCell[] => {
    const indicator = known.get(indicatorId)
    return indicator ? [{ column, indicator }] : []
  }
  if ('wide' in figures) {
    const fixed = figures.wide.flatMap(({ column, indicatorId }) => at(column, indicatorId))
    return (): FigureCells => fixed
  }
  if ('indicatorId' in figures) {
    const fixed = at(figures.value, figures.indicatorId)
    return (): FigureCells => fixed
  }
  const codes = new Map(Object.entries(figures.codes).map(([word, indicatorId]) => [wordKey(word), indicatorId]))
  return (cells: readonly string[]): FigureCells => {
    const word = cells[figures.column]!
    const indicatorId = codes.get(wordKey(word))
    if (indicatorId === '') return 'left_out'
    const found = indicatorId === undefined ? [] : at(figures.value, indicatorId)
    return found.length > 0 ? found : { unknown: word, column: figures.column }
  }
}

function shapeFault(cells: readonly string[], columns: number, needed: number): 'row_short' | 'row_long' | undefined {
  if (cells.length <= needed) return 'row_short'
  return cells.length > columns && cells.slice(columns).some((cell) => cell.trim() !== '') ? 'row_long' : undefined
}

function usedColumns(mapping: Mapping): number[] {
  const { figures, period, team, status, only, notes } = mapping
  const figureColumns =
    'wide' in figures
      ? figures.wide.map(({ column }) => column)
      : [figures.value, ...('column' in figures ? [figures.column] : [])]
  return [
    ...figureColumns,
    ...('column' in period ? [period.column] : []),
    ...(team ? [team.column] : []),
    ...(status ? [status.column] : []),
    ...only.map(({ column }) => column),
    ...notes,
  ]
}

interface RowContext {
  mapping: Mapping
  header: readonly string[]
  readCell: ReturnType<typeof cellReader>
}

function readRow(
  { mapping, header, readCell }: RowContext,
  cells: readonly string[],
  line: number,
  found: Exclude<FigureCells, 'left_out'>,
): RowOutcome {
  const refuse = (code: RowFaultCode, column: number | undefined, cell: string): RowOutcome => ({
    kind: 'read',
    rows: [],
    faults: [{ line, column, code, cell: cut(cell, 500) }],
  })
  if ('unknown' in found) return refuse('indicator_unknown', found.column, found.unknown)
  const written = 'fixed' in mapping.period ? mapping.period.fixed : cells[mapping.period.column]!
  const period = readPeriod(written)
  if (!period)
    return refuse('period_unreadable', 'column' in mapping.period ? mapping.period.column : undefined, written)
  const rows: ImportedRow[] = []
  const faults: RowFault[] = []
  for (const { column, indicator } of found) {
    const raw = cells[column]!
    const said = readCell(raw, mapping.status && cells[mapping.status.column], indicator.unit)
    const note = 'fault' in said ? '' : noteOf(mapping, header, cells, said.notes)
    const code = 'fault' in said ? said.fault : note.length > 2000 ? 'note_long' : undefined
    if (code) faults.push({ line, column, code, cell: cut(raw, 500) })
    else if (!('fault' in said)) {
      const { value, missing, unit } = said
      rows.push({ line, indicatorId: indicator.id, period, value, missing, unit, note, raw: cut(raw, 500) })
    }
  }
  return { kind: 'read', rows, faults }
}

/** What was said beside a figure: status and marks as they stood, then the chosen columns by name. Formulas stay text. */
function noteOf(mapping: Mapping, header: readonly string[], cells: readonly string[], first: string[]): string {
  const told = mapping.notes.flatMap((column) => {
    const text = cells[column]!.trim()
    return text ? [`${header[column] ?? column + 1}: ${text}`] : []
  })
  return [...first, ...told].join('; ')
}
