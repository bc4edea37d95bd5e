import { stringify } from 'csv-stringify/sync'
import { guardCell } from '../../shared/csv.ts'
import type { Cell } from '../../shared/published.ts'

/**
 * A table as RFC 4180, its columns in the order of its schema. The mark of the byte order, where it is asked for, tells
 * Excel that this is UTF-8.
 */
export const toCsv = (
  columns: readonly string[],
  rows: readonly Record<string, Cell>[],
  byteOrderMark = false,
): string =>
  stringify(
    rows.map((row) => columns.map((column) => cellText(row[column]))),
    { header: true, columns: [...columns], bom: byteOrderMark, record_delimiter: 'windows' },
  )

const cellText = (cell: Cell): string => guardCell(typeof cell === 'boolean' ? String(cell) : cell)
