export interface CriterionRow {
  id: string
  agreement_id: string
  number: number
  created_at: string
}

export interface CriterionRevisionRow {
  id: string
  agreement_id: string
  criterion_id: string
  version: number
  body: string
  state: string
  person_id: string
  proposed_at: string
  decided_at: string | null
  forum_id: string | null
}

export interface CriterionVoiceRow {
  revision_id: string
  delegation_id: string
  stance: string
  reason: string
  person_id: string
  at: string
}

export interface CriterionTables {
  criterion: CriterionRow
  criterion_revision: CriterionRevisionRow
  criterion_voice: CriterionVoiceRow
}
