import { carriers } from '../../shared/agenda.ts'
import type { Origin } from '../../shared/forum.ts'
import type { Reader } from '../db/database.ts'
import { type AgendaItem, agendaOf, getItem } from '../forum/items.ts'

/** The item by which a forum deals with something of another room, with the item into which it was merged. */
export interface Placed {
  item: AgendaItem
  /** The item itself, or the one that carries it. */
  carrier: AgendaItem
}

/** On a forum's agenda: what came from this origin, also where an earlier forum deferred it to this one. */
export async function placeOf(
  db: Reader,
  forumId: string,
  origin: Origin,
  originId: string,
): Promise<Placed | undefined> {
  const agenda = await agendaOf(db, forumId)
  for (const item of agenda) {
    const root = await rootOf(db, item)
    if (root.origin === origin && root.originId === originId)
      return { item, carrier: carriers(agenda, item).at(-1) ?? item }
  }
  return undefined
}

/** Where it came from in the beginning: what is deferred keeps the origin that it had. */
export async function rootOf(db: Reader, item: AgendaItem): Promise<AgendaItem> {
  const before = item.origin === 'deferred' && item.originId ? await getItem(db, item.originId) : undefined
  return before ? rootOf(db, before) : item
}
