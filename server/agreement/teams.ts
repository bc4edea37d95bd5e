import type { Actor, TeamKind } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { partiesOf, type Team, teamsOf } from './agreements.ts'

/** Sets up a team, or registers a government's inspectorate, in the agreement. */
export async function makeTeam(
  trx: Trx,
  actor: Actor,
  asked: { agreementId: string; name: string; kind: TeamKind; partyId?: string | undefined },
  now: Instant,
): Promise<Team> {
  const { agreementId, name, kind, partyId } = asked
  demand(actor, 'team.make', { agreementId })
  const party = await partyCode(trx, agreementId, partyId)
  if ((await teamsOf(trx, agreementId)).some((team) => team.name === name)) throw new Refused('team_taken', { name })
  const id = newId(Date.parse(now))
  const row = { id, agreement_id: agreementId, name, kind, party_id: partyId ?? null, created_at: now }
  await trx.insertInto('team').values(row).execute()
  const body = { name, kind, ...(party && { party }) }
  await recordAct(trx, actor, { agreementId, kind: 'team.made', subject: id, body }, now)
  return { id, name, kind, partyId }
}

/** Says to which party a team belongs, or that it belongs to none: whose people do not decide on its gaps. */
export async function assignTeam(
  trx: Trx,
  actor: Actor,
  id: string,
  partyId: string | undefined,
  now: Instant,
): Promise<Team> {
  const row = await trx.selectFrom('team').select('agreement_id').where('id', '=', id).executeTakeFirst()
  demand(actor, 'team.make', { agreementId: row?.agreement_id })
  if (!row) throw new Refused('not_found')
  const party = await partyCode(trx, row.agreement_id, partyId)
  await trx
    .updateTable('team')
    .set({ party_id: partyId ?? null })
    .where('id', '=', id)
    .execute()
  const team = (await teamsOf(trx, row.agreement_id)).find((one) => one.id === id)!
  const body = { name: team.name, ...(party && { party }) }
  await recordAct(trx, actor, { agreementId: row.agreement_id, kind: 'team.assigned', subject: id, body }, now)
  return team
}

async function partyCode(trx: Trx, agreementId: string, partyId: string | undefined): Promise<string | undefined> {
  if (partyId === undefined) return undefined
  const party = (await partiesOf(trx, agreementId)).find(({ id }) => id === partyId)
  if (!party) throw new Refused('invalid_input', { issues: [{ path: 'partyId', code: 'invalid_value' }] })
  return party.code
}
