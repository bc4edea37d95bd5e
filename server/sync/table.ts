export interface DocumentRow {
  id: string
  agreement_id: string
  kind: string
  subject: string
  epoch: number
  state: string
  head_seq: number
  head_hash: string
  created_at: string
  changed_at: string
}

export interface DocumentUpdateRow {
  document_id: string
  epoch: number
  seq: number
  person_id: string
  delegation_id: string | null
  device: string
  client_seq: number
  bytes: Uint8Array
  at: string
  prev_hash: string
  hash: string
}

export interface DocumentSnapshotRow {
  document_id: string
  epoch: number
  seq: number
  bytes: Uint8Array
  at: string
}

export interface DocumentClientRow {
  document_id: string
  client_id: number
  person_id: string
  at: string
}

export interface SyncTables {
  document: DocumentRow
  document_update: DocumentUpdateRow
  document_snapshot: DocumentSnapshotRow
  document_client: DocumentClientRow
}
