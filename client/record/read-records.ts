import { mostRecords } from '../../shared/import-batch.ts'
import { type RowFault, type RowOutcome, rowReader } from '../../shared/import-row.ts'
import type { Mapping, TableForm } from '../../shared/mapping.ts'
import type { ImportedRow, Indicator } from '../../shared/record.ts'
import { FileFault } from './file-fault.ts'
import { headerWatch } from './header.ts'
import { tableRows } from './table-rows.ts'

/** What became of the rows of a file so far. */
export interface Tally {
  /** Rows under the header that are not empty. */
  rows: number
  /** Rows that say something of another team, and those that were left out on purpose. */
  otherTeam: number
  leftOut: number
  /** Records that can be taken. */
  records: number
  /** Cells or rows that cannot, each with its fault. */
  faults: number
}

export interface RecordsRead {
  rows: ImportedRow[]
  faults: RowFault[]
  tally: Tally
  bytes: number
}

export interface Reading {
  file: Blob
  form: TableForm
  header: readonly string[]
  mapping: Mapping
  indicators: readonly Indicator[]
}

/** Looks at each row as it goes by, with what it becomes. */
export type SeeRow = (cells: readonly string[], line: number, outcome: RowOutcome) => void

/** The records of a file under a mapping, and the faults, as they are read. A second figure for one place is a fault. */
export async function* readRecords(reading: Reading, see?: SeeRow): AsyncGenerator<RecordsRead> {
  const { file, form, header, mapping, indicators } = reading
  const read = rowReader(mapping, header, indicators)
  const first: Places = new Map()
  const tally: Tally = { rows: 0, otherTeam: 0, leftOut: 0, records: 0, faults: 0 }
  const names = headerWatch(form)
  for await (const { rows, bytes } of tableRows(file, form)) {
    const piece: RecordsRead = { rows: [], faults: [], tally, bytes }
    for (const row of rows) {
      if (!names.passes(row)) continue
      const { cells, line, misquoted, merged } = row
      const outcome = misquoted ? misquotedRow(line) : read(cells, line, merged)
      see?.(cells, line, outcome)
      take(outcome, piece, first)
    }
    if (tally.records > mostRecords) throw new FileFault('too_many_records')
    yield piece
  }
}

const misquotedRow = (line: number): RowOutcome => ({
  kind: 'read',
  rows: [],
  faults: [{ line, code: 'quote_misplaced', cell: '' }],
})

function take(outcome: RowOutcome, piece: RecordsRead, first: Places): void {
  const { tally } = piece
  if (outcome.kind === 'empty') return
  tally.rows++
  if (outcome.kind === 'other_team') tally.otherTeam++
  else if (outcome.kind === 'left_out') tally.leftOut++
  else {
    piece.faults.push(...outcome.faults)
    tally.faults += outcome.faults.length
    for (const row of outcome.rows) takeRecord(row, piece, first)
  }
}

/** The line that first told each indicator's period. */
type Places = Map<string, Map<string, number>>

function takeRecord(row: ImportedRow, piece: RecordsRead, first: Places): void {
  const lines = first.get(row.indicatorId) ?? new Map<string, number>()
  first.set(row.indicatorId, lines)
  const earlier = lines.get(row.period)
  if (earlier === undefined) {
    lines.set(row.period, row.line)
    piece.tally.records++
    piece.rows.push(row)
  } else {
    piece.tally.faults++
    piece.faults.push({ line: row.line, code: 'repeated', cell: row.raw, earlier })
  }
}
