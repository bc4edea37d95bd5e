import type { Actor } from '../../../shared/agreement.ts'
import type { Voice } from '../../../shared/criterion.ts'
import type { Instant } from '../../../shared/dates.ts'
import { needsReason, verdictOn } from '../../../shared/plan.ts'
import { Refused } from '../../../shared/refusals.ts'
import { delegationsOf } from '../../agreement/agreements.ts'
import type { Trx } from '../../db/database.ts'
import { demand } from '../../http/demand.ts'
import { closeDuty } from '../../notice/duties.ts'
import { type Criterion, findRevision, getCriterion } from './criteria.ts'
import { askToPromulgate } from './criterion-duties.ts'
import { deliberationOf, rulesNow } from './deliberation.ts'
import { tellOfCriterion } from './telling.ts'

const actOf = {
  concur: 'criterion.concurred',
  reserve: 'criterion.reserved',
  object: 'criterion.objected',
} as const satisfies Record<Voice['stance'], string>

/** Says what a delegation says on a proposed revision, while a forum deals with it; it may say otherwise until it is decided. */
export async function speakOnRevision(
  trx: Trx,
  actor: Actor,
  { revisionId, delegationId }: { revisionId: string; delegationId: string },
  said: Voice,
  now: Instant,
): Promise<Criterion> {
  const { criterion, revision } = await findRevision(trx, actor, revisionId)
  const { agreementId, number } = criterion
  demand(actor, 'criterion.concur', { agreementId, delegationId, state: revision.state })
  const { forum } = await deliberationOf(trx, agreementId, revision)
  if (needsReason(said.stance) && said.reason === '') throw new Refused('reason_needed')
  const mark = (await delegationsOf(trx, agreementId)).find(({ id }) => id === delegationId)?.mark
  if (!mark) throw new Refused('delegation_unknown')
  const row = { ...said, person_id: actor.personId, at: now }
  await trx
    .insertInto('criterion_voice')
    .values({ revision_id: revisionId, delegation_id: delegationId, ...row })
    .onConflict((conflict) => conflict.columns(['revision_id', 'delegation_id']).doUpdateSet(row))
    .execute()
  const facts = { number, version: revision.version, title: revision.body.title, mark, reason: said.reason }
  await tellOfCriterion(trx, actor, criterion, { kind: actOf[said.stance], facts }, now)
  await closeDuty(trx, 'criterion.concur', revisionId, now, { delegationId })
  const after = (await getCriterion(trx, criterion.id))!
  const { missing, preventing } = verdictOn(await rulesNow(trx, agreementId), after.proposed!.voices)
  await askToPromulgate(trx, { criterion: after, forum, isReady: missing.length + preventing.length === 0 }, now)
  return after
}
