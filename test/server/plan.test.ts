import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Forum } from '../../server/forum/forums.ts'
import { actOnDue } from '../../server/notice/deadlines.ts'
import type { Duty } from '../../server/notice/duties.ts'
import type { Notification } from '../../server/notice/notifications.ts'
import { planDeadlines } from '../../server/plan/duties.ts'
import { lockReading } from '../../server/plan/locking.ts'
import type { PlanOverview } from '../../server/plan/overview.ts'
import { type Plan, planAccess } from '../../server/plan/plans.ts'
import type { ReadingInFull } from '../../server/plan/readings.ts'
import { findDocument } from '../../server/sync/documents.ts'
import type { DraftPlan } from '../../shared/plan.ts'
import { hashedPlan } from '../../shared/plan.ts'
import { paragraphs } from '../../shared/rich-text.ts'
import {
  delegates,
  everyoneConcurs,
  forumIn,
  freeze,
  measureOf,
  moveTo,
  period,
  planWith,
  speak,
  wholePlan,
  write,
} from '../plan.ts'
import { onBothEngines, type Person, type TestWorld } from '../world.ts'

interface Problem {
  code: string
  detail: Record<string, never> & { missing: unknown[]; delegations: { mark: string }[] }
}
const codes = (answers: { status: number; body: unknown }[]) =>
  answers.map(({ status, body }) => (status < 300 ? status : (body as Problem).code)).sort()

const overview = async (world: TestWorld, forum: Forum) =>
  (await world.json<PlanOverview>('dara', 'GET', `/api/agreements/${world.agreementId}/forums/${forum.label}/plan`))
    .body
const freezing = (world: TestWorld, by: Person, plan: Plan) =>
  world.json<Problem>(by, 'POST', `/api/plans/${plan.id}/readings`)
const reopening = (world: TestWorld, by: Person, reading: ReadingInFull, how = 'reopening') =>
  world.json<Problem>(by, 'PUT', `/api/readings/${reading.id}/${how}`, { reason: 'The baseline is disputed.' })
const access = async (world: TestWorld, by: Person, plan: Plan) =>
  planAccess(world.db.read, await world.actor(by), { subject: plan.id })
const duties = async (world: TestWorld, by: Person) =>
  (await world.json<Duty[]>(by, 'GET', '/api/duties')).body.filter((duty) => duty.kind.startsWith('reading.'))
const actsOn = async (world: TestWorld, subject: string) =>
  (await world.db.read.selectFrom('act').select('kind').where('subject', '=', subject).orderBy('seq').execute()).map(
    (act) => act.kind,
  )
const lock = async (world: TestWorld, by: Person, reading: ReadingInFull, hash = reading.hash) => {
  const actor = await world.actor(by)
  return world.db.write((trx) => lockReading(trx, actor, reading.id, hash, world.now))
}
const codeOf = (thrown: unknown) => (thrown as { code?: string }).code

