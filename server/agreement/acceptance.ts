import type { Acceptance } from '../../shared/account.ts'
import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { Refused } from '../../shared/refusals.ts'
import { type Invitation, openInvitation, useInvitation } from '../account/invitations.ts'
import { hashPassword } from '../account/passwords.ts'
import { makePerson, nobodyYet, personByEmail } from '../account/people.ts'
import type { Sessions } from '../account/sessions.ts'
import type { Doorstep } from '../account/sign-in.ts'
import type { Database, Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { placeOf, recordInvitation } from './invitations.ts'
import { insertSeat, refuseConflict } from './seats.ts'

/**
 * Takes an invitation: makes the account where the address has none, gives the seat, and signs the person in. Bound to its
 * address: an address that has an account must be signed in, and nobody accepts for another.
 */
export async function acceptInvitation(
  db: Database,
  sessions: Sessions,
  visitor: Actor | undefined,
  asked: { token: string; form: Acceptance },
  from: Pick<Doorstep, 'device'>,
  now: Instant,
): Promise<{ token?: string | undefined; agreementId?: string | undefined }> {
  demand(visitor, 'invitation.accept')
  const invitation = await openInvitation(db.read, asked.token, now)
  const email = await addressee(db.read, invitation, asked.form)
  const account = await personByEmail(db.read, email)
  if (visitor && visitor.personId !== account?.id) throw new Refused('invitation_other_address')
  if (account && !visitor) throw new Refused('not_signed_in')
  const newcomer = account ? undefined : await prepareNewcomer(email, invitation, asked.form)
  return db.write(async (trx) => {
    const open = await openInvitation(trx, asked.token, now)
    await useInvitation(trx, open, now)
    const person = newcomer ? await firstOrInvited(trx, open, newcomer, now) : visitor
    if (!person) throw new Refused('not_signed_in')
    await recordInvitation(trx, person, 'invitation.accepted', open, now)
    if (open.agreementId) {
      const seat = { agreementId: open.agreementId, personId: person.personId, ...placeOf(open) }
      await refuseConflict(trx, seat)
      await insertSeat(trx, person, seat, now)
    }
    const session = newcomer && (await sessions.create(trx, person.personId, from.device, now))
    return { token: session?.token, agreementId: open.agreementId }
  })
}

/** Whom the invitation is for. The first account's holder of the link says it. */
async function addressee(db: Reader, invitation: Invitation, form: Acceptance): Promise<string> {
  if (invitation.email !== '') return invitation.email
  if (!(await nobodyYet(db))) throw new Refused('invitation_used')
  if (form.email === undefined) throw lacking('email')
  return form.email
}

type Newcomer = Parameters<typeof makePerson>[1]

async function prepareNewcomer(email: string, invitation: Invitation, form: Acceptance): Promise<Newcomer> {
  const name = form.name ?? invitation.name
  if (name === '') throw lacking('name')
  if (form.password === undefined) throw lacking('password')
  const passwordHash = await hashPassword(form.password, email)
  return { name, email, language: form.language ?? 'en', administrator: invitation.administrator, passwordHash }
}

async function firstOrInvited(trx: Trx, invitation: Invitation, newcomer: Newcomer, now: Instant): Promise<Actor> {
  if (invitation.email === '' && !(await nobodyYet(trx))) throw new Refused('invitation_used')
  const person = await makePerson(trx, newcomer, now)
  return { personId: person.id, name: person.name, administrator: person.administrator, seats: [] }
}

const lacking = (path: string): Refused => new Refused('invalid_input', { issues: [{ path, code: 'required' }] })
