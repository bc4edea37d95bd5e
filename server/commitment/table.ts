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
  person_id: string
  body: string
  value: string | null
  evidence: string
  at: string
}

export interface FindingRow {
  id: string
  agreement_id: string
  commitment_id: string
  person_id: string
  implementation: string
  outcome: string
  value: string | null
  body: string
  method: string
  evidence: string
  published_at: string
  reply_due_on: string | null
  illustrative: number
}

export interface ReplyRow {
  id: string
  agreement_id: string
  finding_id: string
  party_id: string
  delegation_id: string
  person_id: string
  body: string
  at: string
}

export interface CommitmentTables {
  programme: ProgrammeRow
  commitment: CommitmentRow
  report: ReportRow
  finding: FindingRow
  reply: ReplyRow
}
