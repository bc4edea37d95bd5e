export interface CircumstanceRow {
  id: string
  agreement_id: string
  team_id: string
  variable: string
  /** 1, 2, 3 …: the last one stands. */
  number: number
  value: string
  source: string
  person_id: string
  at: string
}

export interface SimilarityRow {
  id: string
  forum_id: string
  /** 1, 2, 3 …: the last one holds. */
  number: number
  /** JSON: which variables count, and for sizes by which factor. */
  variables: string
  reason: string
  person_id: string
  at: string
}

export interface SimilarityTables {
  circumstance: CircumstanceRow
  similarity: SimilarityRow
}
