import type { Actor } from '../../shared/agreement.ts'
import { canonical } from '../../shared/canonical.ts'
import { mustConcur } from '../../shared/charter.ts'
import { addDays, type Day, dayOf, endOfDay, type Instant } from '../../shared/dates.ts'
import { bodyOf, missing } from '../../shared/gate.ts'
import { newId } from '../../shared/ids.ts'
import { hashedPlan, type PlanBody, planBody, type ReadingRules } from '../../shared/plan.ts'
import { Refused } from '../../shared/refusals.ts'
import { delegationsOf, partiesOf } from '../agreement/agreements.ts'
import { charterOf } from '../agreement/charters.ts'
import type { Trx } from '../db/database.ts'
import type { Forum } from '../forum/forums.ts'
import { demand } from '../http/demand.ts'
import { recordAct, sha256 } from '../ledger/acts.ts'
import { setDeadline } from '../notice/deadlines.ts'
import { openDuty } from '../notice/duties.ts'
import { notifySeats } from '../notice/notifications.ts'
import { sealDocument } from '../sync/documents.ts'
import { demandStage, findPlan, forumOfPlan, movePlan, type Plan, planPath, readDraft } from './plans.ts'
import { findReading, type ReadingInFull } from './readings.ts'
import { stopAskingToWrite } from './writing-duties.ts'

/**
 * Freezes a plan as its next reading. From here on nobody writes in it; what was written is measured by the gate, and
 * every required delegation is asked to speak by the day on which the forum ends.
 */
export async function freezePlan(trx: Trx, actor: Actor, planId: string, now: Instant): Promise<ReadingInFull> {
  const plan = await findPlan(trx, actor, planId)
  demand(actor, 'plan.freeze', { agreementId: plan.agreementId, state: plan.state })
  const forum = await forumOfPlan(trx, plan)
  demandStage('freeze', forum)
  await movePlan(trx, plan, 'freeze')
  const point = await sealDocument(trx, plan.documentId, now)
  const body = await gatedBody(trx, plan, dayOf(now))
  const rules = await rulesNow(trx, plan.agreementId)
  const dueOn = concurDueOn(forum, (await charterOf(trx, plan.agreementId)).body.stageDays.adoption, dayOf(now))
  const reading = await insertReading(trx, { actor, plan, body, point, rules, dueOn }, now)
  await nameAfter(trx, plan, body)
  await stopAskingToWrite(trx, plan.id, now)
  await askDelegations(trx, actor, forum, reading, now)
  return findReading(trx, actor, reading.id)
}

/** The sealed words as a body, or `plan_incomplete` with everything that is missing. */
async function gatedBody(trx: Trx, plan: Plan, today: Day): Promise<PlanBody> {
  const draft = await readDraft(trx, plan)
  const parties = new Set((await partiesOf(trx, plan.agreementId)).map((party) => party.id))
  const lacks = missing(draft, parties, today)
  if (lacks.length > 0) throw new Refused('plan_incomplete', { missing: lacks })
  return planBody.parse(bodyOf(draft))
}

async function rulesNow(trx: Trx, agreementId: string): Promise<ReadingRules> {
  const charter = (await charterOf(trx, agreementId)).body
  const delegations = await delegationsOf(trx, agreementId)
  return {
    required: delegations.filter((delegation) => mustConcur(charter, delegation)).map((delegation) => delegation.id),
    reservationPrevents: charter.concurrence.reservationPrevents,
    objectionPrevents: charter.concurrence.objectionPrevents,
  }
}

/** The day on which the forum is to end; where that has passed, as long again as the charter gives to adoption. */
function concurDueOn(forum: Forum, adoptionDays: number, today: Day): Day {
  const ends = forum.stages.find(({ stage }) => stage === 'closed')?.opensOn
  return ends !== undefined && ends >= today ? ends : addDays(today, adoptionDays)
}

interface Frozen {
  actor: Actor
  plan: Plan
  body: PlanBody
  point: { epoch: number; seq: number; hash: string }
  rules: ReadingRules
  dueOn: Day
}

async function insertReading(trx: Trx, frozen: Frozen, now: Instant) {
  const { actor, plan, body, point, rules, dueOn } = frozen
  const { last } = await trx
    .selectFrom('reading')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('plan_id', '=', plan.id)
    .executeTakeFirstOrThrow()
  const reading = { id: newId(Date.parse(now)), number: (last ?? 0) + 1, hash: sha256(hashedPlan(body)), rules, dueOn }
  await trx
    .insertInto('reading')
    .values({
      id: reading.id,
      agreement_id: plan.agreementId,
      plan_id: plan.id,
      number: reading.number,
      body: canonical(body),
      hash: reading.hash,
      document_epoch: point.epoch,
      document_seq: point.seq,
      rules: JSON.stringify(rules),
      due_on: dueOn,
      state: 'open',
      frozen_by: actor.personId,
      frozen_at: now,
      decided_by: null,
      decided_at: null,
      decided_reason: null,
    })
    .execute()
  const facts = { plan: plan.id, number: reading.number, hash: reading.hash, title: body.title, document: point, dueOn }
  const act = { agreementId: plan.agreementId, kind: 'reading.frozen', subject: reading.id, body: facts }
  await recordAct(trx, actor, act, now)
  return reading
}

/** The plan is called what its latest reading is called, for as long as that is the period it is for. */
async function nameAfter(trx: Trx, plan: Plan, body: PlanBody): Promise<void> {
  await trx
    .updateTable('plan')
    .set({ title: body.title, period_from: body.periodFrom, period_until: body.periodUntil })
    .where('id', '=', plan.id)
    .execute()
}

async function askDelegations(
  trx: Trx,
  actor: Actor,
  forum: Forum,
  reading: { id: string; number: number; rules: ReadingRules; dueOn: Day },
  now: Instant,
): Promise<void> {
  const { agreementId } = forum
  const detail = { number: reading.number, label: forum.label }
  const about = { agreementId, subject: reading.id, path: planPath(forum), detail }
  for (const delegationId of reading.rules.required) {
    const bearer = { seat: 'delegate' as const, delegationId }
    await openDuty(trx, { ...about, kind: 'reading.concur', bearer, dueOn: reading.dueOn }, now)
  }
  await setDeadline(trx, { ...about, kind: 'reading.concur', dueAt: endOfDay(reading.dueOn) })
  await notifySeats(trx, actor, { ...about, kind: 'reading.frozen' }, now)
}
