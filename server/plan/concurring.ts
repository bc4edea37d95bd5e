import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { needsReason, type Stance, type Statement } from '../../shared/plan.ts'
import { Refused } from '../../shared/refusals.ts'
import { delegationsOf } from '../agreement/agreements.ts'
import type { Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { closeDuty } from '../notice/duties.ts'
import { notifySeats } from '../notice/notifications.ts'
import { askSecretariat } from './duties.ts'
import { demandStage, findPlan, forumOfPlan, planPath } from './plans.ts'
import { findReading, type ReadingInFull } from './readings.ts'

const actOf = {
  concur: 'reading.concurred',
  reserve: 'reading.reserved',
  object: 'reading.objected',
} as const satisfies Record<Stance, string>

/**
 * Says what a delegation says on a reading. It may say otherwise until the reading is decided; each time is an act of its
 * own. The sum that came with it is of the text that the delegate was shown: any other text is not what was concurred in.
 */
export async function speakOnReading(
  trx: Trx,
  actor: Actor,
  readingId: string,
  delegationId: string,
  said: Statement,
  now: Instant,
): Promise<ReadingInFull> {
  const reading = await findReading(trx, actor, readingId)
  const { agreementId, number, hash } = reading
  demand(actor, 'reading.concur', { agreementId, state: reading.state, delegationId })
  const forum = await forumOfPlan(trx, await findPlan(trx, actor, reading.planId))
  demandStage('concur', forum)
  if (said.hash !== hash) throw new Refused('hash_differs')
  if (needsReason(said.stance) && said.reason === '') throw new Refused('reason_needed')
  await putConcurrence(trx, actor, reading, delegationId, said, now)
  const { stance, reason } = said
  const mark = (await delegationsOf(trx, agreementId)).find((delegation) => delegation.id === delegationId)?.mark
  const facts = { number, hash, delegation: delegationId, mark, reason }
  await recordAct(trx, actor, { agreementId, kind: actOf[stance], subject: readingId, body: facts }, now)
  await closeDuty(trx, 'reading.concur', readingId, now, { delegationId })
  const after = await findReading(trx, actor, readingId)
  await askSecretariat(trx, forum, after, now)
  const news = { agreementId, kind: actOf[stance], subject: readingId, path: planPath(forum) }
  await notifySeats(trx, actor, { ...news, detail: { number, mark, label: forum.label } }, now)
  return after
}

async function putConcurrence(
  trx: Trx,
  actor: Actor,
  reading: ReadingInFull,
  delegationId: string,
  { stance, reason }: Statement,
  now: Instant,
): Promise<void> {
  const said = { stance, reason, person_id: actor.personId, at: now }
  const of = { agreement_id: reading.agreementId, reading_id: reading.id, delegation_id: delegationId }
  await trx
    .insertInto('concurrence')
    .values({ id: newId(Date.parse(now)), ...of, ...said })
    .onConflict((conflict) => conflict.columns(['reading_id', 'delegation_id']).doUpdateSet(said))
    .execute()
}
