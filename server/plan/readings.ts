import type { Actor } from '../../shared/agreement.ts'
import type { Day, Instant } from '../../shared/dates.ts'
import {
  type PlanBody,
  planBody,
  type ReadingRules,
  type ReadingState,
  readingRules,
  type Stance,
} from '../../shared/plan.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import type { ReadingRow } from './table.ts'

/** What a delegation says on a reading, by the delegate who said it last. */
export interface Concurrence {
  delegationId: string
  stance: Stance
  reason: string
  by: string
  at: Instant
}

/** A plan frozen for concurrence: an exact text, its sum, and what was said on it. None is ever deleted. */
export interface Reading {
  id: string
  agreementId: string
  planId: string
  number: number
  hash: string
  state: ReadingState
  rules: ReadingRules
  /** When the delegations must have spoken. */
  dueOn: Day
  frozenBy: string
  frozenAt: Instant
  decidedBy?: string | undefined
  decidedAt?: Instant | undefined
  /** Why it was made void. */
  decidedReason?: string | undefined
  concurrences: Concurrence[]
}

export interface ReadingInFull extends Reading {
  body: PlanBody
}

/** The reading with its text, for who may read it; `not_found` for everyone else. */
export async function findReading(db: Reader, actor: Actor, id: string): Promise<ReadingInFull> {
  const row = await readingRows(db).where('reading.id', '=', id).executeTakeFirst()
  if (!row) throw new Refused('not_found')
  demand(actor, 'plan.read', { agreementId: row.agreement_id })
  const [reading] = await withConcurrences(db, [row])
  return { ...reading!, body: planBody.parse(JSON.parse(row.body)) }
}

/** The reading without asking for permission: for the clock. */
export async function readingById(db: Reader, id: string): Promise<Reading | undefined> {
  const row = await readingRows(db).where('reading.id', '=', id).executeTakeFirst()
  return row && (await withConcurrences(db, [row]))[0]
}

/** Every reading of a plan, newest first. Asks no permission. */
export async function readingsOf(db: Reader, planId: string): Promise<Reading[]> {
  const rows = await readingRows(db).where('reading.plan_id', '=', planId).orderBy('reading.number', 'desc').execute()
  return withConcurrences(db, rows)
}

/** Decides an open reading, once. */
export async function decideReading(
  trx: Trx,
  actor: Actor,
  id: string,
  to: Exclude<ReadingState, 'open'>,
  reason: string | undefined,
  now: Instant,
): Promise<void> {
  const decided = { decided_at: now, decided_by: actor.personId, decided_reason: reason ?? null }
  const moved = await trx
    .updateTable('reading')
    .set({ state: to, ...decided })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
}

const readingRows = (db: Reader) =>
  db
    .selectFrom('reading')
    .innerJoin('person as freezer', 'freezer.id', 'reading.frozen_by')
    .leftJoin('person as decider', 'decider.id', 'reading.decided_by')
    .selectAll('reading')
    .select(['freezer.name as frozen_by_name', 'decider.name as decided_by_name'])

type NamedRow = ReadingRow & { frozen_by_name: string; decided_by_name: string | null }

async function withConcurrences(db: Reader, rows: readonly NamedRow[]): Promise<Reading[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const said = await db
    .selectFrom('concurrence')
    .innerJoin('person', 'person.id', 'concurrence.person_id')
    .select(['reading_id', 'delegation_id', 'stance', 'reason', 'at', 'person.name'])
    .where('reading_id', 'in', ids)
    .orderBy('at')
    .orderBy('concurrence.id')
    .execute()
  return rows.map((row) => ({
    ...fromRow(row),
    concurrences: said
      .filter((one) => one.reading_id === row.id)
      .map((one) => ({
        delegationId: one.delegation_id,
        stance: one.stance as Stance,
        reason: one.reason,
        by: one.name,
        at: one.at,
      })),
  }))
}

const fromRow = (row: NamedRow): Omit<Reading, 'concurrences'> => ({
  id: row.id,
  agreementId: row.agreement_id,
  planId: row.plan_id,
  number: row.number,
  hash: row.hash,
  state: row.state as ReadingState,
  rules: readingRules.parse(JSON.parse(row.rules)),
  dueOn: row.due_on,
  frozenBy: row.frozen_by_name,
  frozenAt: row.frozen_at,
  decidedBy: row.decided_by_name ?? undefined,
  decidedAt: row.decided_at ?? undefined,
  decidedReason: row.decided_reason ?? undefined,
})
