export interface AgreementRow {
  id: string
  slug: string
  title: string
  summary: string
  signed_on: string | null
  demonstration: number
  created_at: string
}

export interface CharterRow {
  id: string
  agreement_id: string
  version: number
  template: string
  body: string
  in_force_from: string
  created_at: string
}

export interface PartyRow {
  id: string
  agreement_id: string
  code: string
  name: string
  position: number
}

export interface DelegationRow {
  id: string
  agreement_id: string
  /** Null for the jurists of a commission, who sit for no party. */
  party_id: string | null
  side: string
  mark: string
}

export interface TeamRow {
  id: string
  agreement_id: string
  name: string
  kind: string
  /** Whose gaps its people do not decide on; null for a team of no party. */
  party_id: string | null
  created_at: string
}

export interface SeatRow {
  id: string
  agreement_id: string
  person_id: string
  kind: string
  delegation_id: string | null
  team_id: string | null
  given_at: string
  ended_at: string | null
}

export interface AgreementTables {
  agreement: AgreementRow
  charter: CharterRow
  party: PartyRow
  delegation: DelegationRow
  team: TeamRow
  seat: SeatRow
}
