import { expect, test } from 'vitest'
import type { Circumstance } from '../../server/record/similarity/circumstances.ts'
import type { CircumstanceForm, Similarity, SimilarityForm } from '../../shared/similarity.ts'
import { recordActs } from '../records.ts'
import { onBothEngines, type Person } from '../world.ts'

onBothEngines('who is similarly situated', (world) => {
  const acts = recordActs(world)
  const state = (person: Person, team: 'north' | 'south', form: Partial<CircumstanceForm>) =>
    acts.ask<Circumstance>(
      person,
      'POST',
      `agreements/${world().agreementId}/teams/${world().team[team]}/circumstances`,
      { source: 'Labour force survey', ...form },
    )
  const stated = async (person: Person) =>
    (await acts.ask<Circumstance[]>(person, 'GET', `agreements/${world().agreementId}/circumstances`)).body.sort(
      (a, b) => (a.variable < b.variable ? 1 : -1),
    )
  const agree = (person: Person, forum: string, variables: SimilarityForm['variables']) =>
    acts.ask<Similarity>(person, 'PUT', `forums/${forum}/similarity`, { variables, reason: 'As the teams agreed' })
  const agreements = (person: Person, forum: string) =>
    acts.ask<Similarity[]>(person, 'GET', `forums/${forum}/similarity`)
  const acted = async (kind: string) => {
    const rows = await world().db.read.selectFrom('act').selectAll().where('kind', '=', kind).orderBy('seq').execute()
    return rows.map((row) => JSON.parse(row.body) as Record<string, unknown>)
  }

  test('a team states its own circumstances with a source, and what it stated before is kept behind them', async () => {
    expect(await state('lina', 'north', { variable: 'size', value: '40000' })).toMatchObject({ status: 201 })
    expect(await state('lina', 'north', { variable: 'size', value: '52000' })).toMatchObject({ status: 201 })
    expect(await state('marc', 'south', { variable: 'region', value: 'South-East Asia' })).toMatchObject({
      status: 201,
    })
    expect(await stated('otto')).toMatchObject([
      {
        teamId: world().team.north,
        variable: 'size',
        value: '52000',
        by: expect.stringContaining('Lina'),
        source: 'Labour force survey',
      },
      { teamId: world().team.south, variable: 'region', value: 'South-East Asia' },
    ])
    expect((await acted('circumstance.stated')).map(({ value }) => value)).toEqual([
      '40000',
      '52000',
      'South-East Asia',
    ])
  })

  test('nobody states another’s, nor a size in words, nor anything without a source', async () => {
    const refused = async (...asked: Parameters<typeof state>) => (await state(...asked)).body.code
    expect(await refused('lina', 'south', { variable: 'region', value: 'Asia' })).toBe('only_own_team')
    expect(await refused('sok', 'north', { variable: 'region', value: 'Asia' })).toBe('only_team_lead')
    expect(await refused('lina', 'north', { variable: 'size', value: 'large' })).toBe('invalid_input')
    expect(await refused('lina', 'north', { variable: 'development', value: 'rich' } as never)).toBe('invalid_input')
    expect(await refused('lina', 'north', { variable: 'region', value: 'Asia', source: '' })).toBe('invalid_input')
    expect(await refused('nemo', 'north', { variable: 'region', value: 'Asia' })).toBe('not_found')
  })

  test('what the forum agreed is an act with who and when; the latest holds, and those before it can be read', async () => {
    const forum = await acts.convene()
    expect((await agreements('otto', forum.id)).body).toEqual([])
    expect((await agree('chan', forum.id, [{ variable: 'region' }])).body.code).toBe('only_secretariat')
    expect((await agree('sok', forum.id, [{ variable: 'size' } as never])).body.code).toBe('invalid_input')
    expect((await agree('sok', forum.id, [{ variable: 'region' }, { variable: 'region' }])).body.code).toBe(
      'invalid_input',
    )
    await agree('sok', forum.id, [{ variable: 'region' }])
    await agree('sok', forum.id, [{ variable: 'region' }, { variable: 'size', factor: 2 }])
    expect((await agreements('otto', forum.id)).body).toMatchObject([
      {
        variables: [{ variable: 'region' }, { variable: 'size', factor: 2 }],
        by: expect.stringContaining('Sok'),
        at: world().now,
      },
      { variables: [{ variable: 'region' }] },
    ])
    expect((await acted('similarity.agreed')).at(-1)).toMatchObject({ label: forum.label, stage: 'notice' })
    expect((await agreements('nemo', forum.id)).status).toBe(404)
  })

  test('the comparison asks who is similarly situated: who is not, is nobody’s peer', async () => {
    const wages = (await acts.define('lina', { nature: 'amount' })).body
    const forum = await acts.convene()
    for (const [lead, team, value] of [
      ['lina', 'north', 9],
      ['marc', 'south', 5],
    ] as const) {
      const id = await acts.begin(lead, forum.id, world().team[team])
      await acts.method(lead, id)
      await acts.put(lead, id, { indicatorId: wages.id, period: '2025', value })
      await acts.file(lead, id)
    }
    await acts.move(forum.id, 'disclosure')
    await acts.move(forum.id, 'comparison')
    const standings = async () => {
      const { body } = await acts.comparison('otto', forum.id)
      return body.rows[0]!.cells.filter((cell) => cell.verdict.comparable).map((cell) => cell.standing)
    }
    expect(await standings()).toEqual(['best', 'behind'])
    await state('lina', 'north', { variable: 'sector', value: 'Garments' })
    await agree('sok', forum.id, [{ variable: 'sector' }])
    expect(await standings(), 'of the south it is not known').toEqual([undefined, undefined])
    await state('marc', 'south', { variable: 'sector', value: 'Footwear' })
    expect(await standings()).toEqual([undefined, undefined])
    await state('marc', 'south', { variable: 'sector', value: 'garments' })
    expect(await standings()).toEqual(['best', 'behind'])
    const { body } = await acts.comparison('otto', forum.id)
    expect(body.similarity).toMatchObject({ variables: [{ variable: 'sector' }] })
    expect(body.teams[0]!.situation).toMatchObject({ sector: 'Garments' })
  })
})
