import type { Disposition, OriginDetail, Proposal } from '../../shared/agenda.ts'
import type { Actor } from '../../shared/agreement.ts'
import type { Day, Instant } from '../../shared/dates.ts'
import { inherited, type Origin } from '../../shared/forum.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { notifySeats } from '../notice/notifications.ts'
import { type Forum, findForum, forumPath } from './forums.ts'
import { nextPosition } from './inheritance.ts'
import type { AgendaItemRow } from './table.ts'

/** Something that a forum must, or was asked to, deal with. */
export interface AgendaItem {
  id: string
  agreementId: string
  /** Absent while it waits for the next forum. */
  forumId?: string | undefined
  /** Its number on the agenda. */
  position: number
  title: string
  body: string
  origin: Origin
  originId?: string | undefined
  originPath?: string | undefined
  detail: OriginDetail
  addedBy?: string | undefined
  addedAt: Instant
  disposition?: Disposition | undefined
  reason?: string | undefined
  deferredTo?: Day | undefined
  mergedInto?: string | undefined
  disposedBy?: string | undefined
  disposedAt?: Instant | undefined
  withdrawnAt?: Instant | undefined
}

/** The agenda of a forum by its numbers, with what was withdrawn. */
export async function listItems(db: Reader, actor: Actor, forumId: string): Promise<AgendaItem[]> {
  await findForum(db, actor, forumId)
  return agendaOf(db, forumId)
}

/** What waits for the agreement's next forum, in the order in which it came. */
export async function listWaiting(db: Reader, actor: Actor, agreementId: string): Promise<AgendaItem[]> {
  demand(actor, 'forum.read', { agreementId })
  const rows = await itemRows(db)
    .where('agenda_item.agreement_id', '=', agreementId)
    .where('agenda_item.forum_id', 'is', null)
    .orderBy('position')
    .execute()
  return rows.map(fromRow)
}

/** The agenda without asking for permission: for verbs that have asked. */
export async function agendaOf(db: Reader, forumId: string): Promise<AgendaItem[]> {
  const rows = await itemRows(db).where('agenda_item.forum_id', '=', forumId).orderBy('position').execute()
  return rows.map(fromRow)
}

/** Puts something new on the agenda. */
export async function proposeItem(
  trx: Trx,
  actor: Actor,
  forumId: string,
  given: Proposal,
  now: Instant,
): Promise<AgendaItem> {
  const forum = await findForum(trx, actor, forumId)
  demand(actor, 'item.propose', { agreementId: forum.agreementId, state: forum.stage })
  const id = newId(Date.parse(now))
  const position = await nextPosition(trx, forum.agreementId, forumId)
  await trx
    .insertInto('agenda_item')
    .values({
      ...proposed(given),
      id,
      agreement_id: forum.agreementId,
      forum_id: forumId,
      position,
      added_by: actor.personId,
      added_at: now,
    })
    .execute()
  const facts = { label: forum.label, position, title: given.title }
  await tellOfItem(trx, actor, forum, 'item.proposed', id, facts, now)
  return (await getItem(trx, id))!
}

/** Takes a proposed item off the agenda; its number stays. What was inherited can only be disposed of. */
export async function withdrawItem(trx: Trx, actor: Actor, id: string, now: Instant): Promise<AgendaItem> {
  const { item, forum } = await findItem(trx, actor, id)
  demand(actor, 'item.withdraw', { agreementId: forum.agreementId, state: forum.stage })
  if (inherited(item.origin)) throw new Refused('inherited_item_stays')
  const carried = (await agendaOf(trx, forum.id)).filter((other) => other.mergedInto === id)
  if (carried.length > 0) throw new Refused('item_carries_others', { items: carried.map(namedItem) })
  const moved = await trx
    .updateTable('agenda_item')
    .set({ withdrawn_at: now })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
  const facts = { label: forum.label, position: item.position, title: item.title }
  await tellOfItem(trx, actor, forum, 'item.withdrawn', id, facts, now)
  return { ...item, withdrawnAt: now }
}

/** The item with the forum that deals with it, for who may read that; a waiting item has none and is not found. */
export async function findItem(db: Reader, actor: Actor, id: string): Promise<{ item: AgendaItem; forum: Forum }> {
  const item = await getItem(db, id)
  if (!item?.forumId) throw new Refused('not_found')
  return { item, forum: await findForum(db, actor, item.forumId) }
}

export async function getItem(db: Reader, id: string): Promise<AgendaItem | undefined> {
  const row = await itemRows(db).where('agenda_item.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** What a step on an item leaves behind: an act in the ledger, and word to every seat. */
export async function tellOfItem(
  trx: Trx,
  actor: Actor,
  forum: Forum,
  kind: string,
  itemId: string,
  facts: Record<string, unknown>,
  now: Instant,
): Promise<void> {
  const { agreementId } = forum
  await recordAct(trx, actor, { agreementId, kind, subject: itemId, body: facts }, now)
  await notifySeats(
    trx,
    actor,
    { agreementId, kind, subject: itemId, path: itemPath(forum, itemId), detail: facts },
    now,
  )
}

/** An item as refusals name it. */
export const namedItem = ({ id, position, title }: AgendaItem) => ({ id, position, title })

export const itemPath = (forum: Pick<Forum, 'agreementSlug' | 'label'>, itemId: string): string =>
  `${forumPath(forum)}#item-${encodeURIComponent(itemId)}`

const proposed = ({ title, body }: Proposal) => ({
  title,
  body,
  origin: 'proposed',
  origin_id: null,
  origin_path: null,
  origin_detail: '{}',
  disposition: null,
  disposition_reason: null,
  deferred_to: null,
  merged_into: null,
  disposed_by: null,
  disposed_at: null,
  withdrawn_at: null,
})

const itemRows = (db: Reader) =>
  db
    .selectFrom('agenda_item')
    .leftJoin('person as adder', 'adder.id', 'agenda_item.added_by')
    .leftJoin('person as disposer', 'disposer.id', 'agenda_item.disposed_by')
    .selectAll('agenda_item')
    .select(['adder.name as adder_name', 'disposer.name as disposer_name'])

const fromRow = (row: AgendaItemRow & { adder_name: string | null; disposer_name: string | null }): AgendaItem => ({
  id: row.id,
  agreementId: row.agreement_id,
  forumId: row.forum_id ?? undefined,
  position: row.position,
  title: row.title,
  body: row.body,
  origin: row.origin as Origin,
  originId: row.origin_id ?? undefined,
  originPath: row.origin_path ?? undefined,
  detail: JSON.parse(row.origin_detail),
  addedBy: row.adder_name ?? undefined,
  addedAt: row.added_at,
  disposition: (row.disposition as Disposition | null) ?? undefined,
  reason: row.disposition_reason ?? undefined,
  deferredTo: row.deferred_to ?? undefined,
  mergedInto: row.merged_into ?? undefined,
  disposedBy: row.disposer_name ?? undefined,
  disposedAt: row.disposed_at ?? undefined,
  withdrawnAt: row.withdrawn_at ?? undefined,
})
