import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Forum } from '../../server/forum/forums.ts'
import type { AgendaItem } from '../../server/forum/items.ts'
import type { PlanOverview } from '../../server/plan/overview.ts'
import type { DraftPlan } from '../../shared/plan.ts'
import type { Indicator } from '../../shared/record.ts'
import { gapActs, pairOf } from '../gaps.ts'
import { onBothEngines, type Person } from '../world.ts'

onBothEngines('what gaps bring about', (world) => {
  const acts = gapActs(world)
  let indicators: { found: Indicator; remedied: Indicator }

  beforeAll(async () => {
    indicators = await acts.share()
    await acts.assign('north', world().party.KH)
  })

  const begin = async (): Promise<{ forum: Forum; id: string }> => {
    await world().db.write((trx) => trx.updateTable('gap').set({ state: 'closed' }).execute())
    const forum = await acts.compared(indicators, { north: [141, 294], south: [312, 439] })
    const [proposal] = (await acts.gaps('sok', forum.id)).body.proposals
    const { body } = await acts.confirm('sok', forum.id, pairOf(proposal!))
    return { forum, id: body.id }
  }
  const toAdopt = async (id: string) => {
    await acts.explain('lina', id)
    for (const person of ['grace', 'walt'] as const) await acts.speak(person, id, 'refuse')
    expect((await acts.decide('sok', id)).body.state).toBe('adopting')
  }
  const close = async (forum: Forum) => {
    for (const stage of ['deliberation', 'adoption'] as const) await acts.move(forum.id, stage)
    return acts.ask<{ next: Forum }>('sok', 'PUT', `forums/${forum.id}/closing`)
  }
  /** What the forum inherited of gaps; who filed nothing is on its agenda too, and is another test's. */
  const items = async (forum: Forum) =>
    (await acts.ask<AgendaItem[]>('sok', 'GET', `forums/${forum.id}/items`)).body.filter(
      ({ origin }) => origin === 'gap' || origin === 'deferred',
    )
  const dispose = (item: AgendaItem, said: Record<string, unknown>) =>
    acts.ask('sok', 'PUT', `items/${item.id}/disposition`, said)

  describe('the next forum', () => {
    test('inherits what is open with the way it came, and does not close before it has a disposition', async () => {
      const { forum, id } = await begin()
      await toAdopt(id)
      const { next } = (await close(forum)).body
      const [item, ...others] = await items(next)
      expect(others).toEqual([])
      expect((await acts.gap('otto', id)).body.agenda).toMatchObject([{ itemId: item!.id, forumLabel: next.label }])
      expect(item).toMatchObject({ origin: 'gap', originId: id, originPath: `/a/textile/gaps/${id}` })
      expect(item!.detail.chain?.map(({ kind }) => kind)).toEqual(['gap', 'explanation', 'decision'])
      for (const stage of ['disclosure', 'comparison'] as const) await acts.move(next.id, stage)
      const refused = await close(next)
      expect([refused.status, refused.body.code]).toEqual([409, 'forum_items_undisposed'])
      expect((await dispose(item!, { disposition: 'taken_up' })).status).toBe(200)
      const closed = await close(next)
      expect(closed.status).toBe(200)
      expect((await items(closed.body.next)).map(({ originId }) => originId)).toEqual([id])
    })

    test('lists it among its gaps, and what happens to it since goes on in its chain', async () => {
      const { forum, id } = await begin()
      const { next } = (await close(forum)).body
      expect((await acts.gaps('otto', next.id)).body.gaps).toMatchObject([{ id, inherited: true, state: 'confirmed' }])
      await acts.explain('lina', id)
      const [item] = await items(next)
      expect(item!.detail.chain?.map(({ kind }) => kind)).toEqual(['gap', 'explanation'])
    })

    test('gets what it put off back once, and not twice', async () => {
      const { forum, id } = await begin()
      const { next } = (await close(forum)).body
      for (const stage of ['disclosure', 'comparison'] as const) await acts.move(next.id, stage)
      const [item] = await items(next)
      await dispose(item!, { disposition: 'deferred', until: '2027-01-01' })
      const after = (await close(next)).body.next
      expect((await items(after)).map(({ origin, originId }) => [origin, originId])).toEqual([['deferred', item!.id]])
      expect((await acts.gap('otto', id)).body.state).toBe('confirmed')
    })

    test('does not inherit what is accepted, set aside or adopted', async () => {
      const { forum, id } = await begin()
      await acts.explain('lina', id)
      for (const person of ['grace', 'walt'] as const) await acts.speak(person, id, 'accept', '')
      await acts.decide('sok', id)
      expect(await items((await close(forum)).body.next)).toEqual([])
    })
  })

  describe('the open plan', () => {
    const planned = async (forum: Forum) => {
      const period = { title: 'Programme', periodFrom: '2026-04-01', periodUntil: '2027-03-31' }
      return (await acts.ask<{ id: string }>('sok', 'POST', `forums/${forum.id}/plan`, period)).body.id
    }
    const draft = async (plan: string) => (await acts.ask<DraftPlan>('chan', 'GET', `plans/${plan}/draft`)).body

    test('takes an adoption as a measure begun from the gap’s figures, linked both ways', async () => {
      const { forum, id } = await begin()
      await toAdopt(id)
      const plan = await planned(forum)
      const { status, body } = await acts.place('dara', id)
      expect([status, body.planId]).toEqual([200, plan])
      const [measure, ...others] = (await draft(plan)).measures
      expect(others).toEqual([])
      expect(measure).toMatchObject({
        id: body.measureId,
        title: 'Adopt method 1 of Team south: Method of south',
        partyId: world().party.KH,
        office: 'Team north',
        baseline: '48',
        target: '71.1',
        unit: 'in % of: Violations found',
        start: '2026-04-01',
        due: '2026-05-31',
      })
      expect(measure!.baselineNote).toContain('141 of 294')
      expect(measure!.proof).toContain('Violations put right')
      const places = await acts.ask<{ planId: string }[]>('otto', 'GET', `gaps/${id}/measures`)
      expect(places.body).toMatchObject([{ planId: plan, measureId: body.measureId }])
      const overview = `agreements/${world().agreementId}/forums/${forum.label}/plan`
      expect((await acts.ask<PlanOverview>('otto', 'GET', overview)).body.adoptions).toMatchObject([{ gapId: id }])
    })

    test('takes it once, however often it is asked; and who wrote it is in the text’s log', async () => {
      const { forum, id } = await begin()
      await toAdopt(id)
      const plan = await planned(forum)
      const [first, second] = [await acts.place('dara', id), await acts.place('chan', id)]
      expect(second.body).toEqual(first.body)
      expect((await draft(plan)).measures).toHaveLength(1)
      const log = await world()
        .db.read.selectFrom('document_update')
        .innerJoin('document', 'document.id', 'document_update.document_id')
        .select(['person_id', 'delegation_id'])
        .where('document.subject', '=', plan)
        .execute()
      expect(log).toEqual([{ person_id: world().person.dara, delegation_id: world().delegation.CW }])
    })

    test('is written by delegates alone, while it is open, and for an adoption alone', async () => {
      const { forum, id } = await begin()
      const plan = await planned(forum)
      expect((await acts.place('dara', id)).body.code).toBe('adoption_not_open')
      await toAdopt(id)
      for (const person of ['sok', 'ilona', 'lina', 'otto'] as const)
        expect((await acts.place(person, id)).body.code).toBe('only_delegates')
      await world().db.write((trx) =>
        trx.updateTable('plan').set({ state: 'reading' }).where('id', '=', plan).execute(),
      )
      expect((await acts.place('dara', id)).body.code).toBe('plan_frozen')
    })

    test('is missing until it was opened', async () => {
      const { id } = await begin()
      await toAdopt(id)
      expect((await acts.place('dara', id)).body.code).toBe('plan_none')
    })
  })

  describe('the public', () => {
    const page = async (forum: Forum) => {
      const response = await world().request(undefined, 'GET', `/public/textile/fora/${forum.label}/gaps?lang=en`)
      return { status: response.status, text: (await response.text()).replaceAll('\u00a0', ' ') }
    }

    test('reads what was explained and decided once the records are open, by delegations and without persons', async () => {
      const forum = await acts.convene()
      expect((await page(forum)).status).toBe(404)
      await world().db.write((trx) => trx.updateTable('gap').set({ state: 'closed' }).execute())
      await acts.openWith(forum, indicators, { north: [141, 294], south: [312, 439] })
      const [proposal] = (await acts.gaps('sok', forum.id)).body.proposals
      const { id } = (await acts.confirm('sok', forum.id, pairOf(proposal!))).body
      await toAdopt(id)
      const { status, text } = await page(forum)
      expect(status).toBe(200)
      for (const words of [
        'Team north 48% against Team south 71.1%, 2024',
        'One vehicle serves two provinces.',
        'not accepted, 2 of 3',
        'United States (Workers)',
        'Theirs were as new.',
        'Method 1 of Team south: Method of south',
      ])
        expect(text).toContain(words)
      for (const name of ['Lina', 'Grace', 'Walt', 'Sok ']) expect(text).not.toContain(name)
    })

    test('is not given back what its comparison keeps to itself', async () => {
      await world().db.write((trx) => trx.updateTable('gap').set({ state: 'closed' }).execute())
      const forum = await acts.compared(indicators, { north: [1, 40], south: [30, 40] })
      const [proposal] = (await acts.gaps('sok', forum.id)).body.proposals
      expect(proposal!.figures.team.figure).toBe(2.5)
      await acts.confirm('sok', forum.id, pairOf(proposal!))
      const comparison = await world().request(undefined, 'GET', `/public/textile/fora/${forum.label}/comparison.json`)
      expect(await comparison.text()).not.toContain('2.5')
      const { text } = await page(forum)
      expect(text).toMatch(/Team north suppressed/)
      expect(text).not.toContain('2.5%')
    })
  })

  test('whoever does whatever, in any order: nothing is accepted unexplained, and nobody decides on their own gap', async () => {
    const people = ['sok', 'chan', 'dara', 'grace', 'walt', 'emma', 'lina', 'marc', 'ilona'] as const
    const step = fc.record({
      who: fc.constantFrom<Person>(...people),
      does: fc.constantFrom('explain', 'accept', 'refuse', 'decide', 'report'),
    })
    const reached = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
        const { id } = await begin()
        for (const { who, does } of steps) {
          if (does === 'explain') await acts.explain(who, id)
          else if (does === 'decide') await acts.decide(who, id)
          else if (does === 'report') await acts.report(who, id, true)
          else await acts.speak(who, id, does)
        }
        const gap = (await acts.gap('otto', id)).body
        reached.add(gap.state)
        if (gap.state === 'accepted') expect(gap.explanations.length).toBeGreaterThan(0)
        const own = [world().delegation.CG, world().delegation.CW, world().delegation.CE]
        const heard = [...gap.decisions.flatMap(({ said }) => said), ...(gap.open?.said ?? [])]
        expect(heard.filter(({ delegationId }) => own.includes(delegationId ?? ''))).toEqual([])
        for (const { answer, said, entitled } of gap.decisions)
          expect(said.filter((one) => one.answer === answer).length * 2).toBeGreaterThanOrEqual(entitled)
      }),
      { numRuns: 8, endOnFailure: true },
    )
    expect(reached.size).toBeGreaterThan(1)
  }, 60_000)
})
