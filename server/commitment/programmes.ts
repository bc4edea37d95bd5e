import type { Actor } from '../../shared/agreement.ts'
import type { Day } from '../../shared/dates.ts'
import { programmeOn } from '../../shared/programme.ts'
import type { Reader } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { type ProgrammeHead, type ProgrammeSummary, programmeHead, programmeSummaries } from './programme-heads.ts'
import { type Programme, publicProgramme } from './public-programmes.ts'

/** The programmes of an agreement, newest lock first: none is ever removed. */
export async function listProgrammes(db: Reader, actor: Actor, agreementId: string): Promise<ProgrammeSummary[]> {
  demand(actor, 'programme.read', { agreementId })
  return programmeSummaries(db, agreementId)
}

/** The programme for who may read it; `not_found` for everyone else. */
export async function findProgramme(db: Reader, actor: Actor, id: string): Promise<Programme> {
  const programme = await publicProgramme(db, id)
  demand(actor, 'programme.read', { agreementId: programme.agreementId })
  return programme
}

/** The programme that is, was or will be in force on a day, as far as it is locked by now. Asks no permission. */
export async function programmeInForce(db: Reader, agreementId: string, day: Day): Promise<ProgrammeHead | undefined> {
  const found = programmeOn(await programmeSummaries(db, agreementId), day)
  return found && programmeHead(db, found.id)
}
