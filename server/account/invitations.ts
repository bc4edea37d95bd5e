import { randomBytes } from 'node:crypto'
import { invitationDays, invitationState } from '../../shared/account.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Database, Reader, Trx } from '../db/database.ts'
import { sha256 } from '../ledger/acts.ts'
import { nobodyYet } from './people.ts'
import type { InvitationRow } from './table.ts'

/** A way in, once, for one address. What it gives beside an account is its seat, which the agreement's room reads. */
export interface Invitation {
  id: string
  /** Empty for the first account of an installation: whoever holds the link names the address. */
  email: string
  name: string
  agreementId?: string | undefined
  seat?: unknown
  administrator: boolean
  invitedBy?: string | undefined
  createdAt: Instant
  expiresAt: Instant
  usedAt?: Instant | undefined
  revokedAt?: Instant | undefined
}

export type NewInvitation = Pick<Invitation, 'email' | 'name' | 'agreementId' | 'seat' | 'administrator' | 'invitedBy'>

/** The client's page of an invitation; the token is in the link alone. */
export const invitationPath = (token: string): string => `/invitation/${token}`

/** Writes an invitation; its token is returned once and kept nowhere. Asks no permission. */
export async function insertInvitation(
  trx: Trx,
  asked: NewInvitation,
  now: Instant,
): Promise<{ invitation: Invitation; token: string }> {
  const { token, tokenHash } = newToken()
  const row: InvitationRow = {
    id: newId(Date.parse(now)),
    token_hash: tokenHash,
    agreement_id: asked.agreementId ?? null,
    email: asked.email,
    name: asked.name,
    seat: asked.seat === undefined ? null : JSON.stringify(asked.seat),
    administrator: asked.administrator ? 1 : 0,
    invited_by: asked.invitedBy ?? null,
    created_at: now,
    expires_at: expiry(now),
    used_at: null,
    revoked_at: null,
  }
  await trx.insertInto('invitation').values(row).execute()
  return { invitation: fromRow(row), token }
}

/** The open invitation of a token; refuses one that is unknown, revoked, used or too old. */
export async function openInvitation(db: Reader, token: string, now: Instant): Promise<Invitation> {
  const row = await db.selectFrom('invitation').selectAll().where('token_hash', '=', sha256(token)).executeTakeFirst()
  if (!row) throw new Refused('invitation_unknown')
  const invitation = fromRow(row)
  refuseUnlessOpen(invitation, now)
  return invitation
}

/** Marks an open invitation as used; of two at once, one is refused. */
export async function useInvitation(trx: Trx, invitation: Invitation, now: Instant): Promise<void> {
  const used = await trx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('id', '=', invitation.id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (used.numUpdatedRows === 0n) throw new Refused('invitation_used')
}

/** Takes an open invitation back; its link opens nothing from here on. */
export async function closeInvitation(trx: Trx, invitation: Invitation, now: Instant): Promise<void> {
  const closed = await trx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('id', '=', invitation.id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (closed.numUpdatedRows === 0n) throw new Refused(invitation.usedAt ? 'invitation_used' : 'moved_meanwhile')
}

/** A new link for an invitation that was not used, with days of its own; the old link opens nothing from here on. */
export async function renewInvitation(
  trx: Trx,
  invitation: Invitation,
  now: Instant,
): Promise<{ invitation: Invitation; token: string }> {
  const { token, tokenHash } = newToken()
  const renewed = await trx
    .updateTable('invitation')
    .set({ token_hash: tokenHash, expires_at: expiry(now) })
    .where('id', '=', invitation.id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (renewed.numUpdatedRows === 0n) throw new Refused(invitation.usedAt ? 'invitation_used' : 'moved_meanwhile')
  return { invitation: { ...invitation, expiresAt: expiry(now) }, token }
}

export async function invitationById(db: Reader, id: string): Promise<Invitation | undefined> {
  const row = await db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Those of an agreement that were neither used nor taken back, the latest first. */
export async function waitingInvitations(db: Reader, agreementId: string): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('invitation')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(fromRow)
}

/**
 * The path of a single-use link that makes the first account, an administrator's, while nobody has one; undefined
 * otherwise. Each start of an empty installation gives a new link and takes the one before back.
 */
export const ensureFirstInvitation = (db: Database, now: Instant): Promise<string | undefined> =>
  db.write(async (trx) => {
    if (!(await nobodyYet(trx))) return undefined
    await trx
      .updateTable('invitation')
      .set({ revoked_at: now })
      .where('email', '=', '')
      .where('revoked_at', 'is', null)
      .execute()
    const { token } = await insertInvitation(trx, { email: '', name: '', administrator: true }, now)
    return invitationPath(token)
  })

function refuseUnlessOpen(invitation: Invitation, now: Instant): void {
  const state = invitationState(invitation, now)
  if (state === 'used') throw new Refused('invitation_used')
  if (state === 'revoked') throw new Refused('invitation_unknown')
  if (state === 'expired') throw new Refused('invitation_expired')
}

function newToken(): { token: string; tokenHash: string } {
  const token = randomBytes(24).toString('base64url')
  return { token, tokenHash: sha256(token) }
}

const expiry = (now: Instant): Instant => new Date(Date.parse(now) + invitationDays * 86_400_000).toISOString()

const fromRow = (row: InvitationRow): Invitation => ({
  id: row.id,
  email: row.email,
  name: row.name,
  agreementId: row.agreement_id ?? undefined,
  seat: row.seat === null ? undefined : JSON.parse(row.seat),
  administrator: row.administrator === 1,
  invitedBy: row.invited_by ?? undefined,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  usedAt: row.used_at ?? undefined,
  revokedAt: row.revoked_at ?? undefined,
})