onBothEngines('a plan', (world) => {
  let forum: Forum
  let plan: Plan

  test('is opened by the secretariat, once a forum, for a period that makes sense', async () => {
    forum = await forumIn(world(), 'notice')
    const open = (by: Person, body: unknown = period) =>
      world().json<Problem>(by, 'POST', `/api/forums/${forum.id}/plan`, body)
    expect(codes([await open('dara'), await open('ilona'), await open('nemo')])).toEqual([
      'not_found',
      'only_secretariat',
      'only_secretariat',
    ])
    expect((await open('sok', { ...period, periodUntil: '2025-12-31' })).body.code).toBe('invalid_input')
    expect((await overview(world(), forum)).plan).toBeUndefined()
    const both = await Promise.all([open('sok'), open('sok')])
    expect(codes(both)).toEqual([201, 'plan_exists'])
    plan = both.find(({ status }) => status === 201)!.body as unknown as Plan
    expect((await overview(world(), forum)).plan).toMatchObject({ id: plan.id, state: 'drafting', ...period })
    expect((await world().json<DraftPlan>('otto', 'GET', `/api/plans/${plan.id}/draft`)).body).toMatchObject({
      ...period,
      measures: [],
    })
    expect((await world().request('nemo', 'GET', `/api/plans/${plan.id}/draft`)).status).toBe(404)
    expect((await world().request(undefined, 'GET', `/api/plans/${plan.id}/draft`)).status).toBe(401)
  })

  test('is written by delegates, read by every other seat, and not there for anyone else', async () => {
    expect(await access(world(), 'dara', plan)).toBe('write')
    for (const by of ['sok', 'ilona', 'lina', 'gita', 'otto'] as const)
      expect(await access(world(), by, plan)).toBe('read')
    for (const by of ['nemo', 'ada'] as const) expect(await access(world(), by, plan)).toBeUndefined()
  })

  test('is not frozen before the forum deliberates', async () => {
    await write(world(), plan, wholePlan(world()))
    expect((await freezing(world(), 'sok', plan)).body.code).toBe('forum_stage')
    forum = await moveTo(world(), forum, 'deliberation')
  })

  test('is not frozen while something in it cannot be verified: the refusal names it field by field', async () => {
    const spoiled = measureOf(world(), { baseline: 'in the 60% range', proof: '', office: ' ', target: '80' })
    await write(world(), plan, { ...period, measures: [measureOf(world(), { id: 'm0' }), spoiled] })
    const { status, body } = await freezing(world(), 'dara', plan)
    expect(status).toBe(422)
    expect(body.code).toBe('plan_incomplete')
    expect(body.detail.missing).toEqual([
      { measureId: 'm1', number: 2, field: 'office', code: 'empty' },
      { measureId: 'm1', number: 2, field: 'baseline', code: 'range' },
      { measureId: 'm1', number: 2, field: 'proof', code: 'empty' },
    ])
    await write(world(), plan, { ...period, measures: [measureOf(world(), { partyId: crypto.randomUUID() })] })
    expect((await freezing(world(), 'dara', plan)).body.detail.missing).toEqual([
      { measureId: 'm1', number: 1, field: 'partyId', code: 'unknown_party' },
    ])
    expect((await findDocument(world().db.read, plan.documentId))?.state).toBe('open')
    expect((await overview(world(), forum)).readings).toEqual([])
  })

  test('is frozen by one of two who try at once, and from then on nobody writes', async () => {
    await write(world(), plan, wholePlan(world()))
    expect(codes([await freezing(world(), 'ilona', plan), await freezing(world(), 'otto', plan)])).toEqual([
      'only_delegates',
      'only_delegates',
    ])
    const both = await Promise.all([freezing(world(), 'chan', plan), freezing(world(), 'dara', plan)])
    expect(codes(both)).toEqual([201, 'plan_frozen'])
    expect((await findDocument(world().db.read, plan.documentId))?.state).toBe('sealed')
    expect(await access(world(), 'dara', plan)).toBe('read')
    const { plan: now, readings } = await overview(world(), forum)
    expect(now?.state).toBe('reading')
    expect(readings).toHaveLength(1)
    expect(readings[0]).toMatchObject({ number: 1, state: 'open', dueOn: '2026-04-20' })
  })

  test('as a reading has the sum of exactly its words, which anyone can count again', async () => {
    const [summary] = (await overview(world(), forum)).readings
    const { body: reading } = await world().json<ReadingInFull>('otto', 'GET', `/api/readings/${summary!.id}`)
    expect(createHash('sha256').update(hashedPlan(reading.body)).digest('hex')).toBe(reading.hash)
    expect(reading.body.measures.map((measure) => measure.title)).toEqual([
      'Visit each factory twice',
      'Pay the minimum wage',
    ])
    expect((await world().request('nemo', 'GET', `/api/readings/${summary!.id}`)).status).toBe(404)
  })

  test('asks each delegation that must concur, and nobody else', async () => {
    for (const by of Object.keys(delegates) as Person[])
      expect((await duties(world(), by)).map(({ kind, dueOn }) => ({ kind, dueOn }))).toEqual([
        { kind: 'reading.concur', dueOn: '2026-04-20' },
      ])
    expect(await duties(world(), 'sok')).toEqual([])
    const told = await world().json<Notification[]>('ilona', 'GET', '/api/notifications')
    expect(told.body.map((one) => one.kind)).toContain('reading.frozen')
  })
})

