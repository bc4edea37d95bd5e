import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { wordKey } from '../../shared/mapping.ts'
import type { Reader, Trx } from '../db/database.ts'

/**
 * The names that files had for a team, newest first. Countries and regions are renamed, and each source has a spelling of
 * its own: a name that the team once called its own is suggested for every file after.
 */
export async function aliasesOf(db: Reader, teamId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('team_alias')
    .select('name')
    .where('team_id', '=', teamId)
    .orderBy('at', 'desc')
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}

/** Keeps what a team calls its own in a file; who said it first stays beside it. */
export async function keepAliases(
  trx: Trx,
  actor: Actor,
  teamId: string,
  names: readonly string[],
  now: Instant,
): Promise<void> {
  const byKey = new Map(names.map((name) => [wordKey(name), name]))
  for (const [key, name] of byKey)
    await trx
      .insertInto('team_alias')
      .values({ team_id: teamId, name_key: key, name, person_id: actor.personId, at: now })
      .onConflict((conflict) => conflict.columns(['team_id', 'name_key']).doNothing())
      .execute()
}
