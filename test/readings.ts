import { sha256 } from '../server/ledger/acts.ts'
import { createDocument, sealDocument } from '../server/sync/documents.ts'
import { canonical } from '../shared/canonical.ts'
import { newId } from '../shared/ids.ts'
import { hashedPlan, type Measure, type PlanBody, type Stance } from '../shared/plan.ts'
import { paragraphs } from '../shared/rich-text.ts'
import type { TestWorld } from './world.ts'

/** A measure that lacks nothing, Cambodia's, due on 30 September 2026. */
export const someMeasure = (world: TestWorld, changes: Partial<Measure> = {}): Measure => ({
  id: 'wages',
  title: 'Minimum wage on piece rates',
  text: paragraphs('Every factory that holds an export permit pays each worker no less than the minimum wage.'),
  partyId: world.party.KH,
  office: 'Labour ministry, wages office',
  start: '2026-01-01',
  due: '2026-09-30',
  baseline: '94',
  baselineNote: 'Synthesis report',
  target: '100',
  unit: '% of monitored factories',
  proof: 'Payrolls read by the monitor',
  resources: 'Four inspectors',
  efforts: '',
  excuses: '',
  answers: [],
  ...changes,
})

let labels = 0

/** A forum in adoption whose plan is frozen as a reading on which every delegation has spoken; ready to be locked. */
export async function openReading(
  world: TestWorld,
  plan: Partial<PlanBody> = {},
  said: Partial<Record<keyof TestWorld['delegation'], [Stance, string]>> = {},
): Promise<{ id: string; hash: string; body: PlanBody; forumId: string }> {
  const { agreementId, now } = world
  const body: PlanBody = {
    v: 1,
    title: 'Programme of 2026',
    periodFrom: '2026-01-01',
    periodUntil: '2026-12-31',
    preamble: paragraphs('The parties undertake the measures below.'),
    measures: [someMeasure(world)],
    ...plan,
  }
  const [forumId, planId, id] = [newId(), newId(), newId()]
  const hash = sha256(hashedPlan(body))
  const label = `2026-${++labels}`
  await world.db.write(async (trx) => {
    const minutes = await createDocument(trx, { agreementId, kind: 'minutes', subject: forumId }, now)
    const documentId = await createDocument(trx, { agreementId, kind: 'plan', subject: planId }, now)
    const point = await sealDocument(trx, documentId, now)
    await trx
      .insertInto('forum')
      .values({
        id: forumId,
        agreement_id: agreementId,
        label,
        title: `Forum ${label}`,
        stage: 'adoption',
        stage_since: now,
        convened_at: now,
        closed_at: null,
        follows: null,
        minutes_id: minutes,
      })
      .execute()
    await trx
      .insertInto('plan')
      .values({
        id: planId,
        agreement_id: agreementId,
        forum_id: forumId,
        title: body.title,
        period_from: body.periodFrom,
        period_until: body.periodUntil,
        document_id: documentId,
        state: 'reading',
        created_at: now,
      })
      .execute()
    await trx
      .insertInto('reading')
      .values({
        id,
        agreement_id: agreementId,
        plan_id: planId,
        number: 1,
        body: canonical(body),
        hash,
        document_epoch: point.epoch,
        document_seq: point.seq,
        rules: JSON.stringify({
          required: Object.values(world.delegation),
          reservationPrevents: false,
          objectionPrevents: true,
        }),
        due_on: '2026-12-31',
        state: 'open',
        frozen_by: world.person.sok,
        frozen_at: now,
        decided_by: null,
        decided_at: null,
        decided_reason: null,
      })
      .execute()
    for (const [mark, delegationId] of Object.entries(world.delegation)) {
      const [stance, reason] = said[mark as keyof TestWorld['delegation']] ?? ['concur', '']
      await trx
        .insertInto('concurrence')
        .values({
          id: newId(),
          agreement_id: agreementId,
          reading_id: id,
          delegation_id: delegationId,
          stance,
          reason,
          person_id: world.person.chan,
          at: now,
        })
        .execute()
    }
  })
  return { id, hash, body, forumId }
}
