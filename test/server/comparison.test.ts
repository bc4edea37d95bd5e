import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { publishedComparison } from '../../server/record/published-comparison.ts'
import type { Indicator } from '../../shared/record.ts'
import { recordActs } from '../records.ts'
import { onBothEngines } from '../world.ts'

onBothEngines('the comparison', (world) => {
  const acts = recordActs(world)
  const teams = [
    ['lina', 'north'],
    ['marc', 'south'],
  ] as const

  /** A forum at comparison: `said` tells what each team disclosed, by indicator and period; nothing for a team that missed it. */
  const compared = async (
    said: Partial<Record<'north' | 'south', [Indicator, string, object][]>>,
    methods: readonly string[] = ['north', 'south'],
  ) => {
    const forum = await acts.convene()
    for (const [lead, team] of teams) {
      const records = said[team]
      if (!records) continue
      const id = await acts.begin(lead, forum.id, world().team[team])
      if (methods.includes(team)) await acts.method(lead, id, `Method of ${team}`, 'Two visits.')
      for (const [indicator, period, record] of records)
        await acts.put(lead, id, { indicatorId: indicator.id, period, ...record })
      await acts.file(lead, id)
    }
    await acts.move(forum.id, 'disclosure')
    await acts.move(forum.id, 'comparison')
    return forum
  }
  const rated = async () => {
    const due = (await acts.define('lina', { title: 'Factories that need a second visit' })).body
    const done = (await acts.define('lina', { title: 'Second inspection within 90 days', denominatorId: due.id })).body
    return { due, done }
  }
  const cell = async (forum: string, team: 'north' | 'south', search = '') => {
    const { rows } = (await acts.comparison('otto', forum, search)).body
    return rows[0]?.cells.find((one) => one.teamId === world().team[team])
  }

  test('two teams side by side: the rate is computed, the better one is best, the other is behind by so much', async () => {
    const { due, done } = await rated()
    const forum = await compared({
      north: [
        [done, '2025', { value: 44 }],
        [due, '2025', { value: 50 }],
        [done, '2024', { value: 40 }],
        [due, '2024', { value: 50 }],
      ],
      south: [
        [done, '2025', { value: 20 }],
        [due, '2025', { value: 40 }],
      ],
    })
    const { body } = await acts.comparison('chan', forum.id)
    expect(body.rows.map((row) => [row.indicatorId, row.period])).toEqual([[done.id, '2025']])
    expect(body.indicators.map((one) => one.id).sort()).toEqual([due.id, done.id].sort())
    expect(body.periods[done.id]).toEqual(['2025', '2024'])
    expect(body.rows[0]!.cells).toMatchObject([
      {
        teamId: world().team.north,
        value: 44,
        of: 50,
        rate: 88,
        standing: 'best',
        verdict: { comparable: true },
        before: 80,
      },
      { teamId: world().team.south, value: 20, of: 40, rate: 50, standing: 'behind', gap: 38 },
    ])
    expect(body.teams).toMatchObject([
      { name: 'Team north', disclosed: true, method: { title: 'Method of north' } },
      { name: 'Team south', disclosed: true },
    ])
  })

  test('a team that filed nothing is said to have filed nothing, in every row', async () => {
    const { due } = await rated()
    const forum = await compared({ north: [[due, '2025', { value: 1 }]] })
    expect(await cell(forum.id, 'south')).toMatchObject({ verdict: { comparable: false, because: 'nothing_filed' } })
    expect(await cell(forum.id, 'south')).not.toHaveProperty('missing')
    expect((await acts.comparison('otto', forum.id)).body.teams[1]).toMatchObject({ disclosed: false })
  })

  test('a figure by no written method is not comparable, and a draft that was never filed is not there', async () => {
    const { due } = await rated()
    const forum = await compared(
      {
        north: [[due, '2025', { value: 1 }]],
        south: [[due, '2025', { missing: 'suppressed', note: 'Fewer than three' }]],
      },
      ['north'],
    )
    expect(await cell(forum.id, 'south')).toMatchObject({
      missing: 'suppressed',
      note: 'Fewer than three',
      verdict: { because: 'no_figure' },
    })
    const bare = await compared({ north: [[due, '2025', { value: 1 }]], south: [[due, '2025', { value: 2 }]] }, [])
    // The methods of the former forum carry over: north keeps its own, south never wrote one.
    expect(await cell(bare.id, 'north')).toMatchObject({ verdict: { comparable: true } })
  })

  test('a half-year does not stand in for a year: it is shown, and not compared', async () => {
    const { due } = await rated()
    const forum = await compared({ north: [[due, '2025', { value: 10 }]], south: [[due, '2025-H1', { value: 6 }]] })
    expect(await cell(forum.id, 'south', '?periods=2025')).toMatchObject({
      value: 6,
      period: '2025-H1',
      verdict: { comparable: false, because: 'period_length' },
    })
    expect(await cell(forum.id, 'north', '?periods=2025')).not.toHaveProperty('standing')
  })

  test('the address chooses indicators and periods; a period that is none is refused', async () => {
    const { due, done } = await rated()
    const forum = await compared({
      north: [
        [due, '2025', { value: 10 }],
        [due, '2023', { value: 7 }],
        [done, '2023', { value: 5 }],
      ],
    })
    const asked = await acts.comparison('otto', forum.id, `?indicators=${due.code}&periods=2023,2025`)
    expect(asked.body.rows.map((row) => [row.indicatorId, row.period])).toEqual([
      [due.id, '2023'],
      [due.id, '2025'],
    ])
    expect((await acts.comparison('otto', forum.id, '?indicators=no_such_code')).body.rows).toEqual([])
    expect((await acts.comparison('otto', forum.id, '?periods=23')).body.code).toBe('invalid_input')
  })

  test('is sealed with a reason before the stage, and is nobody’s outside the agreement', async () => {
    const forum = await acts.convene()
    expect(await acts.comparison('chan', forum.id)).toMatchObject({ status: 409, body: { code: 'disclosure_sealed' } })
    expect((await world().request('chan', 'GET', `/api/forums/${forum.id}/comparison.csv`)).status).toBe(409)
    expect((await acts.comparison('nemo', forum.id)).status).toBe(404)
    expect((await acts.comparison(undefined, forum.id)).status).toBe(401)
    expect(await publishedComparison(world().db.read, forum.id)).toBeUndefined()
  })

  test('comes as CSV: one line a cell, codes for words, an empty cell where there is no figure', async () => {
    const { due, done } = await rated()
    const forum = await compared({
      north: [
        [done, '2025', { value: 1, note: '=cmd()' }],
        [due, '2025', { value: 3 }],
      ],
      south: [[done, '2025', { missing: 'unknown' }]],
    })
    const response = await world().request('otto', 'GET', `/api/forums/${forum.id}/comparison.csv`)
    expect(response.headers.get('content-disposition')).toContain(`comparison-${forum.label}.csv`)
    const lines: Record<string, string>[] = parse(await response.text(), { columns: true })
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatchObject({
      indicator: done.code,
      period: '2025',
      value: '1',
      denominator: due.code,
      denominator_value: '3',
      verdict: 'comparable_with_note',
      note: "'=cmd()",
    })
    expect(Number(lines[0]!.rate)).toBeCloseTo(33.333, 3)
    expect(lines[1]).toMatchObject({
      value: '',
      rate: '',
      missing: 'unknown',
      verdict: 'not_comparable',
      because: 'no_figure',
    })
  })

  test('what is published has the figures and verdicts, and not the notes beside them', async () => {
    const { due } = await rated()
    const forum = await compared({ north: [[due, '2025', { value: 7, note: 'Factory at 12 Street 271' }]] })
    const published = await publishedComparison(world().db.read, forum.id)
    expect(published?.rows[0]?.cells[0]).toMatchObject({ value: 7, note: '' })
    expect(JSON.stringify(published)).not.toContain('Street 271')
  })

  test('the period before a break is not told beside the one after it', async () => {
    const { due } = await rated()
    const figures = (team: number): [Indicator, string, object][] => [
      [due, '2025', { value: team }],
      [due, '2024', { value: team + 1 }],
    ]
    const forum = await compared({ north: figures(10), south: figures(20) })
    expect(await cell(forum.id, 'north')).toMatchObject({ value: 10, before: 11 })
    const body = { teamId: world().team.north, kind: 'territory', from: '2025', parts: true, note: 'Without the port' }
    await acts.ask('lina', 'POST', `indicators/${due.id}/breaks`, body)
    expect(await cell(forum.id, 'north')).not.toHaveProperty('before')
    expect(await cell(forum.id, 'south')).toMatchObject({ before: 21, standing: 'best' })
  })

  test('records of one forum are not those of another', async () => {
    const { due } = await rated()
    await compared({ north: [[due, '2025', { value: 1 }]] })
    const second = await compared({ south: [[due, '2025', { value: 2 }]] })
    expect(await cell(second.id, 'south')).toMatchObject({ value: 2 })
    expect(await cell(second.id, 'north')).not.toHaveProperty('value')
  })
})
