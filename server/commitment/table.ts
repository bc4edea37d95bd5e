export interface ProgrammeRow {
  id: string
  agreement_id: string
  plan_id: string
  reading_id: string
  title: string
  period_from: string
  period_until: string
  preamble: string
  hash: string
  locked_by: string
  locked_at: string
}

export interface CommitmentRow {
  id: string
  agreement_id: string
  programme_id: string
  number: number
  measure_id: string
  title: string
  body: string
  hash: string
  party_id: string
  office: string
  start_on: string
  due_on: string
}

export interface ReportRow {
  id: string
  agreement_id: string
  commitment_id: string
  party_id: string
  delegation_id: string
  person_id: string
  claim: string
  body: string
  value: string | null
  value_as_of: string | null
  evidence: string
  at: string
  illustrative: number
}

export interface FindingRow {
  id: string
  agreement_id: string
  commitment_id: string
  person_id: string
  number: number
  supersedes: string | null
  implementation: string
  implementation_text: string
  outcome: string
  outcome_text: string
  value: string | null
  value_as_of: string | null
  method: string
  evidence: string
  published_at: string
  reply_due_on: string
  illustrative: number
}

export interface ReplyRow {
  id: string
  agreement_id: string
  finding_id: string
  party_id: string
  delegation_id: string
  person_id: string
  implementation: string
  implementation_text: string
  outcome: string
  outcome_text: string
  at: string
}

export interface CommitmentTables {
  programme: ProgrammeRow
  commitment: CommitmentRow
  report: ReportRow
  finding: FindingRow
  reply: ReplyRow
}
