import type { RowFault, RowOutcome } from '../../shared/import-row.ts'
import { wordKey } from '../../shared/mapping.ts'
import { type FaultWords, faultReport } from './fault-report.ts'
import { type Reading, readRecords, type Tally } from './read-records.ts'
import type { Progress } from './scan-file.ts'

/** One of the first rows that are read for the team, with what it becomes. */
export interface PreviewRow {
  line: number
  cells: readonly string[]
  outcome: Extract<RowOutcome, { kind: 'read' }>
}

/** A word of the file, in the form in which it is looked up, and how often it stands there. */
export interface CountedWord {
  text: string
  count: number
}

/** What a file would bring, before anything is sent. */
export interface Checked {
  tally: Tally
  preview: PreviewRow[]
  /** The first faults; the report has them all. */
  faults: RowFault[]
  report: Blob
  /** Words in place of figures, and words of the column that explains: each needs a meaning. */
  valueWords: CountedWord[]
  statusWords: CountedWord[]
}

const previewShown = 12
const faultsShown = 100
const wordsShown = 60

/** Reads the whole file as an import would, and sends nothing. */
export async function checkFile(
  reading: Reading,
  words: FaultWords,
  progress: Progress,
  signal?: AbortSignal,
): Promise<Checked> {
  const report = faultReport(reading.header, words)
  const seen = watchRows(reading)
  const faults: RowFault[] = []
  let tally: Tally = { rows: 0, otherTeam: 0, leftOut: 0, records: 0, faults: 0 }
  for await (const piece of readRecords(reading, seen.see)) {
    signal?.throwIfAborted()
    report.add(piece.faults)
    faults.push(...piece.faults.slice(0, faultsShown - faults.length))
    tally = { ...piece.tally }
    progress(piece.bytes, reading.file.size)
  }
  return { tally, faults, report: report.blob(), ...seen.found() }
}

function watchRows({ mapping }: Reading) {
  const values = new Map<string, number>()
  const statuses = new Map<string, number>()
  const preview: PreviewRow[] = []
  return {
    see(cells: readonly string[], line: number, outcome: RowOutcome) {
      if (outcome.kind !== 'read') return
      if (preview.length < previewShown) preview.push({ line, cells, outcome })
      const status = mapping.status && cells[mapping.status.column]
      if (status?.trim()) count(statuses, status)
      for (const { code, cell } of outcome.faults)
        if (code === 'not_a_number' || code === 'formula') count(values, cell)
      for (const { raw } of outcome.rows) if (raw.trim() !== '' && !/\d/.test(raw)) count(values, raw)
    },
    found: () => ({ preview, valueWords: frequent(values), statusWords: frequent(statuses) }),
  }
}

function count(words: Map<string, number>, text: string): void {
  const key = wordKey(text)
  if (words.has(key) || words.size < 1000) words.set(key, (words.get(key) ?? 0) + 1)
}

const frequent = (words: ReadonlyMap<string, number>): CountedWord[] =>
  [...words]
    .map(([text, times]) => ({ text, count: times }))
    .sort((a, b) => b.count - a.count)
    .slice(0, wordsShown)
