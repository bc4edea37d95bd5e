import type { ChainLink, OriginDetail } from '../../shared/agenda.ts'
import type { Instant } from '../../shared/dates.ts'
import type { Origin } from '../../shared/forum.ts'
import { newId } from '../../shared/ids.ts'
import type { Trx } from '../db/database.ts'
import type { AgendaItemRow } from './table.ts'

/** What another room hands to the forum: an agenda item that no one may remove. */
export interface Inheritance {
  agreementId: string
  origin: Exclude<Origin, 'proposed'>
  /** The finding, gap, complaint… that it comes from; one undisposed item each. */
  originId: string
  /** Where the origin is read, as a path of the client. */
  originPath: string
  title: string
  body?: string | undefined
  detail?: OriginDetail | undefined
}

/**
 * Puts an item on the agenda of the agreement's forum in `notice`; where none is, it waits for the next one. While an
 * item of the same origin has no disposition there is no second: what is told anew replaces what was told.
 */
export async function inherit(trx: Trx, given: Inheritance, now: Instant): Promise<string> {
  const known = await undisposed(trx, given)
  if (known) {
    await trx
      .updateTable('agenda_item')
      .set({ title: given.title, origin_path: given.originPath, origin_detail: JSON.stringify(given.detail ?? {}) })
      .where('id', '=', known)
      .execute()
    return known
  }
  const forumId = await forumInNotice(trx, given.agreementId)
  const item = newInherited(given, now)
  await trx
    .insertInto('agenda_item')
    .values({ ...item, forum_id: forumId, position: await nextPosition(trx, given.agreementId, forumId) })
    .execute()
  return item.id
}

/** Adds a step to the chain of every item of this origin that a forum may still deal with, such as the reply to a finding. */
export async function extendChain(trx: Trx, origin: Origin, originId: string, link: ChainLink): Promise<void> {
  const items = await trx
    .selectFrom('agenda_item')
    .leftJoin('forum', 'forum.id', 'agenda_item.forum_id')
    .select(['agenda_item.id', 'agenda_item.origin_detail'])
    .where('agenda_item.origin', '=', origin)
    .where('agenda_item.origin_id', '=', originId)
    .where((eb) => eb.or([eb('forum.stage', 'is', null), eb('forum.stage', '!=', 'closed')]))
    .execute()
  for (const item of items) {
    const detail = JSON.parse(item.origin_detail) as OriginDetail
    await trx
      .updateTable('agenda_item')
      .set({ origin_detail: JSON.stringify({ ...detail, chain: [...(detail.chain ?? []), link] }) })
      .where('id', '=', item.id)
      .execute()
  }
}

/** Gives every waiting item of the agreement to the forum, in the order in which they came; returns how many. */
export async function joinWaiting(trx: Trx, agreementId: string, forumId: string): Promise<number> {
  const waiting = await trx
    .selectFrom('agenda_item')
    .select('id')
    .where('agreement_id', '=', agreementId)
    .where('forum_id', 'is', null)
    .orderBy('position')
    .execute()
  let position = await nextPosition(trx, agreementId, forumId)
  for (const { id } of waiting)
    await trx.updateTable('agenda_item').set({ forum_id: forumId, position: position++ }).where('id', '=', id).execute()
  return waiting.length
}

/** The number of the next item of a forum's agenda, or of those that wait for one; a withdrawn item keeps its own. */
export async function nextPosition(trx: Trx, agreementId: string, forumId: string | null): Promise<number> {
  const { last } = await trx
    .selectFrom('agenda_item')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('agreement_id', '=', agreementId)
    .where('forum_id', 'is not distinct from', forumId)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

async function undisposed(trx: Trx, of: Pick<Inheritance, 'origin' | 'originId'>): Promise<string | undefined> {
  const row = await trx
    .selectFrom('agenda_item')
    .select('id')
    .where('origin', '=', of.origin)
    .where('origin_id', '=', of.originId)
    .where('disposition', 'is', null)
    .executeTakeFirst()
  return row?.id
}

async function forumInNotice(trx: Trx, agreementId: string): Promise<string | null> {
  const row = await trx
    .selectFrom('forum')
    .select('id')
    .where('agreement_id', '=', agreementId)
    .where('stage', '=', 'notice')
    .executeTakeFirst()
  return row?.id ?? null
}

const newInherited = (given: Inheritance, now: Instant): Omit<AgendaItemRow, 'forum_id' | 'position'> => ({
  id: newId(Date.parse(now)),
  agreement_id: given.agreementId,
  title: given.title,
  body: given.body ?? '',
  origin: given.origin,
  origin_id: given.originId,
  origin_path: given.originPath,
  origin_detail: JSON.stringify(given.detail ?? {}),
  added_by: null,
  added_at: now,
  disposition: null,
  disposition_reason: null,
  deferred_to: null,
  merged_into: null,
  disposed_by: null,
  disposed_at: null,
  withdrawn_at: null,
})
