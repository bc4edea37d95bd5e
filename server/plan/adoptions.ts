import * as Y from 'yjs'
import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { addMeasure, findMeasure, restoreMeasure } from '../../shared/plan-document.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Language } from '../../shared/text/languages.ts'
import type { Reader, Trx } from '../db/database.ts'
import { openForum } from '../forum/forums.ts'
import { agendaOf } from '../forum/items.ts'
import { demand } from '../http/demand.ts'
import { findGap, type Gap } from '../record/gaps/gaps.ts'
import { tellOfGap } from '../record/gaps/telling.ts'
import { getMethod } from '../record/methods.ts'
import { appendEdit, freshClient } from '../sync/appending.ts'
import { findDocument, readDocument } from '../sync/documents.ts'
import { measureFor } from './adoption-measure.ts'
import { demandStage, forumOfPlan, type Plan, planOf, planPath } from './plans.ts'

/** A measure by which an adoption is carried out, in the plan of one forum. */
export interface PlacedAdoption {
  gapId: string
  gapNumber: number
  planId: string
  measureId: string
  forumLabel: string
  /** Where the measure is read. */
  path: string
  at: Instant
}

/** One adoption makes one measure of a plan, whoever asks and however often. */
const measureIdOf = (gap: Pick<Gap, 'id'>): string => `gap-${gap.id}`

/**
 * Puts an adoption into the agreement's open plan as a measure, begun from the gap's figures, for the delegations to
 * write on. Where it stands there already nothing is written; where it was taken out it stands there again.
 */
export async function placeAdoption(
  trx: Trx,
  actor: Actor,
  gapId: string,
  language: Language,
  now: Instant,
): Promise<PlacedAdoption> {
  const gap = await findGap(trx, actor, gapId)
  demand(actor, 'adoption.place', { agreementId: gap.agreementId, state: gap.state })
  const plan = await openPlanOf(trx, gap.agreementId)
  demand(actor, 'plan.edit', { agreementId: gap.agreementId, state: plan.state })
  demandStage('edit', await forumOfPlan(trx, plan))
  const written = await writeMeasure(trx, actor, gap, plan, language, now)
  const [known] = await adoptionsWhere(trx, { gapId, planId: plan.id })
  if (known && !written) return known
  const row = { gap_id: gapId, plan_id: plan.id, measure_id: measureIdOf(gap), person_id: actor.personId, at: now }
  await trx
    .insertInto('adoption_measure')
    .values(row)
    .onConflict((conflict) => conflict.columns(['gap_id', 'plan_id']).doNothing())
    .execute()
  const [placed] = await adoptionsWhere(trx, { gapId, planId: plan.id })
  await tellOfGap(trx, actor, gap, 'adoption.placed', { plan: plan.title, measure: row.measure_id }, now)
  return placed!
}

async function openPlanOf(db: Reader, agreementId: string): Promise<Plan> {
  const forum = await openForum(db, agreementId)
  const plan = forum && (await planOf(db, forum.id))
  if (!plan) throw new Refused('plan_none')
  return plan
}

/** Whether anything had to be written: the measure itself, or that it is back. */
async function writeMeasure(
  trx: Trx,
  actor: Actor,
  gap: Gap,
  plan: Plan,
  language: Language,
  now: Instant,
): Promise<boolean> {
  const document = await findDocument(trx, plan.documentId)
  if (!document) throw new Error(`plan ${plan.id} has no document`)
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await readDocument(trx, plan.documentId)).update)
  const id = measureIdOf(gap)
  const found = findMeasure(doc, id)
  if (found && !found.get('removed')) return false
  const before = Y.encodeStateVector(doc)
  doc.clientID = await freshClient(trx, plan.documentId)
  if (found) restoreMeasure(doc, id)
  else addMeasure(doc, { ...measureFor(language, gap, plan, await contextOf(trx, gap, plan), now), id })
  const update = Y.encodeStateAsUpdate(doc, before)
  const device = `adoption:${newId(Date.parse(now))}`
  await appendEdit(trx, actor, document, { update, client: doc.clientID, device }, now)
  return true
}

/** The better method, and the items of the plan's forum that the measure answers. */
async function contextOf(db: Reader, gap: Gap, plan: Plan) {
  const items = await agendaOf(db, plan.forumId)
  return {
    method: gap.methodId ? await getMethod(db, gap.methodId) : undefined,
    answers: items
      .filter((item) => item.origin === 'gap' && item.originId === gap.id && !item.withdrawnAt)
      .map(({ id }) => id),
  }
}

/** Where the adoption of this gap stands in plans, for who may read it. */
export async function placesOfAdoption(db: Reader, actor: Actor, gapId: string): Promise<PlacedAdoption[]> {
  const gap = await findGap(db, actor, gapId)
  demand(actor, 'plan.read', { agreementId: gap.agreementId })
  return adoptionsWhere(db, { gapId })
}

/** Which measures of a plan carry out adoptions. Asks no permission: for who may read the plan. */
export const adoptionsIn = (db: Reader, planId: string): Promise<PlacedAdoption[]> => adoptionsWhere(db, { planId })

async function adoptionsWhere(
  db: Reader,
  { gapId, planId }: { gapId?: string; planId?: string },
): Promise<PlacedAdoption[]> {
  let rows = db
    .selectFrom('adoption_measure')
    .innerJoin('gap', 'gap.id', 'adoption_measure.gap_id')
    .innerJoin('plan', 'plan.id', 'adoption_measure.plan_id')
    .innerJoin('forum', 'forum.id', 'plan.forum_id')
    .innerJoin('agreement', 'agreement.id', 'gap.agreement_id')
    .select(['gap_id', 'gap.number', 'plan_id', 'measure_id', 'forum.label', 'agreement.slug', 'adoption_measure.at'])
    .orderBy('adoption_measure.at')
  if (gapId !== undefined) rows = rows.where('gap_id', '=', gapId)
  if (planId !== undefined) rows = rows.where('plan_id', '=', planId)
  return (await rows.execute()).map((row) => ({
    gapId: row.gap_id,
    gapNumber: row.number,
    planId: row.plan_id,
    measureId: row.measure_id,
    forumLabel: row.label,
    path: planPath({ agreementSlug: row.slug, label: row.label }),
    at: row.at,
  }))
}
