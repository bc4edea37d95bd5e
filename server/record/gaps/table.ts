export interface GapRow {
  id: string
  agreement_id: string
  forum_id: string
  number: number
  team_id: string
  peer_id: string
  indicator_id: string
  period: string
  figures: string
  rules: string
  /** The better team's method as it was disclosed. */
  method_id: string | null
  state: string
  /** Counts how often an adoption was reported and doubted, so that each time voices speak anew. */
  round: number
  /** The day on which the clock that runs now is over. */
  due_on: string | null
  /** When that clock ran out. */
  overdue_at: string | null
  /** When the time to explain ran out in silence; stays for good. */
  lapsed_at: string | null
  /** Why the forum set it aside. */
  reason: string
  opened_by: string
  opened_at: string
  moved_at: string
  closing: string | null
}

export interface GapExplanationRow {
  id: string
  gap_id: string
  number: number
  body: string
  evidence: string
  late: number
  person_id: string
  at: string
}

export interface GapVoiceRow {
  gap_id: string
  question: string
  round: number
  /** The delegation, or the person where persons decide. */
  voice: string
  delegation_id: string | null
  person_id: string
  answer: string
  reason: string
  at: string
}

export interface GapDecisionRow {
  id: string
  gap_id: string
  question: string
  round: number
  answer: string
  /** How many voices there were, those that said nothing included. */
  entitled: number
  /** Whose voices were counted, as a list. */
  heard: string
  person_id: string
  at: string
}

export interface GapProgressRow {
  id: string
  gap_id: string
  body: string
  evidence: string
  done: number
  person_id: string
  at: string
}

export interface GapTables {
  gap: GapRow
  gap_explanation: GapExplanationRow
  gap_voice: GapVoiceRow
  gap_decision: GapDecisionRow
  gap_progress: GapProgressRow
}
