import type { Actor } from '../../../shared/agreement.ts'
import type { Instant } from '../../../shared/dates.ts'
import { newId } from '../../../shared/ids.ts'
import { Refused } from '../../../shared/refusals.ts'
import type { CircumstanceForm, Situation, Variable } from '../../../shared/similarity.ts'
import { teamsOf } from '../../agreement/agreements.ts'
import type { Reader, Trx } from '../../db/database.ts'
import { demand } from '../../http/demand.ts'
import { recordAct } from '../../ledger/acts.ts'

/** One circumstance of a team as it stands, with who stated it, when, and where it is to be found. */
export interface Circumstance {
  teamId: string
  variable: Variable
  value: string
  source: string
  by: string
  at: Instant
}

/** A team states one circumstance of its situation, with a source; what it stated before is kept behind it (R38). */
export async function stateCircumstance(
  trx: Trx,
  actor: Actor,
  asked: { agreementId: string; teamId: string },
  form: CircumstanceForm,
  now: Instant,
): Promise<Circumstance> {
  const { agreementId, teamId } = asked
  demand(actor, 'circumstance.state', { agreementId, teamId })
  const team = (await teamsOf(trx, agreementId)).find(({ id }) => id === teamId)
  if (!team) throw new Refused('not_found')
  const { variable, value, source } = form
  const { last } = await trx
    .selectFrom('circumstance')
    .select((q) => q.fn.max<number | null>('number').as('last'))
    .where('agreement_id', '=', agreementId)
    .where('team_id', '=', teamId)
    .where('variable', '=', variable)
    .executeTakeFirstOrThrow()
  const id = newId(Date.parse(now))
  await trx
    .insertInto('circumstance')
    .values({
      id,
      agreement_id: agreementId,
      team_id: teamId,
      variable,
      number: (last ?? 0) + 1,
      value,
      source,
      person_id: actor.personId,
      at: now,
    })
    .execute()
  const body = { team: team.name, variable, value, source }
  await recordAct(trx, actor, { agreementId, kind: 'circumstance.stated', subject: teamId, body }, now)
  return { teamId, variable, value, source, by: actor.name, at: now }
}

/** What is known of every team's situation. */
export async function listCircumstances(db: Reader, actor: Actor, agreementId: string): Promise<Circumstance[]> {
  demand(actor, 'similarity.read', { agreementId })
  return circumstancesOf(db, agreementId)
}

/** The situation of each team by its id. Asks no permission. */
export async function situationsOf(db: Reader, agreementId: string): Promise<Map<string, Situation>> {
  const situations = new Map<string, Situation>()
  for (const { teamId, variable, value } of await circumstancesOf(db, agreementId))
    situations.set(teamId, { ...situations.get(teamId), [variable]: value })
  return situations
}

async function circumstancesOf(db: Reader, agreementId: string): Promise<Circumstance[]> {
  const rows = await db
    .selectFrom('circumstance')
    .innerJoin('person', 'person.id', 'circumstance.person_id')
    .select(['team_id', 'variable', 'value', 'source', 'person.name', 'at'])
    .where('agreement_id', '=', agreementId)
    .orderBy('team_id')
    .orderBy('variable')
    .orderBy('number')
    .execute()
  const latest = new Map(rows.map((row) => [`${row.team_id} ${row.variable}`, row]))
  return [...latest.values()].map(({ team_id, variable, name, ...row }) => ({
    ...row,
    teamId: team_id,
    variable: variable as Variable,
    by: name,
  }))
}
