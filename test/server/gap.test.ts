import { beforeAll, describe, expect, test } from 'vitest'
import { deadlines } from '../../server/hand-overs.ts'
import { actOnDue } from '../../server/notice/deadlines.ts'
import type { Duty } from '../../server/notice/duties.ts'
import type { Indicator } from '../../shared/record.ts'
import { explanation, gapActs, pairOf } from '../gaps.ts'
import { onBothEngines, type Person } from '../world.ts'

onBothEngines('gaps', (world) => {
  const acts = gapActs(world)
  let indicators: { found: Indicator; remedied: Indicator }

  beforeAll(async () => {
    indicators = await acts.share()
    expect((await acts.assign('north', world().party.KH)).status).toBe(200)
  })

  /** Team North behind Team South, confirmed, with the team's clock running. */
  const confirmed = async () => {
    await world().db.write((trx) => trx.updateTable('gap').set({ state: 'closed' }).execute())
    const forum = await acts.compared(indicators, { north: [141, 294], south: [312, 439] })
    const [proposal] = (await acts.gaps('sok', forum.id)).body.proposals
    const { status, body } = await acts.confirm('sok', forum.id, pairOf(proposal!))
    expect(status).toBe(201)
    return { forum, gap: body, pair: pairOf(proposal!) }
  }
  const explained = async () => {
    const made = await confirmed()
    expect((await acts.explain('lina', made.gap.id)).status).toBe(201)
    return made
  }
  const adopting = async () => {
    const made = await explained()
    for (const person of ['grace', 'walt'] as const) await acts.speak(person, made.gap.id, 'refuse')
    expect((await acts.decide('sok', made.gap.id)).body.state).toBe('adopting')
    return made
  }
  /** What waits on a person, about this gap or forum. */
  const duties = async (person: Person, subject: string) =>
    (await world().json<Duty[]>(person, 'GET', '/api/duties')).body
      .filter((duty) => duty.subject === subject)
      .map(({ kind }) => kind)
  const due = async (day: string) => {
    const before = world().now
    world().now = `${day}T00:00:05.000Z`
    await actOnDue(world().db, deadlines, world().now, (error) => {
      throw error
    })
    return () => {
      world().now = before
    }
  }

  describe('what the figures propose', () => {
    test('a record behind a comparable peer by more than chance, with both figures and their intervals', async () => {
      const forum = await acts.compared(indicators, { north: [141, 294], south: [312, 439] })
      const { body } = await acts.gaps('otto', forum.id)
      expect(body.proposals).toMatchObject([{ team: 'Team north', peer: 'Team south', period: '2024' }])
      const { team, peer, notes } = body.proposals[0]!.figures
      expect(team.figure).toBeCloseTo(47.96, 2)
      expect(peer.figure).toBeCloseTo(71.07, 2)
      expect([team.low! < team.figure, peer.high! > peer.figure, notes]).toEqual([true, true, []])
      expect(await duties('sok', forum.id)).toContain('gap.confirm')
    })

    test('nothing where the difference may be chance, and such a pair cannot be confirmed', async () => {
      const forum = await acts.compared(indicators, { north: [9, 20], south: [11, 20] })
      expect((await acts.gaps('sok', forum.id)).body.proposals).toEqual([])
      const pair = { teamId: world().team.north, peerId: world().team.south, period: '2024' }
      const { status, body } = await acts.confirm('sok', forum.id, { ...pair, indicatorId: indicators.remedied.id })
      expect([status, body.code]).toEqual([409, 'gap_unfounded'])
    })

    test('nothing beside a team that disclosed nothing, whoever names it', async () => {
      const forum = await acts.compared(indicators, { north: [141, 294] })
      expect((await acts.gaps('sok', forum.id)).body.proposals).toEqual([])
      const pair = { teamId: world().team.north, peerId: world().team.south, period: '2024' }
      const { body } = await acts.confirm('sok', forum.id, { ...pair, indicatorId: indicators.remedied.id })
      expect(body.code).toBe('gap_unfounded')
    })

    test('nothing before the records are open', async () => {
      const forum = await acts.convene()
      expect((await acts.gaps('sok', forum.id)).body.proposals).toEqual([])
      const pair = { teamId: world().team.north, peerId: world().team.south, period: '2024' }
      const { body } = await acts.confirm('sok', forum.id, { ...pair, indicatorId: indicators.remedied.id })
      expect(body.code).toBe('forum_stage')
    })
  })

  describe('the forum', () => {
    test('confirms through the secretariat: the clock of the charter runs, and the team has its duty', async () => {
      const { gap } = await confirmed()
      expect(gap).toMatchObject({ state: 'confirmed', dueOn: '2026-04-01', rules: { decidedBy: 'delegations' } })
      expect(await duties('lina', gap.id)).toContain('gap.explain')
      expect(await duties('marc', gap.id)).not.toContain('gap.explain')
    })

    test('by nobody else: not by a delegate, and not twice', async () => {
      const { forum, pair } = await confirmed()
      expect((await acts.confirm('chan', forum.id, pair)).status).toBe(403)
      expect((await acts.confirm('sok', forum.id, pair)).body.code).toBe('gap_known')
      expect((await acts.gaps('sok', forum.id)).body.proposals).toEqual([])
    })

    test('sets aside with a reason, and not without one', async () => {
      const forum = await acts.compared(indicators, { north: [141, 294], south: [312, 439] })
      await world().db.write((trx) => trx.updateTable('gap').set({ state: 'closed' }).execute())
      const pair = pairOf((await acts.gaps('sok', forum.id)).body.proposals[0]!)
      expect((await acts.setAside('sok', forum.id, pair, ' ')).status).toBe(422)
      const { body } = await acts.setAside('sok', forum.id, pair, 'The factories had newly joined.')
      expect(body).toMatchObject({ state: 'set_aside', reason: 'The factories had newly joined.' })
      expect(body.dueOn).toBeUndefined()
      expect((await acts.explain('lina', body.id)).body.code).toBe('gap_decided')
    })

    test('is not read by who has no seat', async () => {
      const { forum, gap } = await confirmed()
      for (const person of ['nemo', undefined] as const) {
        expect((await acts.gap(person, gap.id)).status).toBe(person ? 404 : 401)
        expect((await acts.gaps(person, forum.id)).status).toBe(person ? 404 : 401)
      }
    })
  })

  describe('the explanation', () => {
    test('is the lead’s of that team, and names what shows it', async () => {
      const { gap } = await confirmed()
      expect((await acts.explain('marc', gap.id)).body.code).toBe('only_own_team')
      expect((await acts.explain('tomas', gap.id)).body.code).toBe('only_team_lead')
      expect((await acts.explain('lina', gap.id, { ...explanation, evidence: [] })).status).toBe(422)
      const { status, body } = await acts.explain('lina', gap.id)
      expect([status, body.state]).toEqual([201, 'explained'])
      expect(await duties('lina', gap.id)).not.toContain('gap.explain')
    })

    test('may be added to until somebody has spoken on it, and gains no time by that', async () => {
      const { gap } = await explained()
      const { body } = await acts.explain('lina', gap.id)
      expect(body).toMatchObject({ state: 'explained', dueOn: '2026-04-01' })
      expect((await acts.gap('lina', gap.id)).body.explanations.map(({ number }) => number)).toEqual([1, 2])
      await acts.speak('grace', gap.id, 'refuse')
      expect((await acts.explain('lina', gap.id)).body.code).toBe('gap_spoken')
    })
  })

  describe('the decision', () => {
    test('is asked of every delegation but those of the team’s party, and no other voice counts', async () => {
      const { gap } = await explained()
      const { open } = (await acts.gap('otto', gap.id)).body
      expect(open?.voices.map(({ name }) => name)).toEqual(['UE', 'UG', 'UW'])
      for (const person of ['chan', 'dara', 'bopha'] as const) {
        expect(await acts.speak(person, gap.id, 'accept')).toEqual({ status: 403, code: 'gap_own' })
        expect(await duties(person, gap.id)).not.toContain('gap.speak')
      }
      for (const person of ['sok', 'ilona', 'gita', 'otto', 'lina', 'marc'] as const)
        expect(await acts.speak(person, gap.id, 'accept')).toEqual({ status: 403, code: 'not_asked' })
      expect(await duties('walt', gap.id)).toContain('gap.speak')
      expect(await acts.speak('walt', gap.id, 'accept')).toEqual({ status: 204, code: undefined })
      expect(await duties('walt', gap.id)).not.toContain('gap.speak')
    })

    test('is not a person’s of the team either, in whatever delegation', async () => {
      const { gap } = await explained()
      const row = { agreement_id: world().agreementId, person_id: world().person.walt, kind: 'team_member' }
      const seat = { id: crypto.randomUUID(), given_at: world().now, ended_at: null, delegation_id: null }
      await world().db.write((trx) =>
        trx
          .insertInto('seat')
          .values({ ...row, ...seat, team_id: world().team.north })
          .execute(),
      )
      expect(await acts.speak('walt', gap.id, 'accept')).toEqual({ status: 403, code: 'gap_own' })
      expect((await acts.gap('otto', gap.id)).body.open?.voices.map(({ name }) => name)).toEqual(['UE', 'UG'])
      await world().db.write((trx) => trx.deleteFrom('seat').where('id', '=', seat.id).execute())
    })

    test('waits until the voices have decided, and is recorded with its dissent', async () => {
      const { gap } = await explained()
      await acts.speak('grace', gap.id, 'accept', '')
      expect((await acts.decide('sok', gap.id)).body.code).toBe('gap_undecided')
      expect(await duties('sok', gap.id)).not.toContain('gap.decide')
      expect(await acts.speak('emma', gap.id, 'refuse', '')).toEqual({ status: 422, code: 'invalid_input' })
      await acts.speak('emma', gap.id, 'refuse')
      await acts.speak('walt', gap.id, 'accept', '')
      expect(await duties('sok', gap.id)).toContain('gap.decide')
      expect((await acts.decide('grace', gap.id)).status).toBe(403)
      expect((await acts.decide('sok', gap.id)).body.state).toBe('accepted')
      const { decisions, open } = (await acts.gap('otto', gap.id)).body
      expect(open).toBeUndefined()
      expect(decisions).toMatchObject([{ question: 'explanation', answer: 'accept', entitled: 3 }])
      expect(decisions[0]!.said.map(({ answer, reason }) => [answer, reason])).toContainEqual([
        'refuse',
        'Theirs were as new.',
      ])
      expect(await acts.speak('grace', gap.id, 'refuse')).toEqual({ status: 409, code: 'gap_not_asked' })
    })

    test('counts nobody who has lost the right to speak, and does not show them among those who decided', async () => {
      const { gap } = await explained()
      await acts.assign('north', undefined)
      await acts.speak('dara', gap.id, 'accept', '')
      await acts.assign('north', world().party.KH)
      for (const person of ['grace', 'walt'] as const) await acts.speak(person, gap.id, 'refuse')
      expect((await acts.decide('sok', gap.id)).body.state).toBe('adopting')
      const [decision] = (await acts.gap('otto', gap.id)).body.decisions
      expect(decision).toMatchObject({ entitled: 3, answer: 'refuse' })
      expect(decision!.said.map(({ delegationId }) => delegationId).sort()).toEqual(
        [world().delegation.UG, world().delegation.UW].sort(),
      )
    })

    test('against the explanation makes the better method a duty with a date', async () => {
      const { gap } = await adopting()
      const { body } = await acts.gap('otto', gap.id)
      expect(body).toMatchObject({ state: 'adopting', awaited: 'team', dueOn: '2026-05-31' })
      expect(body.method).toMatchObject({ title: 'Method of south' })
      expect(await duties('lina', gap.id)).toContain('adoption.report')
    })

    test('is the commission’s where the charter says so', async () => {
      const charter = await world().json<{ version: number }>(
        'sok',
        'PUT',
        `/api/agreements/${world().agreementId}/charter`,
        {
          from: 1,
          rules: { 'voice.gaps': 'reviewers' },
        },
      )
      expect(charter.status).toBe(200)
      const { gap } = await explained()
      expect(await acts.speak('grace', gap.id, 'accept')).toEqual({ status: 403, code: 'not_asked' })
      expect((await acts.gap('otto', gap.id)).body.open).toMatchObject({ voices: [], seat: 'reviewer' })
      const back = { from: 2, rules: { 'voice.gaps': 'delegations' } }
      await world().json('sok', 'PUT', `/api/agreements/${world().agreementId}/charter`, back)
    })
  })

  describe('silence', () => {
    test('is overdue from the instant at which the clock ran out, and neither accepted nor refused by itself', async () => {
      const { gap } = await confirmed()
      const back = await due('2026-04-02')
      const { body } = await acts.gap('otto', gap.id)
      expect(body).toMatchObject({ state: 'overdue', overdueAt: '2026-04-01T23:59:59.999Z', open: { voices: {} } })
      const acted = await world().json<{ acts: { kind: string }[] }>(
        'otto',
        'GET',
        `/api/agreements/${world().agreementId}/acts`,
      )
      expect(JSON.stringify(acted.body)).toContain('gap.overdue')
      expect(await acts.speak('grace', gap.id, 'accept')).toEqual({ status: 409, code: 'gap_unexplained' })
      expect((await acts.decide('sok', gap.id)).body.code).toBe('gap_undecided')
      back()
    })

    test('of the forum is overdue too, and decides nothing', async () => {
      const { gap } = await explained()
      const back = await due('2026-04-02')
      const { body } = await acts.gap('otto', gap.id)
      expect(body).toMatchObject({ state: 'explained', awaited: 'forum', overdueAt: '2026-04-01T23:59:59.999Z' })
      expect(body.lapsedAt).toBeUndefined()
      back()
    })

    test('may still end in an explanation, which is then late', async () => {
      const { gap } = await confirmed()
      const back = await due('2026-04-02')
      expect((await acts.explain('lina', gap.id)).body.state).toBe('explained')
      expect((await acts.gap('otto', gap.id)).body).toMatchObject({
        explanations: [{ late: true }],
        lapsedAt: '2026-04-01T23:59:59.999Z',
      })
      back()
    })

    test('may be answered by the forum: the better method is to be adopted', async () => {
      const { gap } = await confirmed()
      const back = await due('2026-04-02')
      for (const person of ['grace', 'walt'] as const) await acts.speak(person, gap.id, 'refuse')
      expect((await acts.decide('sok', gap.id)).body.state).toBe('adopting')
      back()
    })
  })

  describe('the adoption', () => {
    test('is reported by the team, and done when the forum says so', async () => {
      const { gap } = await adopting()
      expect((await acts.report('marc', gap.id, false)).body.code).toBe('only_own_team')
      expect((await acts.report('lina', gap.id, false, [])).body.state).toBe('adopting')
      expect((await acts.report('lina', gap.id, true, [])).status).toBe(422)
      expect((await acts.report('lina', gap.id, true)).body.state).toBe('reported')
      expect(await acts.speak('chan', gap.id, 'accept')).toEqual({ status: 403, code: 'gap_own' })
      for (const person of ['grace', 'emma'] as const) await acts.speak(person, gap.id, 'refuse')
      expect((await acts.decide('sok', gap.id)).body).toMatchObject({ state: 'adopting', round: 2 })
      await acts.report('lina', gap.id, true)
      for (const person of ['grace', 'emma'] as const) await acts.speak(person, gap.id, 'accept', '')
      const { body } = await acts.decide('sok', gap.id)
      expect(body).toMatchObject({ state: 'closed', closing: { by: 'forum' } })
      expect(await duties('lina', gap.id)).not.toContain('adoption.report')
    })

    test('is done by a later figure that is not behind any more, and by no earlier one', async () => {
      const { forum, gap } = await adopting()
      expect((await acts.measure('sok', gap.id, forum.id)).body.code).toBe('adoption_no_figure')
      const behind = await acts.compared(indicators, { north: [150, 300] }, '2025')
      expect((await acts.measure('lina', gap.id, behind.id)).status).toBe(403)
      expect((await acts.measure('ilona', gap.id, behind.id)).body.code).toBe('adoption_behind')
      const later = await acts.compared(indicators, { north: [213, 300] }, '2025')
      const { status, body } = await acts.measure('ilona', gap.id, later.id)
      expect([status, body.state, body.closing?.by, body.closing?.period]).toEqual([200, 'closed', 'figure', '2025'])
      expect(body.closing?.figure?.figure).toBe(71)
    })
  })
})
