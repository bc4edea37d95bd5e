import type { Actor, SeatKind } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'

export interface News {
  agreementId: string
  /** With a sentence `news.<kind>` in the catalogues. */
  kind: string
  subject: string
  path: string
  detail?: Record<string, unknown>
}

export interface Notification extends Required<News> {
  id: string
  agreementTitle: string
  at: Instant
  readAt?: Instant | undefined
}

/** Tells everyone with a seat in the agreement, except who did it; of some kinds of seat only where these are named. */
export async function notifySeats(
  trx: Trx,
  by: Actor | undefined,
  news: News,
  now: Instant,
  kinds?: readonly SeatKind[],
): Promise<void> {
  let seats = trx
    .selectFrom('seat')
    .select('person_id')
    .distinct()
    .where('agreement_id', '=', news.agreementId)
    .where('ended_at', 'is', null)
  if (kinds) seats = seats.where('kind', 'in', [...kinds])
  const people = (await seats.execute()).map((row) => row.person_id)
  await notify(
    trx,
    people.filter((id) => id !== by?.personId),
    news,
    now,
  )
}

export async function notify(trx: Trx, personIds: readonly string[], news: News, now: Instant): Promise<void> {
  if (personIds.length === 0) return
  const rows = personIds.map((personId) => ({
    id: newId(Date.parse(now)),
    person_id: personId,
    agreement_id: news.agreementId,
    kind: news.kind,
    subject: news.subject,
    path: news.path,
    detail: JSON.stringify(news.detail ?? {}),
    at: now,
    read_at: null,
  }))
  await trx.insertInto('notification').values(rows).execute()
}

/** A person's latest 100 notifications, newest first. */
export async function listNotifications(db: Reader, actor: Actor): Promise<Notification[]> {
  demand(actor, 'notification.read', { personId: actor.personId })
  const rows = await db
    .selectFrom('notification')
    .innerJoin('agreement', 'agreement.id', 'notification.agreement_id')
    .selectAll('notification')
    .select('agreement.title as agreement_title')
    .where('person_id', '=', actor.personId)
    .orderBy('at', 'desc')
    .orderBy('notification.id', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    agreementId: row.agreement_id,
    agreementTitle: row.agreement_title,
    kind: row.kind,
    subject: row.subject,
    path: row.path,
    detail: JSON.parse(row.detail),
    at: row.at,
    readAt: row.read_at ?? undefined,
  }))
}

/** How many of a person's notifications are unread. */
export async function countUnread(db: Reader, actor: Actor): Promise<number> {
  demand(actor, 'notification.read', { personId: actor.personId })
  const { unread } = await db
    .selectFrom('notification')
    .select((eb) => eb.fn.countAll<number>().as('unread'))
    .where('person_id', '=', actor.personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(unread)
}

/** Marks a person's notifications as read, up to the newest that was on the screen: what came since stays unread. */
export async function readNotifications(trx: Trx, actor: Actor, upTo: Instant, now: Instant): Promise<void> {
  demand(actor, 'notification.read', { personId: actor.personId })
  await trx
    .updateTable('notification')
    .set({ read_at: now })
    .where('person_id', '=', actor.personId)
    .where('read_at', 'is', null)
    .where('at', '<=', upTo)
    .execute()
}

/** Marks one notification as read; somebody else's is not found. */
export async function readNotification(trx: Trx, actor: Actor, id: string, now: Instant): Promise<void> {
  const row = await trx
    .selectFrom('notification')
    .select(['person_id', 'read_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refused('not_found')
  demand(actor, 'notification.read', { personId: row.person_id })
  if (row.read_at === null) await trx.updateTable('notification').set({ read_at: now }).where('id', '=', id).execute()
}
