import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Language } from '../../shared/text/languages.ts'
import type { Database, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { hashPassword, isPassword } from './passwords.ts'
import type { Sessions } from './sessions.ts'
import type { Tries } from './tries.ts'

/** From where a person signs in. `before`: the session that this browser has, which ends. */
export interface Doorstep {
  address: string
  device: string
  before?: string | undefined
}

/** What the account's verbs need beside the database. */
export interface Keys {
  sessions: Sessions
  tries: Tries
}

/** Opens a session for the right password. An unknown address and a wrong password get one answer, after as long a time. */
export async function signIn(
  db: Database,
  { sessions, tries }: Keys,
  asked: { email: string; password: string },
  from: Doorstep,
  now: Instant,
): Promise<{ token: string; personId: string }> {
  demand(undefined, 'session.begin')
  await tries.take(asked.email, from.address)
  const person = await db.read
    .selectFrom('person')
    .select(['id', 'password_hash'])
    .where('email', '=', asked.email)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!(await isPassword(person?.password_hash, asked.password)) || !person) throw new Refused('wrong_password')
  await tries.right(asked.email, from.address)
  return db.write(async (trx) => {
    if (from.before) await sessions.end(trx, from.before)
    const { token } = await sessions.create(trx, person.id, from.device, now)
    return { token, personId: person.id }
  })
}

/** Changes the password and ends every other session of the person: whoever else had one must sign in anew. */
export async function changePassword(
  db: Database,
  { sessions, tries }: Keys,
  actor: Actor,
  asked: { current: string; next: string },
  here: { address: string; session: string | undefined },
): Promise<void> {
  demand(actor, 'password.change')
  const person = await db.read
    .selectFrom('person')
    .select(['email', 'password_hash'])
    .where('id', '=', actor.personId)
    .executeTakeFirstOrThrow()
  await tries.take(person.email, here.address)
  if (!(await isPassword(person.password_hash, asked.current))) throw new Refused('current_password_wrong')
  await tries.right(person.email, here.address)
  const hash = await hashPassword(asked.next, person.email)
  await db.write(async (trx) => {
    const changed = await trx
      .updateTable('person')
      .set({ password_hash: hash })
      .where('id', '=', actor.personId)
      .where('password_hash', '=', person.password_hash)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
    await sessions.endAll(trx, actor.personId, here.session)
  })
}

export async function changeLanguage(trx: Trx, actor: Actor, language: Language): Promise<void> {
  demand(actor, 'language.change')
  await trx.updateTable('person').set({ language }).where('id', '=', actor.personId).execute()
}
