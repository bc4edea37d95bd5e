import { describe, expect, test } from 'vitest'
import type { Forum } from '../../server/forum/forums.ts'
import type { AgendaItem } from '../../server/forum/items.ts'
import { deadlines } from '../../server/hand-overs.ts'
import { wholeChain } from '../../server/ledger/acts.ts'
import { actOnDue } from '../../server/notice/deadlines.ts'
import type { Duty } from '../../server/notice/duties.ts'
import type { FiledMethod } from '../../server/record/methods.ts'
import type { Strategy } from '../../server/record/strategies/strategies.ts'
import type { Effect } from '../../shared/effect.ts'
import type { Indicator } from '../../shared/record.ts'
import { recordActs } from '../records.ts'
import { onBothEngines, type Person } from '../world.ts'

type Figures = Record<'north' | 'south', readonly [counted: number, of: number] | undefined>

onBothEngines('strategies', (world) => {
  const acts = recordActs(world)
  const ask = acts.ask
  const chain = () => wholeChain(world().db.read, world().agreementId)
  const duties = async (person: Person, kind: string) =>
    (await ask<Duty[]>(person, 'GET', 'duties')).body.filter((duty) => duty.kind === kind)
  const items = async (forum: { id: string }) =>
    (await ask<AgendaItem[]>('sok', 'GET', `forums/${forum.id}/items`)).body

  const defineShare = async () => {
    const of = (await acts.define('lina')).body
    const share = (await acts.define('lina', { denominatorId: of.id, nature: 'share', direction: 'more' })).body
    return { of, share }
  }

  /** A forum in which both teams have disclosed a share of a year, and which has come to a stage. */
  const forumWith = async (
    { of, share }: { of: Indicator; share: Indicator },
    period: string,
    figures: Figures,
    { forum = undefined as Forum | undefined, until = 'comparison' } = {},
  ): Promise<Forum> => {
    const here = forum ?? (await acts.convene())
    for (const [team, person] of [
      ['north', 'lina'],
      ['south', 'marc'],
    ] as const) {
      const said = figures[team]
      if (!said) continue
      const id = await acts.begin(person, here.id, world().team[team])
      for (const [indicatorId, value] of [
        [share.id, said[0]],
        [of.id, said[1]],
      ] as const)
        expect((await acts.put(person, id, { indicatorId, period, value })).status).toBe(200)
      await acts.method(person, id, `Method of ${team}`)
      expect((await acts.file(person, id)).status).toBe(200)
    }
    for (const stage of ['disclosure', 'comparison', 'deliberation', 'adoption']) {
      expect((await acts.move(here.id, stage)).status).toBe(200)
      if (stage === until) break
    }
    return here
  }

  const later = (label: string, by = 1) => `${label.slice(0, 4)}-${Number(label.slice(5)) + by}`
  const register = (
    person: Person,
    indicatorId: string,
    judgedFrom: string,
    over: object = {},
    team: 'north' | 'south' = 'north',
  ) =>
    ask<Strategy>(person, 'POST', `agreements/${world().agreementId}/teams/${world().team[team]}/strategies`, {
      title: 'Visits by night',
      hypothesis: 'Who works at night is found only at night.',
      practice: 'One visit in four begins after nine in the evening.',
      situation: 'Garment factories of more than 500 workers',
      indicatorIds: [indicatorId],
      baselinePeriod: '2024',
      trialPeriod: '2025',
      judgedFrom,
      ...over,
    })

  /** A strategy that was tried, before the forum that judges it. */
  const onTrial = async (after: Figures, until = 'deliberation') => {
    const defined = await defineShare()
    const first = await forumWith(defined, '2024', { north: [500, 1000], south: [500, 1000] })
    const registered = await register('lina', defined.share.id, later(first.label))
    expect(registered.status, JSON.stringify(registered.body)).toBe(201)
    const forum = await forumWith(defined, '2025', after, { until })
    const item = (await items(forum)).find((one) => one.originId === registered.body.id)
    return { ...defined, first, forum, strategy: registered.body, item }
  }

  describe('a trial', () => {
    test('begins from what the team has disclosed, and waits for a later forum', async () => {
      const defined = await defineShare()
      const first = await forumWith(defined, '2024', { north: [500, 1000], south: undefined })
      const at = later(first.label)
      for (const [person, code] of [
        ['tomas', 'only_team_lead'],
        ['marc', 'only_own_team'],
        ['chan', 'only_team_lead'],
        ['nemo', 'not_found'],
      ] as const)
        expect((await register(person, defined.share.id, at)).body.code, person).toBe(code)
      expect((await register('lina', defined.share.id, first.label)).body.code).toBe('strategy_judged_too_soon')
      expect((await register('lina', 'nowhere', at)).body.code).toBe('indicator_unknown')
      const neither = (await acts.define('lina', { direction: 'neither' })).body
      expect((await register('lina', neither.id, at)).body.code).toBe('strategy_no_direction')
      expect((await register('lina', defined.share.id, at, { baselinePeriod: '2023' })).body.code).toBe(
        'strategy_no_baseline',
      )
      expect((await register('marc', defined.share.id, at, {}, 'south')).body.code).toBe('strategy_no_baseline')
      for (const over of [
        { baselinePeriod: '2026' },
        { trialPeriod: '2025-Q1' },
        { indicatorIds: [] },
        { hypothesis: '' },
      ])
        expect((await register('lina', defined.share.id, at, over)).body.code).toBe('invalid_input')
      const registered = await register('lina', defined.share.id, at)
      expect(registered).toMatchObject({
        status: 201,
        body: { state: 'on_trial', team: 'Team north', baseline: [{ cell: { rate: 50, of: 1000 } }] },
      })
      expect((await chain()).at(-1)).toMatchObject({ kind: 'strategy.registered', subject: registered.body.id })
      expect((await ask('otto', 'GET', `strategies/${registered.body.id}`)).status).toBe(200)
      expect((await ask('nemo', 'GET', `strategies/${registered.body.id}`)).status).toBe(404)
    })

    test('does not read a sealed disclosure, not even its own team’s', async () => {
      const defined = await defineShare()
      const forum = await acts.convene()
      const id = await acts.begin('lina', forum.id, world().team.north)
      await acts.put('lina', id, { indicatorId: defined.share.id, period: '2024', value: 5 })
      await acts.put('lina', id, { indicatorId: defined.of.id, period: '2024', value: 10 })
      await acts.method('lina', id)
      await acts.file('lina', id)
      expect((await register('lina', defined.share.id, later(forum.label))).body.code).toBe('strategy_no_baseline')
      for (const stage of ['disclosure', 'comparison']) await acts.move(forum.id, stage)
      expect((await register('lina', defined.share.id, later(forum.label))).status).toBe(201)
    })

    test('comes before its forum by itself, not sooner, with the figures before and after beside its peers’', async () => {
      const { forum, first, strategy, item } = await onTrial({ north: [800, 1000], south: [510, 1000] })
      expect(item).toMatchObject({ origin: 'strategy', title: 'Visits by night' })
      expect((await items(first)).filter((one) => one.originId === strategy.id)).toEqual([])
      expect((await duties('sok', 'strategy.judge')).map((duty) => duty.subject)).toContain(strategy.id)
      const [effect] = (await ask<Effect[]>('otto', 'GET', `strategies/${strategy.id}/figures`)).body
      expect(effect).toMatchObject({
        own: { moved: 'better', before: { rate: 50 }, after: { rate: 80 } },
        peers: [{ moved: 'level', similar: true, beside: { kind: 'comparable' } }],
      })
      expect(effect!.own.by).toBeCloseTo(30)
      expect(effect!.peersBy).toBeCloseTo(1)
      expect(forum.label).toBe(strategy.judgedFrom)
    })
  })

  describe('the judgement', () => {
    const judge = (person: Person, id: string, form: object) =>
      ask<Strategy>(person, 'PUT', `strategies/${id}/judgement`, form)
    const worked = { verdict: 'worked', reasons: 'The share rose by thirty points, elsewhere by one.' }

    test('is put on record by the secretariat, once, while its forum deliberates', async () => {
      const { forum, strategy } = await onTrial({ north: [800, 1000], south: [510, 1000] }, 'comparison')
      expect((await judge('sok', strategy.id, worked)).body.code).toBe('forum_stage')
      await acts.move(forum.id, 'deliberation')
      for (const person of ['lina', 'marc', 'chan', 'ilona'] as const)
        expect((await judge(person, strategy.id, worked)).body.code, person).toBe('only_secretariat')
      expect((await judge('nemo', strategy.id, worked)).status).toBe(404)
      expect((await judge('sok', strategy.id, { verdict: 'worked', reasons: '' })).body.code).toBe('invalid_input')
      const judged = await judge('sok', strategy.id, worked)
      expect(judged).toMatchObject({
        status: 200,
        body: {
          state: 'worked',
          judgements: [{ verdict: 'worked', label: forum.label, figures: [{ own: { moved: 'better' } }] }],
        },
      })
      expect((await judge('sok', strategy.id, worked)).body.code).toBe('strategy_judged')
      expect(
        (await chain()).find((act) => act.kind === 'strategy.judged' && act.subject === strategy.id),
      ).toMatchObject({
        body: { verdict: 'worked', figures: [{ moved: 'better' }] },
      })
      expect((await duties('sok', 'strategy.judge')).map((duty) => duty.subject)).not.toContain(strategy.id)
    })

    test('keeps the dissent of a delegation, which speaks for itself alone, until the forum is closed', async () => {
      const { strategy, forum } = await onTrial({ north: [510, 1000], south: [510, 1000] })
      const { judgements } = (await judge('sok', strategy.id, { verdict: 'did_not', reasons: 'No more than chance.' }))
        .body
      const path = (delegation: string) => `judgements/${judgements[0]!.id}/dissents/${delegation}`
      const said = { reason: 'One year is too short.' }
      expect((await ask('dara', 'PUT', path(world().delegation.CG), said)).body.code).toBe('only_own_delegation')
      expect((await ask('lina', 'PUT', path(world().delegation.CW), said)).body.code).toBe('only_delegates')
      const dissented = await ask<Strategy>('dara', 'PUT', path(world().delegation.CW), said)
      expect(dissented.body.judgements[0]!.dissents).toMatchObject([{ delegationId: world().delegation.CW, ...said }])
      expect(dissented.body.state).toBe('failed')
      await world().db.write((trx) =>
        trx.updateTable('forum').set({ stage: 'closed' }).where('id', '=', forum.id).execute(),
      )
      expect((await ask('dara', 'PUT', path(world().delegation.CW), said)).body.code).toBe('forum_closed')
    })

    test('may be that it is not yet known: then a later forum judges again', async () => {
      const { strategy, forum, item } = await onTrial({ north: undefined, south: [510, 1000] })
      const again = (judgedFrom: string) =>
        judge('sok', strategy.id, { verdict: 'not_yet_known', reasons: 'No figure yet.', judgedFrom })
      expect((await again(forum.label)).body.code).toBe('strategy_judged_too_soon')
      expect((await again(later(forum.label))).body).toMatchObject({
        state: 'on_trial',
        judgedFrom: later(forum.label),
        judgements: [{ verdict: 'not_yet_known', figures: [{ own: { moved: 'cannot_be_said' } }] }],
      })
      await ask('sok', 'PUT', `items/${item!.id}/disposition`, { disposition: 'taken_up' })
      const next = await acts.convene()
      expect((await items(next)).map((item) => item.originId)).toContain(strategy.id)
      expect((await judge('sok', strategy.id, worked)).body.code).toBe('forum_stage')
    })

    test('is what the forum cannot close without, unless it defers the strategy; then it comes back once', async () => {
      const { strategy, forum, item } = await onTrial({ north: [800, 1000], south: [510, 1000] }, 'adoption')
      for (const one of await items(forum))
        if (one.id !== item!.id)
          await ask('sok', 'PUT', `items/${one.id}/disposition`, { disposition: 'declined', reason: 'Not now' })
      await ask('sok', 'PUT', `items/${item!.id}/disposition`, { disposition: 'taken_up' })
      const blocked = await ask('sok', 'PUT', `forums/${forum.id}/closing`)
      expect(blocked.body.code).toBe('forum_blocked')
      expect(blocked.body.detail.blocks).toMatchObject([{ kind: 'strategy', subject: strategy.id }])
      const replaces = (await items(forum)).find((one) => one.id === item!.id)!.disposedAt
      const deferred = await ask('sok', 'PUT', `items/${item!.id}/disposition`, {
        disposition: 'deferred',
        until: '2027-06-01',
        replaces,
      })
      expect(deferred.status, JSON.stringify(deferred.body)).toBe(200)
      const closed = await ask<{ next: Forum }>('sok', 'PUT', `forums/${forum.id}/closing`)
      expect(closed.status, JSON.stringify(closed.body)).toBe(200)
      const next = await items(closed.body.next)
      expect(next.filter((one) => one.title === strategy.title && one.originId === item!.id)).toHaveLength(1)
      expect(next.filter((one) => one.originId === strategy.id)).toHaveLength(0)
      for (const stage of ['disclosure', 'comparison', 'deliberation']) await acts.move(closed.body.next.id, stage)
      expect((await judge('sok', strategy.id, worked)).status).toBe(200)
    })
  })

  describe('what worked is the floor', () => {
    const judged = async (after: Figures) => {
      const made = await onTrial(after)
      const { body } = await ask<Strategy>('sok', 'PUT', `strategies/${made.strategy.id}/judgement`, {
        verdict: 'worked',
        reasons: 'It rose.',
      })
      return { ...made, judged: body, floor: body.floors[0] }
    }

    test('for comparable teams: they adopt it by a day and then have it in use, on record', async () => {
      const { floor, judged: strategy } = await judged({ north: [800, 1000], south: [510, 1000] })
      expect(strategy.floors).toMatchObject([{ team: 'Team south', state: 'asked' }])
      expect((await duties('marc', 'floor.answer')).map((duty) => duty.subject)).toContain(floor!.id)
      const adopt = { answer: 'adopt', byDay: '2026-06-01', text: '' }
      const path = `floors/${floor!.id}/answer`
      expect((await ask('lina', 'PUT', path, adopt)).body.code).toBe('only_own_team')
      expect((await ask('sok', 'PUT', path, adopt)).body.code).toBe('only_team_lead')
      expect((await ask('marc', 'PUT', path, { ...adopt, byDay: '2020-01-01' })).body.code).toBe('date_in_past')
      const methods = (await ask<FiledMethod[]>('marc', 'GET', `teams/${world().team.south}/methods`)).body
      const use = { methodId: methods[0]!.id }
      expect((await ask('marc', 'PUT', `floors/${floor!.id}/use`, use)).body.code).toBe('floor_not_adopting')
      expect((await ask<Strategy>('marc', 'PUT', path, adopt)).body.floors).toMatchObject([
        { state: 'adopting', byDay: '2026-06-01' },
      ])
      expect((await ask('marc', 'PUT', path, adopt)).body.code).toBe('floor_answered')
      expect((await duties('marc', 'floor.carry_out')).map((duty) => duty.subject)).toContain(floor!.id)
      const foreign = (await ask<FiledMethod[]>('lina', 'GET', `teams/${world().team.north}/methods`)).body[0]!.id
      expect((await ask('marc', 'PUT', `floors/${floor!.id}/use`, { methodId: foreign })).body.code).toBe(
        'method_unknown',
      )
      expect((await ask<Strategy>('marc', 'PUT', `floors/${floor!.id}/use`, use)).body.floors).toMatchObject([
        { state: 'in_use', methodVersion: methods[0]!.version },
      ])
      expect((await chain()).at(-1)).toMatchObject({ kind: 'floor.carried_out', subject: floor!.id })
    })

    test('or explain, which comes before the next forum; and so does their silence', async () => {
      const { floor } = await judged({ north: [800, 1000], south: [510, 1000] })
      const text = 'Our factories do not work at night.'
      const said = await ask<Strategy>('marc', 'PUT', `floors/${floor!.id}/answer`, { answer: 'explain', text })
      expect(said.body.floors).toMatchObject([{ state: 'explained', answer: text }])
      expect((await items(await acts.convene())).find((item) => item.originId === floor!.id)).toMatchObject({
        body: text,
      })

      const silent = (await judged({ north: [810, 1000], south: [520, 1000] })).floor!
      const dueAt = `${silent.dueOn}T23:59:59.999Z`
      const fail = (error: unknown) => {
        throw error
      }
      await actOnDue(world().db, deadlines, '2026-03-03T00:00:00.000Z', fail)
      expect((await chain()).filter((act) => act.subject === silent.id)).toEqual([])
      await actOnDue(world().db, deadlines, dueAt, fail)
      expect((await chain()).filter((act) => act.subject === silent.id).map((act) => act.kind)).toEqual([
        'floor.overdue',
      ])
      expect((await items(await acts.convene())).map((item) => item.originId)).toContain(silent.id)
    })

    test('and for nobody whose records cannot be compared with it', async () => {
      const { judged: strategy } = await judged({ north: [800, 1000], south: undefined })
      expect(strategy.floors).toEqual([])
    })
  })

  describe('the public', () => {
    /** A strategy that was judged, with what the public table says of it and the public page from its title on. */
    const published = async (name: string, south: readonly [number, number]) => {
      const title = `<b>${name}</b> ${world().engine}`
      const defined = await defineShare()
      const first = await forumWith(defined, '2024', { north: [500, 1000], south })
      const { id } = (await register('lina', defined.share.id, later(first.label), { title })).body
      const rows = async () =>
        (
          await world().json<{ rows: { title: string }[] }>(
            undefined,
            'GET',
            `/public/${world().agreementSlug}/strategies.json`,
          )
        ).body.rows.filter((row) => row.title === title)
      const onTrial = await rows()
      await forumWith(defined, '2025', { north: [800, 1000], south: [500, 1000] }, { until: 'deliberation' })
      await ask('sok', 'PUT', `strategies/${id}/judgement`, { verdict: 'worked', reasons: '<i>It rose.</i>' })
      const page = await world().request(undefined, 'GET', `/public/${world().agreementSlug}/strategies?lang=en`)
      const html = await page.text()
      const shown = html.slice(html.indexOf(`&lt;b&gt;${name}&lt;/b&gt;`)).split('<section')[0]!
      return { onTrial, judged: await rows(), shown, share: defined.share }
    }

    test('reads what was tried, what became of it and by which figures, without persons', async () => {
      const { onTrial, judged, shown, share } = await published('In public', [500, 1000])
      expect(onTrial).toMatchObject([{ state: 'on_trial' }])
      expect(onTrial[0]).not.toHaveProperty('before')
      expect(judged).toMatchObject([
        { indicator: share.code, before: 50, after: 80, moved: 'better', peers_moved_by: 0, verdict: 'worked' },
      ])
      for (const words of ['50%', '80%', 'It worked', '&lt;i&gt;It rose.&lt;/i&gt;']) expect(shown).toContain(words)
      for (const never of ['<b>In public', '<i>It rose', 'Lina', '<script']) expect(shown).not.toContain(never)
    })

    test('is not given back what the comparison suppresses: neither a small count nor what would tell it', async () => {
      const { judged, shown } = await published('Suppressed', [2, 1000])
      expect(judged).toMatchObject([{ after: 80, moved: 'cannot_be_said', verdict: 'worked' }])
      for (const never of ['before', 'peers_moved_by']) expect(judged[0]).not.toHaveProperty(never)
      expect(shown).toContain('suppressed')
      for (const never of ['50%', '0.2%']) expect(shown.split('data-label="2025"')[0]).not.toContain(`>${never}<`)
    })
  })

  test('the library finds what worked and what did not, by any of its words', async () => {
    const title = `Léger détour ${world().engine}`
    const defined = await defineShare()
    const first = await forumWith(defined, '2024', { north: [500, 1000], south: [500, 1000] })
    await register('lina', defined.share.id, later(first.label), { title, situation: 'Brick kilns' })
    const find = async (person: Person, search: string) =>
      (await ask<Strategy[]>(person, 'GET', `agreements/${world().agreementId}/strategies?${search}`)).body
    expect((await find('otto', 'words=kilns+leger')).map((one) => one.title)).toEqual([title])
    expect(await find('otto', 'words=kilns+nowhere')).toEqual([])
    expect(await find('otto', 'words=kilns&state=worked')).toEqual([])
    expect((await find('otto', 'state=worked')).every((one) => one.judgements[0]!.figures.length > 0)).toBe(true)
    expect((await ask('nemo', 'GET', `agreements/${world().agreementId}/strategies`)).status).toBe(404)
  })
})