onBothEngines('what delegations say on a reading', (world) => {
  let forum: Forum
  let plan: Plan
  let reading: ReadingInFull

  test('is said by a delegate for its own delegation, on the text that it was shown', async () => {
    forum = await forumIn(world(), 'deliberation')
    plan = await planWith(world(), forum, wholePlan(world()))
    reading = await freeze(world(), plan)
    const say = (by: Person, delegation: keyof TestWorld['delegation'], change = {}) =>
      world().json<Problem>(by, 'PUT', `/api/readings/${reading.id}/concurrences/${world().delegation[delegation]}`, {
        stance: 'concur',
        reason: '',
        hash: reading.hash,
        ...change,
      })
    expect((await say('dara', 'CG')).body.code).toBe('only_own_delegation')
    expect((await say('sok', 'CW')).body.code).toBe('only_delegates')
    expect((await say('nemo', 'CW')).status).toBe(404)
    expect((await say('dara', 'CW', { hash: '0'.repeat(64) })).body.code).toBe('hash_differs')
    expect((await say('dara', 'CW', { stance: 'object', reason: ' ' })).body.code).toBe('reason_needed')
    expect((await say('dara', 'CW', { stance: 'abstain' })).body.code).toBe('invalid_input')
    expect((await say('dara', 'CW')).status).toBe(200)
    expect(await duties(world(), 'dara')).toEqual([])
    expect(await duties(world(), 'chan')).toHaveLength(1)
  })

  test('may be said anew until the reading is decided, and each statement is an act', async () => {
    const reason = 'Measure 1 has no value to start from.'
    const objected = await speak(world(), 'dara', reading, 'object', reason)
    expect(objected.body.concurrences).toMatchObject([
      { delegationId: world().delegation.CW, stance: 'object', reason, by: 'Dara of the Workers of Cambodia' },
    ])
    expect((await speak(world(), 'dara', reading, 'reserve', 'For this year only.')).body.concurrences).toHaveLength(1)
    expect(await actsOn(world(), reading.id)).toEqual([
      'reading.frozen',
      'reading.concurred',
      'reading.objected',
      'reading.reserved',
    ])
  })

  test('brings the secretariat its next step once all have spoken: to reopen, or to lock', async () => {
    for (const by of ['chan', 'bopha', 'grace', 'walt'] as const) await speak(world(), by, reading, 'concur')
    expect(await duties(world(), 'sok')).toEqual([])
    await speak(world(), 'emma', reading, 'object', 'Buyers are not heard.')
    expect((await duties(world(), 'sok')).map((duty) => duty.kind)).toEqual(['reading.reopen'])
    await speak(world(), 'emma', reading, 'concur')
    expect((await duties(world(), 'sok')).map((duty) => duty.kind)).toEqual(['reading.lock'])
    await speak(world(), 'emma', reading, 'object', 'Buyers are not heard.')
    expect((await duties(world(), 'sok')).map((duty) => duty.kind)).toEqual(['reading.reopen'])
  })

  test('lets a delegate take the text back only where somebody’s stance prevents the lock', async () => {
    await speak(world(), 'emma', reading, 'concur')
    expect((await reopening(world(), 'dara', reading)).body.code).toBe('only_secretariat')
    expect((await reopening(world(), 'dara', reading, 'return')).body.code).toBe('reading_not_prevented')
    await speak(world(), 'emma', reading, 'object', 'Buyers are not heard.')
    expect((await reopening(world(), 'ilona', reading, 'return')).body.code).toBe('only_delegates')
    expect((await reopening(world(), 'dara', reading, 'return')).status).toBe(200)
    expect((await findDocument(world().db.read, plan.documentId))?.state).toBe('open')
    expect(await access(world(), 'dara', plan)).toBe('write')
    expect(await duties(world(), 'sok')).toEqual([])
  })

  test('stays with a void reading for good, and is worth nothing for the next one', async () => {
    expect((await speak(world(), 'emma', reading, 'concur')).body.code).toBe('reading_decided')
    expect((await reopening(world(), 'sok', reading)).body.code).toBe('reading_decided')
    await write(world(), plan, wholePlan(world(), { baseline: '61' }))
    const next = await freeze(world(), plan, 'dara')
    expect(next.number).toBe(2)
    expect(next.hash).not.toBe(reading.hash)
    expect(next.concurrences).toEqual([])
    const { readings } = await overview(world(), forum)
    expect(readings.map(({ number, state }) => ({ number, state }))).toEqual([
      { number: 2, state: 'open' },
      { number: 1, state: 'void' },
    ])
    expect(readings[1]).toMatchObject({
      decidedReason: 'The baseline is disputed.',
      decidedBy: expect.stringMatching(/^Dara/),
    })
    expect(readings[1]!.concurrences).toHaveLength(6)
    expect(readings[1]!.concurrences).toContainEqual(
      expect.objectContaining({ stance: 'object', reason: 'Buyers are not heard.' }),
    )
    reading = next
  })

  test('said while the secretariat reopens is either kept with the void reading or refused, never lost in between', async () => {
    const [said, opened] = await Promise.all([
      speak(world(), 'dara', reading, 'concur'),
      reopening(world(), 'sok', reading),
    ])
    expect(opened.status).toBe(200)
    const kept = (await world().json<ReadingInFull>('sok', 'GET', `/api/readings/${reading.id}`)).body
    expect(kept.state).toBe('void')
    if (said.status === 200) expect(kept.concurrences).toHaveLength(1)
    else {
      expect(said.body.code).toBe('reading_decided')
      expect(kept.concurrences).toEqual([])
    }
    const kinds = await actsOn(world(), reading.id)
    expect(kinds).toEqual(
      said.status === 200
        ? ['reading.frozen', 'reading.concurred', 'reading.voided']
        : ['reading.frozen', 'reading.voided'],
    )
  })

  test('is missed by the secretariat when the day is over: silence is no concurrence', async () => {
    reading = await freeze(world(), plan)
    await speak(world(), 'dara', reading, 'concur')
    const never = (error: unknown) => {
      throw error
    }
    const handlers = { ...planDeadlines, 'forum.stage': async () => {} }
    await actOnDue(world().db, handlers, '2026-04-20T23:59:59.998Z', never)
    expect(await duties(world(), 'sok')).toEqual([])
    expect(await actOnDue(world().db, handlers, '2026-04-21T00:00:00.000Z', never)).toBe(1)
    expect(await duties(world(), 'sok')).toMatchObject([{ kind: 'reading.overdue', detail: { number: 3, count: 5 } }])
    expect((await reopening(world(), 'sok', reading)).status).toBe(200)
    expect(await duties(world(), 'sok')).toEqual([])
    expect(await duties(world(), 'chan')).toEqual([])
  })
})

