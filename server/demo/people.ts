import type { Instant } from '../../shared/dates.ts'
import { hashPassword } from '../account/passwords.ts'
import { makePerson } from '../account/people.ts'
import { findActor } from '../agreement/actors.ts'
import { createAgreement } from '../agreement/agreements.ts'
import { giveSeat } from '../agreement/seats.ts'
import { makeTeam } from '../agreement/teams.ts'
import type { Database } from '../db/database.ts'
import { cast, demoPassword, emailOf, type Player } from './cast.ts'

export const demoSlug = 'us-cambodia'

const summary =
  'Signed in January 1999†. Cambodia has a quota bonus for textiles and apparel, on condition that working conditions there substantially comply with internationally recognized core labor standards†.'

/** Accounts, the agreement from its template, teams, and everyone in a seat. */
export async function seatEveryone(
  db: Database,
  signed: Instant,
): Promise<{ agreementId: string; personIds: Record<string, string> }> {
  const passwordHash = await hashPassword(demoPassword, '')
  return db.write(async (trx) => {
    const personIds: Record<string, string> = {}
    for (const player of cast as readonly Player[]) {
      const person = {
        name: player.name,
        email: emailOf(player.key),
        language: 'en' as const,
        administrator: player.administrator ?? false,
      }
      personIds[player.key] = (await makePerson(trx, { ...person, passwordHash }, signed)).id
    }
    const parties = [
      { code: 'KH', name: 'Cambodia' },
      { code: 'US', name: 'United States' },
    ]
    const asked = {
      template: 'us-cambodia',
      slug: demoSlug,
      title: 'US–Cambodia textile agreement',
      summary,
      parties,
      demonstration: true,
    }
    const agreement = await createAgreement(trx, (await findActor(trx, personIds.secretariat!))!, asked, signed)
    const secretariat = (await findActor(trx, personIds.secretariat!))!
    const teams: Record<string, string> = {}
    for (const name of new Set((cast as readonly Player[]).flatMap((player) => player.team ?? []))) {
      const kind = name === 'Labour inspectorate' ? 'inspectorate' : 'team'
      const partyId = kind === 'inspectorate' ? agreement.parties.find(({ code }) => code === 'KH')?.id : undefined
      teams[name] = (await makeTeam(trx, secretariat, { agreementId: agreement.id, name, kind, partyId }, signed)).id
    }
    for (const player of cast as readonly Player[]) {
      if (player.seat === 'secretariat') continue
      const delegationId = agreement.delegations.find((delegation) => delegation.mark === player.delegation)?.id
      const place = {
        kind: player.seat,
        ...(delegationId && { delegationId }),
        ...(player.team && { teamId: teams[player.team] }),
      }
      await giveSeat(
        trx,
        secretariat,
        { agreementId: agreement.id, personId: personIds[player.key]!, ...place },
        signed,
      )
    }
    return { agreementId: agreement.id, personIds }
  })
}
