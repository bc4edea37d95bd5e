import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import type { Database, Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { type Repeating, repeat } from './repeating.ts'

export interface Deadline {
  id: string
  agreementId: string
  kind: string
  subject: string
  dueAt: Instant
}

export interface NewDeadline extends Omit<Deadline, 'id'> {
  /** Where the date is explained, as a path of the client; only dates with one are shown among the agreement's dates. */
  path?: string | undefined
  /** What the sentence `notice.date.<kind>` names. */
  detail?: Record<string, unknown> | undefined
}

/** What happens when a deadline of a kind is reached. Runs once, in the transaction that marks the deadline as acted on. */
export type OnDue = (trx: Trx, deadline: Deadline, now: Instant) => Promise<void>

/** Sets the deadline of a kind on a subject, or moves it; one that was acted on or cancelled waits anew. */
export async function setDeadline(trx: Trx, deadline: NewDeadline): Promise<void> {
  const { agreementId, kind, subject, path, dueAt } = deadline
  const told = { due_at: dueAt, path: path ?? null, detail: JSON.stringify(deadline.detail ?? {}) }
  const waiting = { ...told, state: 'waiting', acted_at: null }
  await trx
    .insertInto('deadline')
    .values({ id: newId(), agreement_id: agreementId, kind, subject, ...waiting })
    .onConflict((conflict) => conflict.columns(['kind', 'subject']).doUpdateSet(waiting))
    .execute()
}

export async function cancelDeadline(trx: Trx, kind: string, subject: string): Promise<void> {
  await trx
    .updateTable('deadline')
    .set({ state: 'cancelled' })
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('state', '=', 'waiting')
    .execute()
}

/** A date to come in an agreement, as everyone with a seat in it may see it. */
export interface ComingDate {
  kind: string
  subject: string
  dueAt: Instant
  path: string
  detail: Record<string, unknown>
  agreementTitle: string
}

/** The next dates of the person's agreements, soonest first. */
export async function listDates(db: Reader, actor: Actor, limit = 6): Promise<ComingDate[]> {
  demand(actor, 'duty.read')
  const agreements = [...new Set(actor.seats.map((seat) => seat.agreementId))]
  if (agreements.length === 0) return []
  const rows = await db
    .selectFrom('deadline')
    .innerJoin('agreement', 'agreement.id', 'deadline.agreement_id')
    .select(['kind', 'subject', 'due_at', 'path', 'detail', 'agreement.title'])
    .where('deadline.agreement_id', 'in', agreements)
    .where('state', '=', 'waiting')
    .where('path', 'is not', null)
    .orderBy('due_at')
    .orderBy('deadline.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    subject: row.subject,
    dueAt: row.due_at,
    path: row.path ?? '',
    detail: JSON.parse(row.detail),
    agreementTitle: row.title,
  }))
}

/**
 * Acts on everything that is due, oldest first, each in a transaction of its own; returns how many it acted on. One that
 * fails is told to `onError`, waits for the next time, and holds up no other.
 */
export async function actOnDue(
  db: Database,
  handlers: Record<string, OnDue>,
  now: Instant,
  onError: (error: unknown, deadline: Deadline) => void,
): Promise<number> {
  const due = await db.read
    .selectFrom('deadline')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(500)
    .execute()
  let acted = 0
  for (const row of due) {
    const { id, agreement_id: agreementId, kind, subject, due_at: dueAt } = row
    const deadline = { id, agreementId, kind, subject, dueAt }
    const mine = await actOn(db, handlers, deadline, now).catch((error: unknown) => {
      onError(error, deadline)
      return false
    })
    if (mine) acted++
  }
  return acted
}

/** Claims the deadline and acts on it in one transaction: over all nodes, one does; false for the others. */
const actOn = (db: Database, handlers: Record<string, OnDue>, deadline: Deadline, now: Instant): Promise<boolean> =>
  db.write(async (trx) => {
    const claimed = await trx
      .updateTable('deadline')
      .set({ state: 'acted', acted_at: now })
      .where('id', '=', deadline.id)
      .where('state', '=', 'waiting')
      .where('due_at', '=', deadline.dueAt)
      .executeTakeFirst()
    if (claimed.numUpdatedRows === 0n) return false
    const handler = handlers[deadline.kind]
    if (!handler) throw new Error(`no room acts on deadlines of kind ${deadline.kind}`)
    await handler(trx, deadline, now)
    return true
  })

/** Looks for due deadlines every `everyMs`; one at a time on a node, and once over all nodes by the claim above. */
export function startScheduler(
  db: Database,
  handlers: Record<string, OnDue>,
  clock: () => Instant,
  onError: (error: unknown) => void,
  everyMs = 15_000,
): Repeating {
  return repeat(everyMs, () => actOnDue(db, handlers, clock(), onError), onError)
}
