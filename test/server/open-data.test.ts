import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { Indicator } from '../../shared/record.ts'
import { languages } from '../../shared/text/languages.ts'
import { attack, type Table } from '../attacker.ts'
import { recordActs } from '../records.ts'
import { onBothEngines } from '../world.ts'

interface Line {
  indicator: string
  team: string
  period: string
  value?: number
  rate?: number
  gap?: number
  denominator_value?: number
  missing?: string
  standing?: string
}

onBothEngines('open data', (world) => {
  const acts = recordActs(world)
  const periods = ['2025', '2025-H1', '2025-H2']

  /** What two teams found and put right, half by half and in the year; the south's first half tells of three people. */
  const opened = async () => {
    const found = (await acts.define('lina', { title: 'Found', nature: 'events' })).body
    const remedied = (
      await acts.define('lina', { title: 'Put right', nature: 'share', denominatorId: found.id, grain: 'year' })
    ).body
    const forum = await acts.convene()
    const disclose = async (lead: 'lina' | 'marc', team: 'north' | 'south', figures: [Indicator, number[]][]) => {
      const id = await acts.begin(lead, forum.id, world().team[team])
      await acts.method(lead, id)
      for (const [indicator, values] of figures)
        for (const [i, value] of values.entries())
          await acts.put(lead, id, { indicatorId: indicator.id, period: periods[i]!, value, note: 'At Street 271' })
      await acts.file(lead, id)
    }
    await disclose('lina', 'north', [
      [found, [90, 40, 50]],
      [remedied, [60, 20, 40]],
    ])
    await disclose('marc', 'south', [
      [found, [80, 30, 50]],
      [remedied, [33, 3, 30]],
    ])
    await acts.move(forum.id, 'disclosure')
    await acts.move(forum.id, 'comparison')
    return { forum, found, remedied }
  }
  const read = async (path: string) => {
    const response = await world().request(undefined, 'GET', `/public/textile/${path}`)
    expect(response.status, path).toBe(200)
    return response
  }
  const rows = async <Row>(path: string): Promise<Row[]> => ((await (await read(path)).json()) as { rows: Row[] }).rows

  test('hides a small count, and beside it what would give it back: the year, the other team, the rate and the gap', async () => {
    const { forum, found, remedied } = await opened()
    const query = `?indicators=${found.code},${remedied.code}&periods=${periods.join(',')}`
    const base = `fora/${forum.label}`
    const lines = await rows<Line>(`${base}/comparison.json${query}`)
    const totals = await rows<Line>(`${base}/totals.json${query}`)
    const of = (team: string, period: string) =>
      lines.find((line) => line.indicator === remedied.code && line.team === team && line.period === period)!
    expect(of('Team south', '2025-H1')).toMatchObject({ missing: 'suppressed' })
    for (const hidden of ['value', 'rate', 'gap', 'standing'])
      expect(of('Team south', '2025-H1')).not.toHaveProperty(hidden)
    expect(of('Team south', '2025')).not.toHaveProperty('value')
    expect(of('Team north', '2025-H1')).not.toHaveProperty('value')
    expect(of('Team south', '2025-H2')).toMatchObject({ value: 30, rate: 60 })
    expect(totals.find((one) => one.indicator === remedied.code && one.period === '2025-H1')).toMatchObject({
      value: 23,
    })
    const tables = [found.code, remedied.code].map((code): Table => tableOf(code, lines, totals))
    tables[1]!.of = tables[0]
    const pinned = attack(tables).filter(({ low, high }) => high - low < 5)
    expect(pinned).toEqual([])
  })

  test('of a disclosure has its records, without notes and small counts, whatever is asked for', async () => {
    const { forum, remedied } = await opened()
    const path = `fora/${forum.label}/disclosures/${world().team.south}/records`
    const records = await rows<Line>(`${path}.json`)
    expect(records).toHaveLength(6)
    expect(records.filter((one) => one.missing).map(({ indicator, period }) => [indicator, period])).toEqual([
      [remedied.code, '2025'],
      [remedied.code, '2025-H1'],
    ])
    expect(await rows(`${path}.json?offset=4`)).toEqual(records.slice(4))
    const csv = await (await read(`${path}.csv`)).text()
    expect(parse(csv)).toHaveLength(7)
    expect(csv).not.toContain('Street 271')
  })

  test('keeps to what the charter says: where every count is published, this one is', async () => {
    const { forum, remedied } = await opened()
    await acts.ask('sok', 'PUT', `agreements/${world().agreementId}/charter`, {
      from: 1,
      rules: { 'publicity.smallestCount': 1 },
    })
    const lines = await rows<Line>(`fora/${forum.label}/comparison.json?indicators=${remedied.code}&periods=2025-H1`)
    expect(lines.find((line) => line.team === 'Team south')).toMatchObject({ value: 3, rate: 10 })
  })

  test('is not there before the comparison opens, nor where nothing was filed', async () => {
    const forum = await acts.convene()
    for (const path of ['comparison', 'totals', `disclosures/${world().team.north}/records`])
      expect(
        (await world().request(undefined, 'GET', `/public/textile/fora/${forum.label}/${path}.json`)).status,
        path,
      ).toBe(404)
  })

  test('explains every column of its tables of figures, in each language, and every indicator', async () => {
    const { found } = await opened()
    for (const language of languages) {
      const response = await world().request(undefined, 'GET', `/public/dictionary.json?lang=${language}`)
      const { rows: words } = (await response.json()) as { rows: { table: string; column: string; meaning: string }[] }
      expect(new Set(words.map(({ table }) => table)).size).toBe(4)
      expect(words.every(({ meaning }) => meaning.length > 5)).toBe(true)
    }
    const known = await rows<{ code: string; nature: string }>('indicators.json')
    expect(known.find(({ code }) => code === found.code)).toMatchObject({ nature: 'events', grain: 'year' })
  })
})

function tableOf(code: string, lines: readonly Line[], totals: readonly Line[]): Table {
  const own = <Item extends Line>(list: readonly Item[]) => list.filter(({ indicator }) => indicator === code)
  const cells = own(lines).map(({ team, period, value }) => ({ teamId: team, period, value }))
  return { cells, totals: own(totals).map(({ period, value }) => ({ period, value })) }
}
