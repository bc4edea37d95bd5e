export interface PlanRow {
  id: string
  agreement_id: string
  forum_id: string
  title: string
  period_from: string
  period_until: string
  document_id: string
  state: string
  created_at: string
}

export interface ReadingRow {
  id: string
  agreement_id: string
  plan_id: string
  number: number
  body: string
  hash: string
  document_epoch: number
  document_seq: number
  rules: string
  due_on: string
  state: string
  frozen_by: string
  frozen_at: string
  decided_by: string | null
  decided_at: string | null
  decided_reason: string | null
}

export interface ConcurrenceRow {
  id: string
  agreement_id: string
  reading_id: string
  delegation_id: string
  stance: string
  reason: string
  person_id: string
  at: string
}

/** The measure of a plan by which an adoption is carried out. */
export interface AdoptionMeasureRow {
  gap_id: string
  plan_id: string
  measure_id: string
  person_id: string
  at: string
}

export interface PlanTables {
  plan: PlanRow
  reading: ReadingRow
  concurrence: ConcurrenceRow
  adoption_measure: AdoptionMeasureRow
}
