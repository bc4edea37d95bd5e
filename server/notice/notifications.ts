import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
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
  at: Instant
  readAt?: Instant | undefined
}

/** Tells everyone with a seat in the agreement, except who did it. */
export async function notifySeats(trx: Trx, by: Actor | undefined, news: News, now: Instant): Promise<void> {
  const people = await trx
    .selectFrom('seat')
    .select('person_id')
    .distinct()
    .where('agreement_id', '=', news.agreementId)
    .where('ended_at', 'is', null)
    .execute()
  await notify(
    trx,
    people.map((row) => row.person_id).filter((id) => id !== by?.personId),
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
    .selectAll()
    .where('person_id', '=', actor.personId)
    .orderBy('at', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    agreementId: row.agreement_id,
    kind: row.kind,
    subject: row.subject,
    path: row.path,
    detail: JSON.parse(row.detail),
    at: row.at,
    readAt: row.read_at ?? undefined,
  }))
}

/** Marks all of a person's notifications as read, up to now. */
export async function readNotifications(trx: Trx, actor: Actor, now: Instant): Promise<void> {
  demand(actor, 'notification.read', { personId: actor.personId })
  await trx
    .updateTable('notification')
    .set({ read_at: now })
    .where('person_id', '=', actor.personId)
    .where('read_at', 'is', null)
    .execute()
}
