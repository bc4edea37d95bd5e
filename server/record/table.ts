export interface IndicatorRow {
  id: string
  agreement_id: string
  code: string
  title: string
  definition: string
  unit: string
  denominator_id: string | null
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
}

export interface DisclosureRow {
  id: string
  agreement_id: string
  forum_id: string
  team_id: string
  state: string
  method_id: string | null
  note: string
  content_hash: string | null
  filed_by: string | null
  filed_at: string | null
  opened_at: string | null
}

export interface ImportBatchRow {
  id: string
  agreement_id: string
  disclosure_id: string
  person_id: string
  filename: string
  encoding: string
  mapping: string
  rows_total: number
  rows_accepted: number
  rows_refused: number
  state: string
  created_at: string
  finished_at: string | null
  undone_at: string | null
}

export interface RecordRow {
  id: string
  agreement_id: string
  disclosure_id: string
  team_id: string
  indicator_id: string
  period: string
  value: number | null
  missing: string | null
  raw: string
  note: string
  batch_id: string | null
  at: string
}

export interface RecordTables {
  indicator: IndicatorRow
  method: MethodRow
  disclosure: DisclosureRow
  import_batch: ImportBatchRow
  record: RecordRow
}
