export interface PersonRow {
  id: string
  name: string
  email: string
  password_hash: string | null
  language: string
  administrator: number
  created_at: string
  disabled_at: string | null
}

export interface SessionRow {
  id_hash: string
  person_id: string
  device: string
  created_at: string
  seen_at: string
  expires_at: string
}

export interface InvitationRow {
  id: string
  token_hash: string
  agreement_id: string | null
  email: string
  name: string
  seat: string | null
  administrator: number
  invited_by: string | null
  created_at: string
  expires_at: string
  used_at: string | null
  revoked_at: string | null
}

export interface AccountTables {
  person: PersonRow
  session: SessionRow
  invitation: InvitationRow
}
