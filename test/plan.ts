import { expect } from 'vitest'
import * as Y from 'yjs'
import type { Forum } from '../server/forum/forums.ts'
import type { Plan } from '../server/plan/plans.ts'
import type { ReadingInFull } from '../server/plan/readings.ts'
import { restartDocument } from '../server/sync/documents.ts'
import { type Stage, stages } from '../shared/forum.ts'
import { plannedDates } from '../shared/forum-dates.ts'
import type { Stance } from '../shared/plan.ts'
import { type NewMeasure, type PlanSeed, seedPlan } from '../shared/plan-document.ts'
import { paragraphs } from '../shared/rich-text.ts'
import type { Person, TestWorld } from './world.ts'

/** The delegates of the cast with their delegations: who concurs under the charter of the world. */
export const delegates = {
  chan: 'CG',
  dara: 'CW',
  bopha: 'CE',
  grace: 'UG',
  walt: 'UW',
  emma: 'UE',
} as const satisfies Partial<Record<Person, string>>

/** A forum that has come to a stage, by the front door. */
export async function forumIn(world: TestWorld, stage: Exclude<Stage, 'closed'>): Promise<Forum> {
  const dates = plannedDates('2026-03-02', { notice: 7, disclosure: 7, comparison: 7, deliberation: 14, adoption: 14 })
  const made = await world.json<Forum>('sok', 'POST', `/api/agreements/${world.agreementId}/forums`, { dates })
  expect(made.status).toBe(201)
  return moveTo(world, made.body, stage)
}

export async function moveTo(world: TestWorld, forum: Forum, stage: Stage): Promise<Forum> {
  let now = forum
  for (const to of stages.slice(stages.indexOf(forum.stage) + 1, stages.indexOf(stage) + 1)) {
    const moved = await world.json<Forum>('sok', 'PUT', `/api/forums/${forum.id}/stage`, { to })
    expect(moved.status).toBe(200)
    now = moved.body
  }
  return now
}

export const period = { title: 'Programme of 2026', periodFrom: '2026-01-01', periodUntil: '2026-12-31' }

/** A plan of the forum with these words in its live document. */
export async function planWith(world: TestWorld, forum: Forum, seed: PlanSeed): Promise<Plan> {
  const made = await world.json<Plan>('sok', 'POST', `/api/forums/${forum.id}/plan`, period)
  expect(made.status).toBe(201)
  await write(world, made.body, seed)
  return made.body
}

/** Puts other words in a plan's document, as if delegates had written them: the live text has its own tests. */
export async function write(world: TestWorld, plan: Plan, seed: PlanSeed): Promise<void> {
  const doc = new Y.Doc()
  seedPlan(doc, seed)
  await world.db.write((trx) => restartDocument(trx, plan.documentId, Y.encodeStateAsUpdate(doc), world.now))
}

/** A measure that lacks nothing. */
export const measureOf = (world: TestWorld, change: Partial<NewMeasure> = {}): NewMeasure => ({
  id: 'm1',
  title: 'Visit each factory twice',
  text: paragraphs('The inspection department visits each factory twice in the year, without notice.'),
  partyId: world.party.KH,
  office: 'Inspection department',
  start: '2026-04-01',
  due: '2026-12-31',
  baseline: '60.5',
  baselineNote: 'December 2009',
  target: '80',
  unit: '% of listed measures',
  proof: 'Monitoring records',
  resources: 'Twelve inspectors',
  efforts: '',
  excuses: '',
  answers: [],
  ...change,
})

export const wholePlan = (world: TestWorld, change: Partial<NewMeasure> = {}): PlanSeed => ({
  ...period,
  preamble: paragraphs('The parties undertake the measures below.'),
  measures: [measureOf(world, change), measureOf(world, { id: 'm2', title: 'Pay the minimum wage' })],
})

export async function freeze(world: TestWorld, plan: Plan, by: Person = 'sok'): Promise<ReadingInFull> {
  const made = await world.json<ReadingInFull>(by, 'POST', `/api/plans/${plan.id}/readings`)
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return made.body
}

/** What a delegate says on a reading, with the sum of the text that was shown. */
export const speak = (
  world: TestWorld,
  by: keyof typeof delegates,
  reading: ReadingInFull,
  stance: Stance,
  reason = '',
) =>
  world.json<ReadingInFull & { code?: string }>(
    by,
    'PUT',
    `/api/readings/${reading.id}/concurrences/${world.delegation[delegates[by]]}`,
    { stance, reason, hash: reading.hash },
  )

export async function everyoneConcurs(world: TestWorld, reading: ReadingInFull): Promise<void> {
  for (const by of Object.keys(delegates) as (keyof typeof delegates)[])
    expect((await speak(world, by, reading, 'concur')).status).toBe(200)
}
