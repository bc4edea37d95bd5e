import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { type PlanBody, verdictOn } from '../../shared/plan.ts'
import { Refused } from '../../shared/refusals.ts'
import { delegationsOf } from '../agreement/agreements.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { lockDocument } from '../sync/documents.ts'
import { settleReading } from './duties.ts'
import { demandStage, findPlan, forumOfPlan, movePlan, type Plan } from './plans.ts'
import { type Concurrence, decideReading, findReading, type Reading, type ReadingInFull } from './readings.ts'

/** What was locked, for the room that makes a programme of it in the same transaction. */
export interface LockedReading {
  plan: Plan
  reading: Reading
  body: PlanBody
  hash: string
  concurrences: Concurrence[]
}

/**
 * Locks a reading in which everyone has concurred who must. The document is closed for ever and the text never changes;
 * `hash` is the sum of what the person who locks was shown.
 */
export async function lockReading(
  trx: Trx,
  actor: Actor,
  readingId: string,
  hash: string,
  now: Instant,
): Promise<LockedReading> {
  const reading = await findReading(trx, actor, readingId)
  demand(actor, 'reading.lock', { agreementId: reading.agreementId, state: reading.state })
  const plan = await findPlan(trx, actor, reading.planId)
  demandStage('lock', await forumOfPlan(trx, plan))
  if (hash !== reading.hash) throw new Refused('hash_differs')
  await demandConcurrences(trx, reading)
  await decideReading(trx, actor, readingId, 'locked', undefined, now)
  await movePlan(trx, plan, 'lock')
  await lockDocument(trx, plan.documentId)
  await settleReading(trx, readingId, now)
  const { agreementId, number, concurrences } = reading
  const said = concurrences.map(({ delegationId, stance, reason }) => ({ delegation: delegationId, stance, reason }))
  const facts = { plan: plan.id, number, hash, concurrences: said }
  await recordAct(trx, actor, { agreementId, kind: 'reading.locked', subject: readingId, body: facts }, now)
  const { body, ...locked } = await findReading(trx, actor, readingId)
  return { plan: { ...plan, state: 'locked' }, reading: locked, body, hash, concurrences }
}

async function demandConcurrences(db: Reader, reading: ReadingInFull): Promise<void> {
  const { missing, preventing } = verdictOn(reading.rules, reading.concurrences)
  if (missing.length === 0 && preventing.length === 0) return
  const all = await delegationsOf(db, reading.agreementId)
  const named = (ids: readonly string[]) =>
    all.filter(({ id }) => ids.includes(id)).map(({ id, mark }) => ({ id, mark }))
  if (preventing.length > 0) throw new Refused('reading_objected', { delegations: named(preventing) })
  throw new Refused('concurrences_missing', { delegations: named(missing) })
}
