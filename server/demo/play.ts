import type { Actor } from '../../shared/agreement.ts'
import { addDays, addMonths, type Day, type Instant } from '../../shared/dates.ts'
import { findActor } from '../agreement/actors.ts'
import { type Agreement, findAgreement } from '../agreement/agreements.ts'
import type { Database, Trx } from '../db/database.ts'
import type { PlayerKey } from './cast.ts'

/** What every scene of the demonstration needs: the database, its people, and the calendar that it is told on. */
export interface Play {
  db: Database
  /** The day on which the demonstration is made; its past is told from here. */
  today: Day
  now: Instant
  personIds: Record<string, string>
  agreementId: string
  partyIds: Record<'KH' | 'US', string>
  /** How many updates each person has sent to documents: the log counts them per device. */
  written: Record<string, number>
}

/** The first day of the month that lies `months` from the month of today, plus `days`. */
export const monthDay = (play: Play, months: number, days = 0): Day =>
  addDays(addMonths(`${play.today.slice(0, 8)}01`, months), days)

/** The last day of the month that lies `months` from the month of today. */
export const monthEnd = (play: Play, months: number): Day => addDays(monthDay(play, months + 1), -1)

/** An hour of a day at which people work; scenes of one day follow each other. */
export const at = (day: Day, time = '09:00'): Instant => `${day}T${time}:00.000Z`

/** A day of the story, never after today. */
export const past = (play: Play, day: Day): Day => (day < play.today ? day : addDays(play.today, -1))

export async function as(play: Play, key: PlayerKey): Promise<Actor> {
  const actor = await findActor(play.db.read, play.personIds[key]!)
  if (!actor) throw new Error(`the demonstration has no ${key}`)
  return actor
}

/** One step of the story: a person takes it through the verb that everyone uses. */
export async function act<Result>(
  play: Play,
  key: PlayerKey,
  verb: (trx: Trx, actor: Actor) => Promise<Result>,
): Promise<Result> {
  const actor = await as(play, key)
  return play.db.write((trx) => verb(trx, actor))
}

export const agreementOf = async (play: Play): Promise<Agreement> =>
  findAgreement(play.db.read, await as(play, 'secretariat'), play.agreementId)
