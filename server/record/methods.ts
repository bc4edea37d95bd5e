import type { Actor } from '../../shared/agreement.ts'
import type { Method } from '../../shared/record.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import type { MethodRow } from './table.ts'

/** A team's methods, newest first: all of them for the team; for others those that open disclosures were made by. */
export async function listMethods(db: Reader, actor: Actor, teamId: string): Promise<Method[]> {
  const team = await db.selectFrom('team').select('agreement_id').where('id', '=', teamId).executeTakeFirst()
  demand(actor, 'method.read', { agreementId: team?.agreement_id })
  if (!team) throw new Refused('not_found')
  const rows = await db
    .selectFrom('method')
    .selectAll()
    .where('team_id', '=', teamId)
    .orderBy('version', 'desc')
    .execute()
  const own = actor.seats.some((seat) => seat.agreementId === team.agreement_id && seat.teamId === teamId)
  const open = own ? undefined : await openMethods(db, teamId)
  return rows.filter((row) => !open || open.has(row.id)).map(methodOf)
}

export async function latestMethod(db: Reader, teamId: string): Promise<Method | undefined> {
  const row = await db
    .selectFrom('method')
    .selectAll()
    .where('team_id', '=', teamId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && methodOf(row)
}

export async function getMethod(db: Reader, id: string): Promise<Method | undefined> {
  const row = await db.selectFrom('method').selectAll().where('id', '=', id).executeTakeFirst()
  return row && methodOf(row)
}

async function openMethods(db: Reader, teamId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('disclosure')
    .innerJoin('forum_stage', 'forum_stage.forum_id', 'disclosure.forum_id')
    .select('disclosure.method_id')
    .where('disclosure.team_id', '=', teamId)
    .where('disclosure.filed_at', 'is not', null)
    .where('forum_stage.stage', '=', 'comparison')
    .where('forum_stage.opened_at', 'is not', null)
    .execute()
  return new Set(rows.flatMap((row) => (row.method_id ? [row.method_id] : [])))
}

export const methodOf = (row: MethodRow): Method => ({
  id: row.id,
  teamId: row.team_id,
  version: row.version,
  title: row.title,
  body: row.body,
  at: row.at,
})
