import { type Column, columnWatch } from '../../shared/columns.ts'
import { cut, type Delimiter, delimiters, suggestDelimiter } from '../../shared/csv.ts'
import { type EncodingFound, scanEncoding } from '../../shared/encoding.ts'
import { mostLines } from '../../shared/import-batch.ts'
import type { TableForm } from '../../shared/mapping.ts'
import { FileFault, type TableRow, tableRows } from './table-rows.ts'

/** What a look at the whole file says before anything is asked of the person. */
export interface FileSeen {
  form: TableForm
  encoding: EncodingFound
  header: string[]
  columns: Column[]
  /** Rows under the header. */
  rows: number
  /** The first of them. */
  sample: TableRow[]
}

export type Progress = (done: number, total: number) => void

const sampleSize = 8

/** Reads the file's bytes for its encoding, then its rows for its columns. What `given` says is taken as it is. */
export async function scanFile(
  file: Blob,
  given: Partial<TableForm>,
  progress: Progress,
  signal?: AbortSignal,
): Promise<FileSeen> {
  const encoding = await findEncoding(file, (done) => progress(done, 2 * file.size), signal)
  const chosen = given.encoding ?? encoding.encoding
  const head = await headOf(file, chosen)
  const said = saidDelimiter(head)
  const delimiter = given.delimiter ?? said ?? suggestDelimiter(head)
  const form: TableForm = { encoding: chosen, delimiter, headerLine: given.headerLine ?? (said ? 2 : 1) }
  let watch: ReturnType<typeof columnWatch> | undefined
  let header: string[] = []
  const sample: TableRow[] = []
  let rows = 0
  for await (const read of tableRows(file, form)) {
    signal?.throwIfAborted()
    for (const row of read.rows) {
      if (row.line < form.headerLine || (watch && isEmpty(row.cells))) continue
      if (watch) {
        rows++
        watch.see(row.cells)
        if (sample.length < sampleSize) sample.push(row)
      } else {
        header = headerOf(row.cells)
        watch = columnWatch(header)
      }
    }
    if (rows > mostLines) throw new FileFault('too_many_lines')
    progress(file.size + read.bytes, 2 * file.size)
  }
  if (!watch || header.length < 2) throw new FileFault('not_table')
  return { form, encoding, header, columns: watch.columns(), rows, sample }
}

export const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** Names of the columns; one without a name is called by its number. */
const headerOf = (cells: readonly string[]): string[] =>
  cells.map((cell, i) => cut(cell.replaceAll('\u0000', '').trim(), 500) || `${i + 1}`)

async function findEncoding(
  file: Blob,
  progress: (done: number) => void,
  signal?: AbortSignal,
): Promise<EncodingFound> {
  const scan = scanEncoding()
  const slice = 1 << 20
  for (let at = 0; at < file.size; at += slice) {
    signal?.throwIfAborted()
    const bytes = new Uint8Array(await file.slice(at, at + slice).arrayBuffer())
    if (at === 0) refuseBinary(bytes)
    scan.push(bytes)
    progress(Math.min(at + slice, file.size))
  }
  return scan.found()
}

const headOf = async (file: Blob, encoding: string): Promise<string> =>
  new TextDecoder(encoding).decode(await file.slice(0, 1 << 16).arrayBuffer())

/** The delimiter that Excel writes above a table: `sep=;` on a line of its own. */
const saidDelimiter = (head: string): Delimiter | undefined =>
  delimiters.find((delimiter) => head.toLowerCase().match(/^sep=(.)\r?\n/)?.[1] === delimiter)

/** A workbook, or anything else that begins as no table does. */
function refuseBinary(bytes: Uint8Array): void {
  const starts = (...start: number[]) => start.every((byte, i) => bytes[i] === byte)
  if (starts(0x50, 0x4b, 3, 4) || starts(0xd0, 0xcf, 0x11, 0xe0)) throw new FileFault('workbook')
  const head = bytes.subarray(0, 512)
  const controls = head.filter((byte) => byte < 9 && byte !== 0).length
  if (starts(0x25, 0x50, 0x44, 0x46) || controls > head.length / 50) throw new FileFault('not_table')
}
