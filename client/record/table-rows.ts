import Papa from 'papaparse'
import { firstNewline } from '../../shared/csv.ts'
import type { TableForm } from '../../shared/mapping.ts'

/** One row of a file, with the line on which it begins. */
export interface TableRow {
  cells: string[]
  line: number
  /** Something stands behind a closing quotation mark: where the cells end is anyone's guess. */
  misquoted: boolean
}

export interface RowsRead {
  rows: TableRow[]
  /** Bytes of the file that have been read. */
  bytes: number
}

/** Why a file cannot be read to its end; everything else is told row by row. */
export class FileFault extends Error {
  readonly code: 'not_table' | 'workbook' | 'quote_unclosed' | 'too_many_lines' | 'too_many_records'
  readonly line: number | undefined
  constructor(code: FileFault['code'], line?: number) {
    super(code)
    this.name = 'FileFault'
    this.code = code
    this.line = line
  }
}

/** A row that has not ended after so many letters has an open quotation mark before it. */
const longestRow = 1_000_000
/** Bytes taken from the file at once, so that a page of rows goes by between two looks at the clock. */
const slice = 1 << 18

/** The rows of a file as they are read, header and all; the file is never held whole. */
export async function* tableRows(file: Blob, form: TableForm): AsyncGenerator<RowsRead> {
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
