import type { MethodTextTables } from './method-texts/table.ts'

export interface IndicatorRow {
  id: string
  agreement_id: string
  code: string
  title: string
  definition: string
  unit: string
  denominator_id: string | null
  rate_per: number
  direction: string
  grain: string
  source: string
  illustrative: number
  created_at: string
}

export interface MethodRow {
  id: string
  agreement_id: string
  team_id: string
  version: number
  title: string
  body: string
  person_id: string
  at: string
  /** The point of the live text that it was taken of, with the head of the log's chain at it. */
  document_epoch: number | null
  document_seq: number | null
  document_hash: string | null
}

export interface DisclosureRow {
  id: string
  agreement_id: string
  forum_id: string
  team_id: string
  method_id: string | null
  note: string
  begun_at: string
  /** 32 random bytes in hex; a secret of the team until the disclosure opens. */
  salt: string
  content_hash: string | null
  filed_by: string | null
  filed_at: string | null
}

export interface ImportBatchRow {
  id: string
  agreement_id: string
  disclosure_id: string
  person_id: string
  filename: string
  file_size: number
  form: string
  header: string
  mapping: string
  /** How many chunks have been taken: the number of the next one. */
  chunks: number
  rows_total: number
  rows_accepted: number
  rows_refused: number
  rows_replaced: number
  state: string
  created_at: string
  finished_at: string | null
  undone_at: string | null
}

export interface RecordRow {
  id: string
  disclosure_id: string
  indicator_id: string
  period: string
  value: number | null
  missing: string | null
  unit: string | null
  raw: string
  note: string
  batch_id: string | null
  line: number | null
  person_id: string
  at: string
  /** 1: it counts. 0: its batch is not finished, was undone, or another record took its place. */
  standing: number
  /** The batch, or the typed record, that took its place. */
  replaced_by: string | null
}

export interface RecordTables extends MethodTextTables {
  indicator: IndicatorRow
  method: MethodRow
  disclosure: DisclosureRow
  import_batch: ImportBatchRow
  record: RecordRow
}
