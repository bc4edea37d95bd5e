import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Language } from '../../shared/text/languages.ts'
import type { Reader, Trx } from '../db/database.ts'
import type { PersonRow } from './table.ts'

/** A person with an account on this installation. */
export interface Person {
  id: string
  name: string
  email: string
  language: Language
  administrator: boolean
}

export interface NewPerson extends Omit<Person, 'id'> {
  /** What `hashPassword` made; absent for who cannot sign in. */
  passwordHash?: string | undefined
}

/** Makes an account. Asks no permission: whoever calls it has an invitation in hand. */
export async function makePerson(trx: Trx, person: NewPerson, now: Instant): Promise<Person> {
  if (await personByEmail(trx, person.email)) throw new Refused('email_taken')
  const id = newId(Date.parse(now))
  await trx
    .insertInto('person')
    .values({
      id,
      name: person.name,
      email: person.email,
      password_hash: person.passwordHash ?? null,
      language: person.language,
      administrator: person.administrator ? 1 : 0,
      created_at: now,
      disabled_at: null,
    })
    .execute()
  return { id, name: person.name, email: person.email, language: person.language, administrator: person.administrator }
}

export async function personByEmail(db: Reader, email: string): Promise<Person | undefined> {
  const row = await db.selectFrom('person').selectAll().where('email', '=', email).executeTakeFirst()
  return row && fromRow(row)
}

export async function personById(db: Reader, id: string): Promise<Person> {
  return fromRow(await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
}

/** Whether nobody has an account yet. */
export const nobodyYet = async (db: Reader): Promise<boolean> =>
  (await db.selectFrom('person').select('id').limit(1).executeTakeFirst()) === undefined

const fromRow = (row: PersonRow): Person => ({
  id: row.id,
  name: row.name,
  email: row.email,
  language: row.language as Language,
  administrator: row.administrator === 1,
})
