import type { CriterionTables } from './criteria/table.ts'
import type { FaultTables } from './faults/table.ts'
import type { MethodTextTables } from './method-texts/table.ts'
import type { SimilarityTables } from './similarity/table.ts'
import type { StrategyTables } from './strategies/table.ts'

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
  nature: string
  family: string | null
  library: string | null
  valid_from: string | null
  valid_to: string | null
}

export interface IndicatorBreakRow {
  id: string
  indicator_id: string
  /** Null: a break of everyone's figures. */
  team_id: string | null
  kind: string
  from_period: string
  until_period: string | null
  parts: number
  note: string
  person_id: string
  at: string
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
  /** Title and words while they are sealed, and the disclosure whose key opens them. */
  sealed: Uint8Array | null
  sealed_in: string | null
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
  /** Its own key, wrapped with the installation's; null for disclosures from before there were seals. */
  seal_key: Uint8Array | null
  /** JSON of its words: in clear once it is open, before that in `sealed`. */
  said: string
  sealed: Uint8Array | null
  /** How often it was filed; the last filing is the one that counts. */
  filings: number
  /** 1: the team changes what it has filed, and has not filed it again. */
  amending: number
}

export interface SealedPageRow {
  disclosure_id: string
  page: number
  bytes: Uint8Array
  /** 1: the filed rows of it have been laid open; those that were never filed stay in it. */
  opened: number
}

export interface DisclosureFilingRow {
  id: string
  disclosure_id: string
  number: number
  filed_by: string
  filed_at: string
  content_hash: string
  method_id: string | null
  /** JSON of the words as they were filed; sealed like the disclosure's own. */
  said: string
  sealed: Uint8Array | null
  records: number
  act_seq: number
}

/** A record that an amended filing held. */
export interface FiledRecordRow {
  filing_id: string
  record_id: string
}

/** One row: by it a node knows whether the key that it was given is the installation's. */
export interface SealMarkRow {
  id: number
  mark: string
  since: string
}

export interface ImportBatchRow {
  id: string
  agreement_id: string
  disclosure_id: string
  person_id: string
  filename: string
  file_size: number
  /** SHA-256 in hex of the file's bytes; null for imports from before it was kept. */
  file_hash: string | null
  /** The sheet of a workbook. */
  sheet: string | null
  /** Why its figures replace those that stood before. */
  why: string
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
  /** While it is taken back: the last line whose records have been. */
  undone_to: number | null
  /** What tells of the file, while the disclosure is sealed. */
  sealed: Uint8Array | null
}

/** Another name that files have for a team. */
export interface TeamAliasRow {
  team_id: string
  name_key: string
  name: string
  person_id: string
  at: string
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
  /** 1: the last word of its place. It counts, unless its batch is still open. 0: another took its place, or it was taken back. */
  standing: number
  /** The batch, or the typed record, that took its place. While that batch is open, this record still counts. */
  replaced_by: string | null
  /** Why it took the place of another. */
  why: string
  /** The sealed page that holds what the record says; null where the columns say it. */
  page: number | null
}

export interface RecordTables extends FaultTables, MethodTextTables, CriterionTables, StrategyTables, SimilarityTables {
  indicator: IndicatorRow
  indicator_break: IndicatorBreakRow
  method: MethodRow
  disclosure: DisclosureRow
  disclosure_filing: DisclosureFilingRow
  filed_record: FiledRecordRow
  sealed_page: SealedPageRow
  seal_mark: SealMarkRow
  import_batch: ImportBatchRow
  team_alias: TeamAliasRow
  record: RecordRow
}
