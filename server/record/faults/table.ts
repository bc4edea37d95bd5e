export interface DisclosureFaultRow {
  id: string
  agreement_id: string
  forum_id: string
  team_id: string
  /** Null where the team never began one. */
  disclosure_id: string | null
  kind: string
  state: string
  /** JSON: what the clock notes, or which part is meant. */
  detail: string
  statement: string
  evidence: string
  /** Null where the clock found it. */
  alleged_by: string | null
  at: string
  reply: string | null
  replied_by: string | null
  replied_at: string | null
  reasons: string | null
  decided_by: string | null
  decided_at: string | null
}

export interface FaultTables {
  disclosure_fault: DisclosureFaultRow
}
