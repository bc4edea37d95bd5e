import type { Actor, TeamKind } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import type { Team } from './agreements.ts'

/** Sets up a team, or registers a government's inspectorate, in the agreement. */
export async function makeTeam(
  trx: Trx,
  actor: Actor,
  asked: { agreementId: string; name: string; kind: TeamKind },
  now: Instant,
): Promise<Team> {
  const { agreementId, name, kind } = asked
  demand(actor, 'team.make', { agreementId })
  const taken = await trx
    .selectFrom('team')
    .select('id')
    .where('agreement_id', '=', agreementId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (taken) throw new Refused('team_taken', { name })
  const id = newId(Date.parse(now))
  await trx.insertInto('team').values({ id, agreement_id: agreementId, name, kind, created_at: now }).execute()
  await recordAct(trx, actor, { agreementId, kind: 'team.made', subject: id, body: { name, kind } }, now)
  return { id, name, kind }
}
