import { describe, expect, test } from 'vitest'
import { wholeChain } from '../../server/ledger/acts.ts'
import type { Duty } from '../../server/notice/duties.ts'
import type { Criterion } from '../../server/record/criteria/criteria.ts'
import type { CriterionLine } from '../../server/record/criteria/criterion-readings.ts'
import { brightLine, criterionActs, measure, source } from '../criteria.ts'
import { delegates } from '../plan.ts'
import { recordActs } from '../records.ts'
import { onBothEngines, type Person } from '../world.ts'

onBothEngines('criteria', (world) => {
  const records = recordActs(world)
  const acts = criterionActs(world)
  const chain = () => wholeChain(world().db.read, world().agreementId)
  const duties = async (person: Person, kind: string) =>
    (await acts.ask<Duty[]>(person, 'GET', 'duties')).body.filter((duty) => duty.kind === kind)

  /** A criterion that stands, promulgated in a forum of its own. */
  const standing = async (form = brightLine()) => {
    const forum = await records.convene()
    const proposed = (await acts.propose('lina', form)).body
    await acts.deliberate(forum, proposed)
    const done = await acts.promulgate('sok', proposed.proposed!.id)
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    return done.body
  }

  describe('a proposal', () => {
    test('comes from whoever speaks, and reaches the forum by itself', async () => {
      const forum = await records.convene()
      const proposed = await acts.propose('gita', brightLine())
      expect(proposed).toMatchObject({
        status: 201,
        body: { proposed: { version: 1, state: 'proposed', proposedBy: 'Gita Stakeholder' } },
      })
      expect(proposed.body.standing).toBeUndefined()
      expect(await acts.item(forum, 'Unannounced visits')).toMatchObject({ originId: proposed.body.proposed!.id })
      expect((await acts.propose('otto', brightLine())).body.code).toBe('not_for_observers')
      expect((await acts.propose('nemo', brightLine())).status).toBe(404)
      expect((await acts.ask('nemo', 'GET', `criteria/${proposed.body.id}`)).status).toBe(404)
      expect((await acts.ask(undefined, 'GET', `criteria/${proposed.body.id}`)).status).toBe(401)
      expect((await chain()).at(-1)).toMatchObject({ kind: 'criterion.proposed', subject: proposed.body.id })
    })

    test('keeps all three sources, and is refused where they do not carry it', async () => {
      const none = { found: false, looked: 'The register of laws' }
      const three = (domestic: object, international: object, best_practice: object) => ({
        sources: { domestic, international, best_practice },
      })
      for (const [form, code] of [
        [brightLine({ sources: { domestic: source(), international: source() } }), 'invalid_input'],
        [brightLine(three(none, none, none)), 'criterion_without_source'],
        [brightLine({ argument: '' }), 'criterion_unargued'],
        [brightLine({ governs: 'best_practice' }), 'criterion_unargued'],
        [brightLine({ clauses: [] }), 'invalid_input'],
        [brightLine({ right: '' }), 'invalid_input'],
      ] as const)
        expect((await acts.propose('lina', form)).body.code, JSON.stringify(form)).toBe(code)
    })

    test('of a measure takes unit, period and direction from its indicator, and asks no less than the strictest source', async () => {
      const of = (await records.define('lina', { direction: 'less', unit: 'days' })).body
      const at = (value: number, over: object = {}) => acts.propose('lina', measure(of.id, value, over))
      expect((await at(50)).body).toMatchObject({
        proposed: { body: { bound: 'at_most', period: 'year', unit: 'days', value: 50 } },
      })
      expect((await at(40)).status).toBe(201)
      expect((await at(51)).body.code).toBe('criterion_below_source')
      const domestic = source({ value: 50, disqualified: 'Below the convention' })
      const international = source({ value: 60 })
      const best_practice = { found: false, looked: 'Everywhere' }
      expect((await at(55, { sources: { domestic, international, best_practice } })).status).toBe(201)
      const neither = (await records.define('lina', { direction: 'neither' })).body
      expect((await acts.propose('lina', measure(neither.id, 70))).body.code).toBe('criterion_no_direction')
      expect((await acts.propose('lina', measure('nowhere', 70))).body.code).toBe('indicator_unknown')
    })
  })

  describe('promulgation', () => {
    test('comes only after a deliberation on record in which a team was heard (R40)', async () => {
      const forum = await records.convene()
      const { id, proposed } = (await acts.propose('lina', brightLine({ title: 'Deliberated' }))).body
      const lacks = async () => (await acts.promulgate('sok', proposed!.id)).body
      expect(await lacks()).toMatchObject({ code: 'forum_stage' })
      expect((await acts.concur('chan', proposed!.id)).body.code).toBe('forum_stage')
      for (const stage of ['disclosure', 'comparison', 'deliberation']) await records.move(forum.id, stage)
      expect(await lacks()).toMatchObject({ code: 'criterion_not_deliberated', detail: { lacks: 'disposition' } })
      const item = (await acts.item(forum, 'Deliberated'))!
      await acts.ask('sok', 'PUT', `items/${item.id}/disposition`, { disposition: 'taken_up' })
      await acts.say('chan', item.id)
      expect(await lacks()).toMatchObject({ code: 'criterion_not_deliberated', detail: { lacks: 'teams' } })
      await acts.say('tomas', item.id)
      expect(await lacks()).toMatchObject({ code: 'concurrences_missing' })
      for (const person of Object.keys(delegates) as (keyof typeof delegates)[])
        expect((await acts.concur(person, proposed!.id)).status).toBe(200)
      const { body } = await acts.ask<{ charterVersion: number }>('sok', 'GET', `agreements/${world().agreementId}`)
      const rules = { 'compliance.strengthening': 'at_round_boundary' }
      const charter = { from: body.charterVersion, rules }
      expect((await acts.ask('sok', 'PUT', `agreements/${world().agreementId}/charter`, charter)).status).toBe(200)
      expect(await lacks()).toMatchObject({ code: 'forum_stage' })
      await records.move(forum.id, 'adoption')
      for (const person of ['lina', 'chan', 'ilona'] as const)
        expect((await acts.promulgate(person, proposed!.id)).body.code).toBe('only_secretariat')
      expect(await acts.promulgate('sok', proposed!.id)).toMatchObject({
        status: 200,
        body: { standing: { version: 1, forumId: forum.id } },
      })
      expect((await chain()).at(-1)).toMatchObject({
        kind: 'criterion.promulgated',
        subject: id,
        body: { item: item.id, remarks: 2 },
      })
      expect((await acts.promulgate('sok', proposed!.id)).body.code).toBe('criterion_decided')
    })

    test('needs every delegation that must concur: a delegation speaks for itself alone and says why it objects', async () => {
      const forum = await records.convene()
      const { proposed } = (await acts.propose('lina', brightLine({ title: 'Objected' }))).body
      for (const stage of ['disclosure', 'comparison', 'deliberation']) await records.move(forum.id, stage)
      expect(await duties('chan', 'criterion.concur')).toHaveLength(1)
      const item = (await acts.item(forum, 'Objected'))!
      await acts.say('lina', item.id)
      await acts.ask('sok', 'PUT', `items/${item.id}/disposition`, { disposition: 'taken_up' })
      const path = (delegation: string) => `criterion-revisions/${proposed!.id}/voices/${delegation}`
      const said = { stance: 'concur', reason: '' }
      expect((await acts.ask('chan', 'PUT', path(world().delegation.CW), said)).body.code).toBe('only_own_delegation')
      expect((await acts.ask('lina', 'PUT', path(world().delegation.CW), said)).body.code).toBe('only_delegates')
      expect((await acts.concur('bopha', proposed!.id, 'object')).body.code).toBe('reason_needed')
      for (const person of Object.keys(delegates) as (keyof typeof delegates)[])
        await acts.concur(person, proposed!.id, person === 'bopha' ? 'object' : 'concur', 'Too dear')
      expect(await duties('chan', 'criterion.concur')).toHaveLength(0)
      expect(await duties('sok', 'criterion.promulgate')).toHaveLength(0)
      await records.move(forum.id, 'adoption')
      expect(await acts.promulgate('sok', proposed!.id)).toMatchObject({
        status: 409,
        body: { code: 'criterion_objected', detail: { delegations: ['CE'] } },
      })
      await acts.concur('bopha', proposed!.id)
      expect(await duties('sok', 'criterion.promulgate')).toHaveLength(1)
      const done = await acts.promulgate('sok', proposed!.id)
      expect(done.status).toBe(200)
      expect(await duties('sok', 'criterion.promulgate')).toHaveLength(0)
      expect((await acts.concur('bopha', proposed!.id)).body.code).toBe('criterion_decided')
    })

    test('what a forum leaves open comes before the next one, and what it declines is declined', async () => {
      const forum = await records.convene()
      const left = (await acts.propose('lina', brightLine({ title: 'Left open' }))).body
      const declined = (await acts.propose('lina', brightLine({ title: 'Declined' }))).body
      for (const stage of ['disclosure', 'comparison', 'deliberation', 'adoption']) await records.move(forum.id, stage)
      for (const item of (
        await acts.ask<{ id: string; title: string; disposition?: string }[]>('sok', 'GET', `forums/${forum.id}/items`)
      ).body) {
        const given =
          item.title === 'Declined' ? { disposition: 'declined', reason: 'Not needed' } : { disposition: 'taken_up' }
        if (!item.disposition) await acts.ask('sok', 'PUT', `items/${item.id}/disposition`, given)
      }
      const closed = await acts.ask<{ next: { id: string } }>('sok', 'PUT', `forums/${forum.id}/closing`)
      expect(closed.status, JSON.stringify(closed.body)).toBe(200)
      expect((await acts.ask<Criterion>('otto', 'GET', `criteria/${declined.id}`)).body.revisions[0]!.state).toBe(
        'declined',
      )
      const next = closed.body.next
      expect(await acts.item(next, 'Left open')).toMatchObject({ originId: left.proposed!.id })
      expect(await acts.item(next, 'Declined')).toBeUndefined()
    })
  })

  describe('a revision', () => {
    test('that would weaken what stands is refused by the rules, whoever proposes it (R25)', async () => {
      const of = (await records.define('lina', { direction: 'more' })).body
      const { id } = await standing(measure(of.id, 80, { title: 'Eighty', binds: ['government', 'employers'] }))
      const driver = { kind: 'best_practice', text: 'A team reached it' }
      const both = { binds: ['government', 'employers'], title: 'Eighty', driver }
      for (const person of ['lina', 'chan', 'sok', 'ilona'] as const)
        expect((await acts.revise(person, id, measure(of.id, 79, both))).body, person).toMatchObject({
          code: 'criterion_weaker',
          detail: { by: 'value' },
        })
      expect((await acts.revise('sok', id, measure(of.id, 90, { ...both, binds: ['government'] }))).body).toMatchObject(
        {
          code: 'criterion_weaker',
          detail: { by: 'binds', gone: ['employers'] },
        },
      )
      const other = (await records.define('lina', { direction: 'more' })).body
      expect((await acts.revise('sok', id, measure(other.id, 90, both))).body.code).toBe('criterion_unlike')
      expect((await acts.revise('sok', id, brightLine(both))).body.code).toBe('criterion_unlike')
      expect((await acts.revise('sok', id, measure(of.id, 90, { ...both, driver: undefined }))).body.code).toBe(
        'criterion_driver_missing',
      )
      const revised = await acts.revise('tomas', id, measure(of.id, 90, both))
      expect(revised).toMatchObject({
        status: 201,
        body: { standing: { version: 1 }, proposed: { version: 2, body: { driver } } },
      })
      expect((await acts.revise('lina', id, measure(of.id, 95, both))).body.code).toBe('criterion_proposed_already')
    })

    test('takes the place of what stood once it is promulgated, and what stood can still be read', async () => {
      const { id } = await standing(brightLine({ title: 'Grows' }))
      const driver = { kind: 'worker_needs', text: 'Workers asked for it' }
      const gone = brightLine({ title: 'Grows', clauses: ['Every visit is announced.'], driver })
      expect((await acts.revise('lina', id, gone)).body).toMatchObject({ code: 'criterion_weaker' })
      const clauses = ['No visit is announced.', 'Workers are heard without the employer.']
      const forum = await records.convene()
      const { body } = await acts.revise('lina', id, brightLine({ title: 'Grows', clauses, driver }))
      await acts.deliberate(forum, body)
      const after = (await acts.promulgate('sok', body.proposed!.id)).body
      expect(after.standing).toMatchObject({ version: 2, body: { clauses } })
      expect(after.revisions.map(({ version, state }) => [version, state])).toEqual([
        [2, 'promulgated'],
        [1, 'promulgated'],
      ])
    })
  })

  test('records are read against what stands: met, not met, or it cannot be said', async () => {
    const of = (await records.define('lina', { title: 'Visits', code: `visits_all_${world().engine}` })).body
    const share = (
      await records.define('lina', {
        code: `visits_share_${world().engine}`,
        denominatorId: of.id,
        nature: 'share',
        direction: 'more',
      })
    ).body
    const criterion = await standing(measure(share.id, 80, { title: 'Four of five' }))
    world().now = '2026-03-02T10:00:00.000Z'
    const forum = await records.convene()
    const disclose = async (person: Person, teamId: string, counted: number, all: number) => {
      const id = await records.begin(person, forum.id, teamId)
      for (const [indicatorId, value] of [
        [share.id, counted],
        [of.id, all],
      ] as const)
        expect((await records.put(person, id, { indicatorId, period: '2025', value })).status).toBe(200)
      await records.method(person, id)
      expect((await records.file(person, id)).status).toBe(200)
    }
    await disclose('lina', world().team.north, 950, 1000)
    await disclose('marc', world().team.south, 9, 10)
    const path = `forums/${forum.id}/criterion-readings`
    expect((await acts.ask('otto', 'GET', path)).body.code).toBe('disclosure_sealed')
    for (const stage of ['disclosure', 'comparison']) await records.move(forum.id, stage)
    const read = await acts.ask<CriterionLine[]>('otto', 'GET', path)
    expect(read.status, JSON.stringify(read.body)).toBe(200)
    const line = read.body.find((one) => one.criterionId === criterion.id)!
    expect(line).toMatchObject({ period: '2025', bound: 'at_least', value: 80, unit: '%' })
    expect(line.teams.find((one) => one.team === 'Team north')).toMatchObject({ met: 'met', figure: 95 })
    expect(line.teams.find((one) => one.team === 'Team south')).toMatchObject({
      met: 'cannot_be_said',
      because: 'within_chance',
    })
    expect((await acts.ask('nemo', 'GET', path)).status).toBe(404)

    const page = await world().request(undefined, 'GET', `/public/${world().agreementSlug}/criteria?lang=en`)
    const html = await page.text()
    expect([page.status, html.includes('Four of five'), html.includes('<script')]).toEqual([200, true, false])
    for (const words of ['Team north', 'cannot be said', 'Convention 81, Article 12']) expect(html).toContain(words)
    expect(html).not.toMatch(/Lina|Tomas|Sok Secretary/)
    const table = await world().json<{ rows: { title: string; value?: number }[] }>(
      undefined,
      'GET',
      `/public/${world().agreementSlug}/criteria.json`,
    )
    expect(table.body.rows.find((row) => row.title === 'Four of five')).toMatchObject({
      kind: 'measure',
      value: 80,
      bound: 'at_least',
      domestic: 'Visits are not announced | Convention 81, Article 12',
    })
  })
})
