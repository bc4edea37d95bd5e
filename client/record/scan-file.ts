import { type Column, columnWatch } from '../../shared/columns.ts'
import { type Delimiter, delimiters, suggestDelimiter } from '../../shared/csv.ts'
import type { EncodingFound } from '../../shared/encoding.ts'
import { mostLines } from '../../shared/import-batch.ts'
import type { SheetForm, TableForm, TextForm } from '../../shared/mapping.ts'
import { type BytesSeen, readBytes } from './file-bytes.ts'
import { FileFault } from './file-fault.ts'
import { headerWatch, isEmpty, suggestHeader } from './header.ts'
import { type TableRow, tableRows } from './table-rows.ts'

/** What a look at the whole file says before anything is asked of the person. */
export interface FileSeen {
  form: TableForm
  hash: string
  /** How a text is written; absent for a workbook. */
  encoding?: EncodingFound | undefined
  /** The sheets of a workbook, one of which is read. */
  sheets?: string[] | undefined
  header: string[]
  columns: Column[]
  /** Rows under the header. */
  rows: number
  /** The first of them. */
  sample: TableRow[]
}

/** What the person says of a file's form instead of what was found. */
export type FormGiven = Partial<TextForm> & Partial<SheetForm>

export type Progress = (done: number, total: number) => void

const sampleSize = 8

/** Reads the file's bytes for its hash and its letters, then its rows for its columns. What `given` says is taken as it is. */
export async function scanFile(
  file: Blob,
  given: FormGiven,
  progress: Progress,
  signal?: AbortSignal,
): Promise<FileSeen> {
  const bytes = await readBytes(file, (done) => progress(done, 2 * file.size), signal)
  const sheets = bytes.encoding ? undefined : await (await import('./workbook/sheet-rows.ts')).sheetNames(file)
  const form = sheets ? await sheetForm(file, given, sheets) : await textForm(file, given, bytes)
  const names = headerWatch(form)
  let watch: ReturnType<typeof columnWatch> | undefined
  const sample: TableRow[] = []
  let rows = 0
  for await (const read of tableRows(file, form)) {
    signal?.throwIfAborted()
    for (const row of read.rows) {
      if (!names.passes(row) || isEmpty(row.cells)) continue
      watch ??= columnWatch(names.header())
      rows++
      watch.see(row.cells)
      if (sample.length < sampleSize) sample.push(row)
    }
    if (rows > mostLines) throw new FileFault('too_many_lines')
    progress(file.size + read.bytes, 2 * file.size)
  }
  const header = names.header()
  if (header.length < 2) throw new FileFault('not_table')
  return { form, ...bytes, sheets, header, columns: (watch ?? columnWatch(header)).columns(), rows, sample }
}

async function textForm(file: Blob, given: FormGiven, { encoding }: BytesSeen): Promise<TextForm> {
  const chosen = given.encoding ?? encoding!.encoding
  const head = new TextDecoder(chosen).decode(await file.slice(0, 1 << 16).arrayBuffer())
  const said = saidDelimiter(head)
  const delimiter = given.delimiter ?? said ?? suggestDelimiter(head)
  return { encoding: chosen, delimiter, headerLine: given.headerLine ?? (said ? 2 : 1), headerLines: given.headerLines }
}

/** The delimiter that Excel writes above a table: `sep=;` on a line of its own. */
const saidDelimiter = (head: string): Delimiter | undefined =>
  delimiters.find((delimiter) => head.toLowerCase().match(/^sep=(.)\r?\n/)?.[1] === delimiter)

/** The first sheet that has a table in it, unless another is asked for; what names its columns is looked for in its head. */
async function sheetForm(file: Blob, given: FormGiven, sheets: readonly string[]): Promise<SheetForm> {
  const asked = given.sheet !== undefined && sheets.includes(given.sheet) ? [given.sheet] : sheets
  for (const sheet of asked) {
    const head = await headRows(file, sheet)
    if (head.length < 2 && asked.length > 1) continue
    const { headerLine, headerLines } = given
    return { sheet, ...suggestHeader(head), ...(headerLine && { headerLine }), ...(headerLines && { headerLines }) }
  }
  return { sheet: asked[0]!, headerLine: 1, headerLines: 1 }
}

const headRowsLooked = 30

async function headRows(file: Blob, sheet: string): Promise<TableRow[]> {
  const found: TableRow[] = []
  for await (const { rows } of tableRows(file, { sheet, headerLine: 1 })) {
    found.push(...rows.filter((row) => !isEmpty(row.cells)))
    if (found.length >= headRowsLooked) break
  }
  return found.slice(0, headRowsLooked)
}
