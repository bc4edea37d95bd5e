import Papa from 'papaparse'
import { guardCell } from '../../shared/csv.ts'
import type { RowFault, RowFaultCode } from '../../shared/import-row.ts'

/** What each fault means, in the reader's language; the page hands them over, since the worker has no catalogue. */
export type FaultWords = Record<RowFaultCode, string> & { columns: readonly [string, string, string, string] }

/** Every fault of a file as CSV, piece by piece, so that a million of them fill no memory: Blobs may be kept on disk. */
export function faultReport(header: readonly string[], words: FaultWords) {
  const pieces: BlobPart[] = ['\ufeff', lines([[...words.columns]])]
  return {
    add(faults: readonly RowFault[]) {
      if (faults.length === 0) return
      const rows = faults.map(({ line, column, code, cell }) => [
        String(line),
        column === undefined ? '' : (header[column] ?? ''),
        cell,
        words[code],
      ])
      pieces.push(new Blob([lines(rows)]))
    },
    blob: (): Blob => new Blob(pieces, { type: 'text/csv;charset=utf-8' }),
  }
}

const lines = (rows: readonly string[][]): string =>
  `${Papa.unparse(
    rows.map((row) => row.map(guardCell)),
    { newline: '\r\n' },
  )}\r\n`