onBothEngines('a lock', (world) => {
  let forum: Forum
  let plan: Plan
  let reading: ReadingInFull

  test('waits for the stage of adoption and for every delegation that must concur', async () => {
    forum = await forumIn(world(), 'deliberation')
    plan = await planWith(world(), forum, wholePlan(world()))
    reading = await freeze(world(), plan)
    await expect(lock(world(), 'sok', reading)).rejects.toMatchObject({ code: 'forum_stage' })
    forum = await moveTo(world(), forum, 'adoption')
    for (const by of ['chan', 'bopha', 'grace', 'walt'] as const) await speak(world(), by, reading, 'concur')
    await expect(lock(world(), 'sok', reading)).rejects.toMatchObject({
      code: 'concurrences_missing',
      detail: { delegations: [{ mark: 'CW' }, { mark: 'UE' }] },
    })
    await speak(world(), 'dara', reading, 'object', 'No value to start from.')
    await expect(lock(world(), 'sok', reading)).rejects.toMatchObject({
      code: 'reading_objected',
      detail: { delegations: [{ mark: 'CW' }] },
    })
    expect((await overview(world(), forum)).plan?.state).toBe('reading')
  })

  test('is refused to delegates, to monitors, and on another sum than the text’s', async () => {
    await everyoneConcurs(world(), reading)
    for (const by of ['dara', 'ilona'] as const)
      await expect(lock(world(), by, reading)).rejects.toMatchObject({ code: 'only_secretariat' })
    await expect(lock(world(), 'nemo', reading)).rejects.toMatchObject({ code: 'not_found' })
    await expect(lock(world(), 'sok', reading, '0'.repeat(64))).rejects.toMatchObject({ code: 'hash_differs' })
  })

  test('holds the forum open until it is decided', async () => {
    const closing = await world().json<Problem>('sok', 'PUT', `/api/forums/${forum.id}/closing`)
    expect(closing.body).toMatchObject({
      code: 'forum_blocked',
      detail: { blocks: [{ kind: 'reading', subject: reading.id }] },
    })
  })

  test('by two people at once succeeds once; a reservation stays attached', async () => {
    await speak(world(), 'bopha', reading, 'reserve', 'The list may not change within the year.')
    const both = await Promise.allSettled([lock(world(), 'sok', reading), lock(world(), 'sok', reading)])
    const [won] = both.filter((one) => one.status === 'fulfilled')
    const [lost] = both.filter((one) => one.status === 'rejected')
    expect(codeOf(lost?.reason)).toBe('reading_decided')
    expect(won?.value).toMatchObject({ hash: reading.hash, plan: { state: 'locked' }, reading: { state: 'locked' } })
    expect(won?.value.body).toEqual(reading.body)
    expect(won?.value.concurrences).toContainEqual(
      expect.objectContaining({ stance: 'reserve', reason: 'The list may not change within the year.' }),
    )
    expect((await actsOn(world(), reading.id)).filter((kind) => kind === 'reading.locked')).toHaveLength(1)
  })

  test('is for ever: nobody writes, freezes, speaks, reopens or locks again', async () => {
    expect((await findDocument(world().db.read, plan.documentId))?.state).toBe('locked')
    expect(await access(world(), 'dara', plan)).toBe('read')
    expect((await freezing(world(), 'sok', plan)).body.code).toBe('plan_frozen')
    expect((await speak(world(), 'dara', reading, 'concur')).body.code).toBe('reading_decided')
    expect((await reopening(world(), 'sok', reading)).body.code).toBe('reading_decided')
    expect((await reopening(world(), 'dara', reading, 'return')).body.code).toBe('reading_not_prevented')
    expect(await duties(world(), 'sok')).toEqual([])
  })
})

onBothEngines('a forum that closes', (world) => {
  test('ends the writing of a plan that was never agreed', async () => {
    let forum = await forumIn(world(), 'deliberation')
    const plan = await planWith(world(), forum, { ...period, preamble: paragraphs('Unfinished.') })
    forum = await moveTo(world(), forum, 'adoption')
    expect((await world().json('sok', 'PUT', `/api/forums/${forum.id}/closing`)).status).toBe(200)
    expect((await findDocument(world().db.read, plan.documentId))?.state).toBe('sealed')
    expect(await access(world(), 'dara', plan)).toBe('read')
    expect((await freezing(world(), 'sok', plan)).body.code).toBe('forum_closed')
  })
})
