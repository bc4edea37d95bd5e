import { cut } from '../../shared/csv.ts'
import type { TableForm } from '../../shared/mapping.ts'
import type { TableRow } from './table-rows.ts'

export const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** Parts the lines that name the columns from the rows under them, as a file's rows go by. */
export function headerWatch(form: TableForm) {
  const lines: string[][] = []
  const due = form.headerLines ?? 1
  let header: string[] | undefined
  return {
    /** Whether the row stands under the header. */
    passes(row: Pick<TableRow, 'cells' | 'line'>): boolean {
      if (header) return true
      if (row.line < form.headerLine || (lines.length === 0 && isEmpty(row.cells))) return false
      lines.push(row.cells)
      if (lines.length === due) header = headerOf(lines, 'encoding' in form)
      return false
    },
    header: (): string[] => header ?? [],
  }
}

/** Names of the columns; one without a name is called by its number. */
function headerOf(lines: readonly string[][], continues: boolean): string[] {
  const columns = Math.max(...lines.map((cells) => cells.length))
  const named = lines.map((cells, i) => (continues && i < lines.length - 1 ? continued(cells, columns) : cells))
  return Array.from({ length: columns }, (_, column) => {
    const words = named.map((cells) => (cells[column] ?? '').replaceAll('\u0000', '').replace(/\s+/g, ' ').trim())
    return cut([...new Set(words.filter((word) => word !== ''))].join(' – '), 500) || `${column + 1}`
  })
}

/** In a text file the name over several columns stands over the first of them only. */
function continued(cells: readonly string[], columns: number): string[] {
  const names: string[] = []
  for (let column = 0; column < columns; column++) names.push(cells[column]?.trim() || names[column - 1] || '')
  return names
}

/**
 * Which lines name the columns: the first that is filled as wide as the table, with those right above it that name
 * groups of its columns. A suggestion: the person sees the names and says otherwise.
 */
export function suggestHeader(rows: readonly TableRow[]): { headerLine: number; headerLines: number } {
  const width = (row: TableRow) => new Set(row.cells.flatMap((cell, i) => (cell.trim() ? [i] : []))).size
  const filled = rows.filter((row) => width(row) > 0)
  const widest = Math.max(0, ...filled.map(width))
  const at = filled.findIndex((row) => width(row) >= widest * 0.6 && width(row) >= 2 && !isTitle(row))
  if (at < 0) return { headerLine: filled[0]?.line ?? 1, headerLines: 1 }
  const first = filled[at]!
  const next = filled[at + 1]
  const groups = first.merged !== undefined && next !== undefined && next.line === first.line + 1 && isNames(next)
  return { headerLine: first.line, headerLines: groups ? 2 : 1 }
}

/** One text over all columns is the table's title and names none of them. */
const isTitle = ({ cells, merged }: TableRow): boolean =>
  merged !== undefined && new Set(cells.map((cell) => cell.trim()).filter(Boolean)).size === 1

/** Names of columns are words or years, not figures. */
const isNames = ({ cells }: TableRow): boolean =>
  cells.every((cell) => /^\s*$|\p{L}|^\s*(19|20)\d\d\b/u.test(cell)) && cells.some((cell) => cell.trim() !== '')
