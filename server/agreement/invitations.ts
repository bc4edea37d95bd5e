import type { Actor } from '../../shared/agreement.ts'
import type { Place } from '../../shared/agreement-forms.ts'
import type { Instant } from '../../shared/dates.ts'
import { Refused } from '../../shared/refusals.ts'
import {
  closeInvitation,
  type Invitation,
  insertInvitation,
  invitationById,
  invitationPath,
  openInvitation,
  renewInvitation,
  waitingInvitations,
} from '../account/invitations.ts'
import { personByEmail } from '../account/people.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { delegationsOf, partiesOf, teamsOf } from './agreements.ts'
import { checkPlace, refuseConflict } from './seats.ts'

/** An invitation as the secretariat sees it while it waits. */
export interface WaitingInvitation {
  id: string
  email: string
  name: string
  place: Place
  createdAt: Instant
  expiresAt: Instant
}

/** What an invitation is for, as its link shows it to whoever was sent it. */
export interface InvitationLetter {
  /** Absent for the first account of an installation. */
  email?: string | undefined
  name: string
  administrator: boolean
  /** The address has an account: its person signs in and accepts. */
  hasAccount: boolean
  expiresAt: Instant
  agreement?: { slug: string; title: string } | undefined
  place?: (Place & { side?: string | undefined; party?: string | undefined; team?: string | undefined }) | undefined
}

export interface NewSeatInvitation extends Place {
  agreementId: string
  email: string
  name: string
}

/** Invites an address to a seat. The path is the link's, shown once: nothing of it is kept. */
export async function inviteToSeat(
  trx: Trx,
  actor: Actor,
  asked: NewSeatInvitation,
  now: Instant,
): Promise<{ invitation: WaitingInvitation; path: string }> {
  const { agreementId, email, name, kind, delegationId, teamId } = asked
  demand(actor, 'invitation.make', { agreementId })
  const seat: Place = { kind, delegationId, teamId }
  await checkPlace(trx, agreementId, seat)
  const known = await personByEmail(trx, email)
  if (known) await refuseConflict(trx, { agreementId, personId: known.id, ...seat })
  await refuseWaiting(trx, agreementId, email, seat, now)
  const invitedBy = actor.personId
  const made = await insertInvitation(trx, { email, name, agreementId, seat, administrator: false, invitedBy }, now)
  await recordInvitation(trx, actor, 'invitation.made', made.invitation, now)
  return { invitation: toWaiting(made.invitation), path: invitationPath(made.token) }
}

/** The invitations that wait for an answer, the latest first. */
export async function listInvitations(db: Reader, actor: Actor, agreementId: string): Promise<WaitingInvitation[]> {
  demand(actor, 'invitation.make', { agreementId })
  return (await waitingInvitations(db, agreementId)).map(toWaiting)
}

export async function revokeInvitation(trx: Trx, actor: Actor, id: string, now: Instant): Promise<void> {
  const invitation = await ownInvitation(trx, actor, id)
  await closeInvitation(trx, invitation, now)
  await recordInvitation(trx, actor, 'invitation.revoked', invitation, now)
}

/** A new link for an invitation that waits: for who lost the first, or came too late. */
export async function resendInvitation(
  trx: Trx,
  actor: Actor,
  id: string,
  now: Instant,
): Promise<{ invitation: WaitingInvitation; path: string }> {
  const { invitation, token } = await renewInvitation(trx, await ownInvitation(trx, actor, id), now)
  await recordInvitation(trx, actor, 'invitation.resent', invitation, now)
  return { invitation: toWaiting(invitation), path: invitationPath(token) }
}

/** What the link is for; refuses one that opens nothing any more. */
export async function readInvitation(db: Reader, token: string, now: Instant): Promise<InvitationLetter> {
  demand(undefined, 'invitation.read')
  const invitation = await openInvitation(db, token, now)
  const { email, name, administrator, expiresAt, agreementId } = invitation
  const hasAccount = email !== '' && (await personByEmail(db, email)) !== undefined
  const letter = { email: email || undefined, name, administrator, hasAccount, expiresAt }
  if (!agreementId) return letter
  const agreement = await db
    .selectFrom('agreement')
    .select(['slug', 'title'])
    .where('id', '=', agreementId)
    .executeTakeFirstOrThrow()
  return { ...letter, agreement, place: await namedPlace(db, agreementId, placeOf(invitation)) }
}

/** The seat that an invitation carries, as it was written. */
export const placeOf = (invitation: Invitation): Place => invitation.seat as Place

/** What an invitation leaves in the ledger: never the address, which is the invited person's own. */
export async function recordInvitation(
  trx: Trx,
  actor: Actor,
  kind: `invitation.${'made' | 'revoked' | 'resent' | 'accepted'}`,
  { id, agreementId, name, seat }: Invitation,
  now: Instant,
): Promise<void> {
  if (agreementId) await recordAct(trx, actor, { agreementId, kind, subject: id, body: { name, seat } }, now)
}

async function ownInvitation(db: Reader, actor: Actor, id: string): Promise<Invitation> {
  const invitation = await invitationById(db, id)
  demand(actor, 'invitation.make', { agreementId: invitation?.agreementId ?? id })
  if (!invitation) throw new Refused('not_found')
  return invitation
}

async function refuseWaiting(trx: Trx, agreementId: string, email: string, seat: Place, now: Instant): Promise<void> {
  const waiting = await waitingInvitations(trx, agreementId)
  const same = (other: Invitation) =>
    other.email === email && other.expiresAt > now && JSON.stringify(other.seat) === JSON.stringify(seat)
  if (waiting.some(same)) throw new Refused('invitation_waiting')
}

async function namedPlace(db: Reader, agreementId: string, place: Place): Promise<InvitationLetter['place']> {
  const delegation = (await delegationsOf(db, agreementId)).find(({ id }) => id === place.delegationId)
  const party = (await partiesOf(db, agreementId)).find(({ id }) => id === delegation?.partyId)
  const team = (await teamsOf(db, agreementId)).find(({ id }) => id === place.teamId)
  return { ...place, side: delegation?.side, party: party?.name, team: team?.name }
}

const toWaiting = (invitation: Invitation): WaitingInvitation => ({
  id: invitation.id,
  email: invitation.email,
  name: invitation.name,
  place: placeOf(invitation),
  createdAt: invitation.createdAt,
  expiresAt: invitation.expiresAt,
})
