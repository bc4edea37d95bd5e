export interface ForumRow {
  id: string
  agreement_id: string
  label: string
  title: string
  stage: string
  stage_since: string
  convened_at: string
  closed_at: string | null
  follows: string | null
  minutes_id: string
}

export interface ForumStageRow {
  forum_id: string
  stage: string
  opens_on: string
  opened_at: string | null
}

export interface AgendaItemRow {
  id: string
  agreement_id: string
  forum_id: string | null
  position: number
  title: string
  body: string
  origin: string
  origin_id: string | null
  origin_path: string | null
  origin_detail: string
  added_by: string | null
  added_at: string
  disposition: string | null
  disposition_reason: string | null
  deferred_to: string | null
  merged_into: string | null
  disposed_by: string | null
  disposed_at: string | null
  withdrawn_at: string | null
}

export interface RemarkRow {
  id: string
  agreement_id: string
  subject_kind: string
  subject: string
  parent_id: string | null
  person_id: string
  seat_kind: string
  delegation_id: string | null
  body: string
  anchor: string | null
  at: string
  resolved_at: string | null
  resolved_by: string | null
}

export interface ForumTables {
  forum: ForumRow
  forum_stage: ForumStageRow
  agenda_item: AgendaItemRow
  remark: RemarkRow
}
