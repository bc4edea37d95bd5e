import type { TeamKind } from '../../shared/agreement.ts'
import type { ComparedTeam } from '../../shared/comparison.ts'
import type { Instant } from '../../shared/dates.ts'
import { teamsOf } from '../agreement/agreements.ts'
import type { Reader } from '../db/database.ts'
import type { Forum } from '../forum/forums.ts'
import { situationsOf } from './similarity/circumstances.ts'

/** A team as an open comparison names it: with its filing and the method it works by, or with nothing filed. */
export interface OpenTeam extends ComparedTeam {
  kind: TeamKind
  disclosureId?: string | undefined
  filedAt?: Instant | undefined
  contentHash?: string | undefined
}

/** Those that disclosed first, each half by name. Asks no permission and no stage: for who knows that the forum compares. */
export async function openTeams(db: Reader, forum: Pick<Forum, 'id' | 'agreementId'>): Promise<OpenTeam[]> {
  const rows = await db
    .selectFrom('disclosure')
    .leftJoin('method', 'method.id', 'disclosure.method_id')
    .select(['disclosure.id', 'disclosure.team_id', 'filed_at', 'content_hash', 'method.version', 'method.title'])
    .where('forum_id', '=', forum.id)
    .where('filed_at', 'is not', null)
    .execute()
  const situations = await situationsOf(db, forum.agreementId)
  const teams = (await teamsOf(db, forum.agreementId)).map(({ id, name, kind }): OpenTeam => {
    const row = rows.find((one) => one.team_id === id)
    const method = row?.version != null && row.title != null ? { version: row.version, title: row.title } : undefined
    return {
      id,
      name,
      kind,
      disclosed: row !== undefined,
      method,
      situation: situations.get(id),
      disclosureId: row?.id,
      filedAt: row?.filed_at ?? undefined,
      contentHash: row?.content_hash ?? undefined,
    }
  })
  return [...teams.filter((team) => team.disclosed), ...teams.filter((team) => !team.disclosed)]
}
