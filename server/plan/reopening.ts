import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { verdictOn } from '../../shared/plan.ts'
import type { Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { notifySeats } from '../notice/notifications.ts'
import { unsealDocument } from '../sync/documents.ts'
import { settleReading } from './duties.ts'
import { demandStage, findPlan, forumOfPlan, movePlan, planPath } from './plans.ts'
import { decideReading, findReading, type ReadingInFull } from './readings.ts'
import { askToWrite } from './writing-duties.ts'

/** The secretariat gives the text back to be written on. The reading is void and stays, with all that was said on it. */
export async function reopenPlan(
  trx: Trx,
  actor: Actor,
  readingId: string,
  reason: string,
  now: Instant,
): Promise<ReadingInFull> {
  const reading = await findReading(trx, actor, readingId)
  demand(actor, 'reading.reopen', { agreementId: reading.agreementId, state: reading.state })
  return makeVoid(trx, actor, reading, reason, now)
}

/** A delegate takes the text back once a delegation has said what keeps this reading from ever being locked. */
export async function returnPlan(
  trx: Trx,
  actor: Actor,
  readingId: string,
  reason: string,
  now: Instant,
): Promise<ReadingInFull> {
  const reading = await findReading(trx, actor, readingId)
  demand(actor, 'reading.return', { agreementId: reading.agreementId, state: stateForReturn(reading) })
  return makeVoid(trx, actor, reading, reason, now)
}

export const stateForReturn = (reading: ReadingInFull): string =>
  reading.state === 'open' && verdictOn(reading.rules, reading.concurrences).preventing.length > 0
    ? 'prevented'
    : reading.state

async function makeVoid(
  trx: Trx,
  actor: Actor,
  reading: ReadingInFull,
  reason: string,
  now: Instant,
): Promise<ReadingInFull> {
  const plan = await findPlan(trx, actor, reading.planId)
  const forum = await forumOfPlan(trx, plan)
  demandStage('edit', forum)
  await decideReading(trx, actor, reading.id, 'void', reason, now)
  await movePlan(trx, plan, 'reopen')
  await unsealDocument(trx, plan.documentId)
  await settleReading(trx, reading.id, now)
  await askToWrite(trx, forum, plan, planPath(forum), now)
  const { agreementId, number, hash } = reading
  const act = { agreementId, kind: 'reading.voided', subject: reading.id, body: { number, hash, reason } }
  await recordAct(trx, actor, act, now)
  const news = { agreementId, kind: 'reading.voided', subject: reading.id, path: planPath(forum) }
  await notifySeats(trx, actor, { ...news, detail: { number, label: forum.label } }, now)
  return findReading(trx, actor, reading.id)
}
