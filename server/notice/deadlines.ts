import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import type { Database, Trx } from '../db/database.ts'

export interface Deadline {
  id: string
  agreementId: string
  kind: string
  subject: string
  dueAt: Instant
}

/** What happens when a deadline of a kind is reached. Runs once, in the transaction that marks the deadline as acted on. */
export type OnDue = (trx: Trx, deadline: Deadline, now: Instant) => Promise<void>

/** Sets the deadline of a kind on a subject, or moves it while it waits; one that was acted on waits anew. */
export async function setDeadline(trx: Trx, deadline: Omit<Deadline, 'id'>): Promise<void> {
  const moved = await trx
    .updateTable('deadline')
    .set({ due_at: deadline.dueAt, state: 'waiting', acted_at: null })
    .where('kind', '=', deadline.kind)
    .where('subject', '=', deadline.subject)
    .executeTakeFirst()
  if (moved.numUpdatedRows > 0n) return
  await trx
    .insertInto('deadline')
    .values({
      id: newId(Date.parse(deadline.dueAt)),
      agreement_id: deadline.agreementId,
      kind: deadline.kind,
      subject: deadline.subject,
      due_at: deadline.dueAt,
      state: 'waiting',
      acted_at: null,
    })
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

/** Acts on everything that is due, oldest first, each in a transaction of its own; returns how many it acted on. */
export async function actOnDue(db: Database, handlers: Record<string, OnDue>, now: Instant): Promise<number> {
  const due = await db.read
    .selectFrom('deadline')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(500)
    .execute()
  let acted = 0
  for (const row of due) {
    const mine = await db.write(async (trx) => {
      const claimed = await trx
        .updateTable('deadline')
        .set({ state: 'acted', acted_at: now })
        .where('id', '=', row.id)
        .where('state', '=', 'waiting')
        .where('due_at', '=', row.due_at)
        .executeTakeFirst()
      if (claimed.numUpdatedRows === 0n) return false // another node was first
      const handler = handlers[row.kind]
      if (!handler) throw new Error(`no room acts on deadlines of kind ${row.kind}`)
      await handler(
        trx,
        { id: row.id, agreementId: row.agreement_id, kind: row.kind, subject: row.subject, dueAt: row.due_at },
        now,
      )
      return true
    })
    if (mine) acted++
  }
  return acted
}

/** Looks for due deadlines every `everyMs`; one at a time on a node, and once over all nodes by the claim above. */
export function startScheduler(
  db: Database,
  handlers: Record<string, OnDue>,
  clock: () => Instant,
  onError: (error: unknown) => void,
  everyMs = 15_000,
): { stop(): Promise<void> } {
  let running: Promise<void> = Promise.resolve()
  let busy = false
  const tick = () => {
    if (busy) return
    busy = true
    running = actOnDue(db, handlers, clock())
      .then(() => {}, onError)
      .finally(() => {
        busy = false
      })
  }
  const timer = setInterval(tick, everyMs)
  tick()
  return {
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
