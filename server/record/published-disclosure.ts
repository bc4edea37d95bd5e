import type { Instant } from '../../shared/dates.ts'
import type { Sections } from '../../shared/disclosure.ts'
import { disclosuresOpenedAt } from '../../shared/forum.ts'
import type { Method } from '../../shared/record.ts'
import type { Reader } from '../db/database.ts'
import { getForum } from '../forum/forums.ts'
import { getMethod } from './methods.ts'
import { openTeams } from './open-teams.ts'
import { wordsOf } from './words.ts'

/** What a team disclosed, as everyone may read it once it is open; its records are in `published-records.ts`. */
export interface PublishedDisclosure {
  team: string
  filedAt: Instant
  openedAt: Instant
  contentHash: string
  method?: Method | undefined
  note: string
  sections: Sections
}

/** Undefined while it is sealed, and where nothing was filed. */
export async function publishedDisclosure(
  db: Reader,
  forumId: string,
  teamId: string,
): Promise<PublishedDisclosure | undefined> {
  const forum = await getForum(db, forumId)
  const openedAt = forum && disclosuresOpenedAt(forum.stages)
  if (!openedAt) return undefined
  const team = (await openTeams(db, forum)).find(({ id }) => id === teamId)
  if (!team?.disclosureId || !team.filedAt || !team.contentHash) return undefined
  const { method_id: methodId } = await db
    .selectFrom('disclosure')
    .select('method_id')
    .where('id', '=', team.disclosureId)
    .executeTakeFirstOrThrow()
  const { note, sections } = await wordsOf(db, team.disclosureId)
  return {
    team: team.name,
    filedAt: team.filedAt,
    openedAt,
    contentHash: team.contentHash,
    method: methodId ? await getMethod(db, methodId) : undefined,
    note,
    sections,
  }
}
