import { mustConcur } from '../../shared/charter.ts'
import type { Instant } from '../../shared/dates.ts'
import { opensOn } from '../../shared/forum.ts'
import { delegationsOf } from '../agreement/agreements.ts'
import { charterOf } from '../agreement/charters.ts'
import type { Trx } from '../db/database.ts'
import type { Forum } from '../forum/forums.ts'
import { closeDuty, openDuty } from '../notice/duties.ts'

/** While a plan is written it waits on every delegation that will be asked to concur in it, until adoption begins. */
export async function askToWrite(
  trx: Trx,
  forum: Forum,
  plan: { id: string; title: string },
  path: string,
  now: Instant,
) {
  const { agreementId } = forum
  const charter = (await charterOf(trx, agreementId)).body
  const dueOn = opensOn(forum.stages, 'adoption')
  const duty = { agreementId, kind: 'plan.write', subject: plan.id, dueOn, path, detail: { title: plan.title } }
  for (const delegation of await delegationsOf(trx, agreementId)) {
    if (!mustConcur(charter, delegation)) continue
    await openDuty(trx, { ...duty, bearer: { seat: 'delegate', delegationId: delegation.id } }, now)
  }
}

/** Nobody can write any more: the plan is frozen, or its forum has closed. */
export const stopAskingToWrite = (trx: Trx, planId: string, now: Instant): Promise<void> =>
  closeDuty(trx, 'plan.write', planId, now)
