/**
 * Every refusal by its code, with the HTTP status that carries it. The sentence for a code stands in the catalogues
 * (`text/<language>/refusal.ts`) under `refusal.<code>`, and a test holds the two lists together.
 */
export const refusals = {
  // who
  not_signed_in: 401,
  wrong_password: 401,
  current_password_wrong: 422,
  not_found: 404,
  only_administrator: 403,
  only_secretariat: 403,
  only_delegates: 403,
  only_own_delegation: 403,
  only_monitor: 403,
  only_team: 403,
  only_team_lead: 403,
  only_own_team: 403,
  only_responsible: 403,
  only_members: 403,
  only_author: 403,
  not_for_observers: 403,
  foreign_origin: 403,
  too_many_tries: 429,
  // input
  invalid_input: 422,
  too_large: 413,
  not_utf8: 422,
  // account
  email_taken: 409,
  invitation_unknown: 404,
  invitation_used: 409,
  invitation_expired: 410,
  invitation_other_address: 403,
  invitation_waiting: 409,
  password_weak: 422,
  // agreement
  slug_taken: 409,
  charter_invalid: 422,
  charter_delegations_stay: 409,
  nothing_changed: 422,
  delegation_unknown: 422,
  seat_conflict: 409,
  seat_taken: 409,
  seat_needs_delegation: 422,
  seat_needs_team: 422,
  seat_ended: 409,
  seat_stands_alone: 422,
  seat_last_secretariat: 409,
  team_unknown: 422,
  team_taken: 409,
  // forum
  forum_open_already: 409,
  forum_moved: 409,
  forum_stage: 409,
  forum_closed: 409,
  forum_items_undisposed: 409,
  forum_blocked: 409,
  date_in_past: 422,
  dates_out_of_order: 422,
  inherited_item_stays: 409,
  item_disposed: 409,
  item_withdrawn: 409,
  item_carries_others: 409,
  merge_into_itself: 422,
  // record
  disclosure_filed: 409,
  disclosure_not_filed: 409,
  disclosure_not_amending: 409,
  disclosures_opening: 409,
  fault_concerned: 403,
  fault_own: 403,
  fault_decided: 409,
  fault_replied: 409,
  fault_unheard: 409,
  disclosure_sealed: 409,
  disclosure_empty: 422,
  indicator_taken: 409,
  indicator_unknown: 422,
  validity_backwards: 422,
  batch_undone: 409,
  batch_finished: 409,
  batch_out_of_order: 409,
  import_unfinished: 409,
  why_missing: 422,
  file_not_table: 422,
  file_too_long: 413,
  criterion_weaker: 409,
  criterion_unlike: 409,
  criterion_driver_missing: 422,
  criterion_without_source: 422,
  criterion_below_source: 422,
  criterion_unargued: 422,
  criterion_no_direction: 422,
  criterion_proposed_already: 409,
  criterion_not_deliberated: 409,
  criterion_objected: 409,
  criterion_decided: 409,
  strategy_judged_too_soon: 422,
  strategy_no_direction: 422,
  strategy_no_baseline: 422,
  strategy_not_due: 409,
  strategy_judged: 409,
  floor_answered: 409,
  floor_not_adopting: 409,
  method_unknown: 422,
  method_is_live: 409,
  method_unreadable: 422,
  method_too_long: 422,
  // gaps
  not_asked: 403,
  gap_own: 403,
  gap_unfounded: 409,
  gap_known: 409,
  gap_decided: 409,
  gap_spoken: 409,
  gap_not_asked: 409,
  gap_unexplained: 409,
  gap_undecided: 409,
  adoption_not_open: 409,
  adoption_behind: 409,
  adoption_no_figure: 409,
  plan_none: 409,
  // plan
  plan_exists: 409,
  plan_frozen: 409,
  plan_locked: 409,
  plan_incomplete: 422,
  reading_open_already: 409,
  reading_decided: 409,
  reading_not_prevented: 409,
  concurrences_missing: 409,
  reading_objected: 409,
  reason_needed: 422,
  hash_differs: 409,
  // commitment
  report_too_early: 409,
  evidence_needed: 422,
  evidence_one_sided: 422,
  date_in_future: 422,
  reply_given: 409,
  // sync
  document_sealed: 409,
  document_locked: 409,
  document_restarted: 409,
  document_read_only: 403,
  document_full: 413,
  edit_too_large: 413,
  edit_refused: 422,
  version_name_taken: 409,
  version_unknown: 404,
  version_stands: 409,
  history_busy: 503,
  proposal_partial: 409,
  proposal_full: 413,
  // conflict
  moved_meanwhile: 409,
} as const satisfies Record<string, number>

export type RefusalCode = keyof typeof refusals

/** Facts that a sentence may name, or that the reader must act on (which fields, which items). Never secrets. */
export type RefusalDetail = Record<string, unknown>

/** Something a person asked for that the rules do not allow. Anything else that is thrown is a defect. */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly detail: RefusalDetail
  constructor(code: RefusalCode, detail: RefusalDetail = {}) {
    super(code)
    this.name = 'Refused'
    this.code = code
    this.detail = detail
  }
  get status(): number {
    return refusals[this.code]
  }
}
