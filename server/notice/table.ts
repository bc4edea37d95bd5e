export interface DeadlineRow {
  id: string
  agreement_id: string
  kind: string
  subject: string
  due_at: string
  state: string
  acted_at: string | null
  path: string | null
  detail: string
}

export interface DutyRow {
  id: string
  agreement_id: string
  kind: string
  subject: string
  seat_kind: string | null
  delegation_id: string | null
  team_id: string | null
  person_id: string | null
  due_on: string | null
  path: string
  detail: string
  opened_at: string
  done_at: string | null
}

export interface NotificationRow {
  id: string
  person_id: string
  agreement_id: string
  kind: string
  subject: string
  path: string
  detail: string
  at: string
  read_at: string | null
}

export interface NoticeTables {
  deadline: DeadlineRow
  duty: DutyRow
  notification: NotificationRow
}
