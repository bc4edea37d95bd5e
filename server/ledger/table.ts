export interface ActRow {
  id: string
  agreement_id: string
  seq: number
  kind: string
  subject: string
  person_id: string | null
  seat_id: string | null
  at: string
  body: string
  prev_hash: string
  hash: string
}

export interface LedgerTables {
  act: ActRow
}
