import type { Disposition } from '../../shared/agenda.ts'
import type { Origin } from '../../shared/forum.ts'
import type { Reader } from '../db/database.ts'

/** Where a forum deals with something that came before it from here (B9), and what became of it. */
export interface Placement {
  originId: string
  itemId: string
  position: number
  /** Absent while the item waits for the next forum. */
  forumLabel?: string | undefined
  disposition?: Disposition | undefined
}

/** The agenda items that came from these, in the order in which they came. */
export async function agendaOf(db: Reader, origin: Origin, originIds: readonly string[]): Promise<Placement[]> {
  if (originIds.length === 0) return []
  const rows = await db
    .selectFrom('agenda_item')
    .leftJoin('forum', 'forum.id', 'agenda_item.forum_id')
    .select([
      'agenda_item.id',
      'agenda_item.origin_id',
      'agenda_item.position',
      'agenda_item.disposition',
      'forum.label',
    ])
    .where('agenda_item.origin', '=', origin)
    .where('agenda_item.origin_id', 'in', originIds)
    .orderBy('agenda_item.added_at')
    .orderBy('agenda_item.id')
    .execute()
  return rows.map((row) => ({
    originId: row.origin_id ?? '',
    itemId: row.id,
    position: row.position,
    forumLabel: row.label ?? undefined,
    disposition: (row.disposition as Disposition | null) ?? undefined,
  }))
}
