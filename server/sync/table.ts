export interface DocumentRow {
  id: string
  agreement_id: string
  kind: string
  subject: string
  /** The lineage of the text. Another one begins when the text is begun anew; edits of an older one never merge. */
  epoch: number
  state: string
  sealed_at: string | null
  /** The last update of the log, and the head of its hash chain. */
  head_seq: number
  head_hash: string
  created_at: string
  changed_at: string
}

/** The log: the truth about a document, kept whole because attribution comes from it. `seq` runs on across epochs. */
export interface DocumentUpdateRow {
  document_id: string
  epoch: number
  seq: number
  person_id: string
  delegation_id: string | null
  /** What the sender calls itself, and how it numbered the update. */
  device: string
  client_seq: number
  bytes: Uint8Array
  at: string
  prev_hash: string
  hash: string
}

/** The document as it was after update `seq`, so that opening it need not read the whole log. */
export interface DocumentSnapshotRow {
  document_id: string
  epoch: number
  seq: number
  bytes: Uint8Array
  state_vector: Uint8Array
  at: string
}

/** What of a snapshot's bytes is beyond its first part, in order from 1. Written before the snapshot itself. */
export interface DocumentSnapshotPartRow {
  document_id: string
  epoch: number
  seq: number
  part: number
  bytes: Uint8Array
}

/** Whose a Yjs client id is: the first person seen with it, for ever; nobody's when the server's seed used it. */
export interface DocumentClientRow {
  document_id: string
  client_id: number
  person_id: string | null
  delegation_id: string | null
  at: string
}

/**
 * An edit that came when its document took none any more: kept for who wrote it, and for nobody else. `base_seq` is the
 * update after which it would have come.
 */
export interface LateEditRow {
  id: string
  document_id: string
  epoch: number
  base_seq: number
  person_id: string
  delegation_id: string | null
  device: string
  client_seq: number
  bytes: Uint8Array
  size: number
  /** SHA-256 of the bytes: what is sent again is kept once. */
  digest: string
  at: string
}

/** A point of a document that somebody named, or the one at which an earlier (`of`) was brought back. Never deleted. */
export interface DocumentVersionRow {
  id: string
  document_id: string
  epoch: number
  seq: number
  hash: string
  name: string | null
  of_epoch: number | null
  of_seq: number | null
  person_id: string
  delegation_id: string | null
  at: string
}

export interface SyncTables {
  document: DocumentRow
  document_update: DocumentUpdateRow
  document_snapshot: DocumentSnapshotRow
  document_snapshot_part: DocumentSnapshotPartRow
  document_client: DocumentClientRow
  document_version: DocumentVersionRow
  late_edit: LateEditRow
}
