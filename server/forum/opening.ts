import type { Instant } from '../../shared/dates.ts'
import type { Reader, Trx } from '../db/database.ts'
import { type Forum, getForum } from './forums.ts'

/**
 * The instant at which a stage began is the one at which all that it opens is open. A room that cannot have everything
 * open within the move holds the instant back, and gives it when the last is ready: until then nobody reads any.
 */
export async function holdOpening(trx: Trx, forumId: string): Promise<void> {
  await setOpening(trx, forumId, null)
}

export async function openAt(trx: Trx, forumId: string, now: Instant): Promise<Forum> {
  await setOpening(trx, forumId, now)
  return (await getForum(trx, forumId))!
}

/** The fora whose comparison has begun and waits for what it opens. */
export async function heldFora(db: Reader): Promise<string[]> {
  const rows = await db
    .selectFrom('forum')
    .innerJoin('forum_stage', 'forum_stage.forum_id', 'forum.id')
    .select('forum.id')
    .where('forum.stage', '=', 'comparison')
    .where('forum_stage.stage', '=', 'comparison')
    .where('forum_stage.opened_at', 'is', null)
    .execute()
  return rows.map((row) => row.id)
}

const setOpening = (trx: Trx, forumId: string, at: Instant | null) =>
  trx
    .updateTable('forum_stage')
    .set({ opened_at: at })
    .where('forum_id', '=', forumId)
    .where('stage', '=', 'comparison')
    .execute()
