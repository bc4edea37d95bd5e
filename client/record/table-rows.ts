import Papa from 'papaparse'
import { firstNewline } from '../../shared/csv.ts'
import type { TableForm, TextForm } from '../../shared/mapping.ts'
import { FileFault } from './file-fault.ts'

/** One row of a file, with the line on which it begins. */
export interface TableRow {
  cells: string[]
  line: number
  /** Something stands behind a closing quotation mark: where the cells end is anyone's guess. */
  misquoted: boolean
  /** Columns whose cell is part of a merged one. */
  merged?: readonly number[]
}

export interface RowsRead {
  rows: TableRow[]
  /** Bytes of the file that have been read. */
  bytes: number
}

/** A row that has not ended after so many letters has an open quotation mark before it. */
const longestRow = 1_000_000
/** Bytes taken from the file at once, so that a page of rows goes by between two looks at the clock. */
const slice = 1 << 18

/** The rows of a file as they are read, header and all; the file is never held whole. Workbooks bring their own reader. */
export async function* tableRows(file: Blob, form: TableForm): AsyncGenerator<RowsRead> {
  if ('sheet' in form) yield* (await import('./workbook/sheet-rows.ts')).sheetRows(file, form.sheet)
  else yield* textRows(file, form)
}

async function* textRows(file: Blob, form: TextForm): AsyncGenerator<RowsRead> {
  const decoder = new TextDecoder(form.encoding)
  let parser: InstanceType<typeof Papa.Parser> | undefined
  let rest = ''
  let line = 1
  for (let at = 0; at < file.size; at += slice) {
    const end = Math.min(at + slice, file.size)
    const last = end === file.size
    rest += decoder.decode(await file.slice(at, end).arrayBuffer(), { stream: !last })
    parser ??= new Papa.Parser({ delimiter: form.delimiter, newline: firstNewline(rest) })
    const { data, errors, meta } = parser.parse(rest, 0, !last) as Papa.ParseResult<string[]>
    const unclosed = errors.find((error) => error.code === 'MissingQuotes')
    const misquoted = new Set(errors.flatMap((error) => (error.code === 'InvalidQuotes' ? [error.row] : [])))
    const quoted = rest.includes('"')
    const rows: TableRow[] = []
    for (const [i, cells] of data.entries()) {
      if (unclosed?.row === i) throw new FileFault('quote_unclosed', line)
      rows.push({ cells, line, misquoted: misquoted.has(i) })
      line += 1 + (quoted ? lineEnds(cells) : 0)
    }
    rest = last ? '' : rest.slice(meta.cursor)
    if (rest.length > longestRow) throw new FileFault('quote_unclosed', line)
    yield { rows, bytes: end }
  }
}

/** Line ends inside quoted cells. */
function lineEnds(cells: readonly string[]): number {
  let count = 0
  for (const cell of cells) if (/[\r\n]/.test(cell)) count += cell.match(/\r\n|\r|\n/g)!.length
  return count
}
