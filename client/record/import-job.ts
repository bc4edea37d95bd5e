import type { Mapping, TableForm } from '../../shared/mapping.ts'
import type { ImportedRow, Indicator } from '../../shared/record.ts'
import type { Checked } from './check-file.ts'
import type { FaultWords } from './fault-report.ts'
import type { FileFault } from './file-fault.ts'
import type { Tally } from './read-records.ts'
import type { FileSeen, FormGiven } from './scan-file.ts'

/** What the page asks of the worker. `more` asks for the next chunk of an import, so that no more is read than is sent. */
export type Asked =
  | { job: 'scan'; file: File; given: FormGiven }
  | ({ job: 'check' | 'import' } & Work)
  | { job: 'more' }

export interface Work {
  file: File
  /** SHA-256 of the file, and why its figures take the place of others. */
  hash: string
  why: string
  form: TableForm
  header: readonly string[]
  mapping: Mapping
  indicators: readonly Indicator[]
  words: FaultWords
}

/** What the worker answers. */
export type Answer =
  | { kind: 'progress'; done: number; total: number }
  | { kind: 'seen'; seen: FileSeen }
  | { kind: 'checked'; checked: Checked }
  | { kind: 'chunk'; chunk: number; rows: ImportedRow[]; tally: Tally; bytes: number }
  | { kind: 'end'; tally: Tally; report: Blob }
  | { kind: 'fault'; code: FileFault['code']; line: number | undefined }
  | { kind: 'broken'; message: string }
