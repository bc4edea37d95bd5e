import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { recordActs } from '../records.ts'
import { onBothEngines } from '../world.ts'

onBothEngines('what was disclosed, in public', (world) => {
  const acts = recordActs(world)
  const read = async (path: string) => {
    const response = await world().request(undefined, 'GET', path)
    return { status: response.status, text: await response.text() }
  }
  const teams = [
    ['lina', 'north', 40],
    ['marc', 'south', 12],
  ] as const

  /** Two teams with a share each over two years; the note beside a figure is for the agreement alone. */
  const filed = async () => {
    const due = (await acts.define('lina', { title: 'Factories due', nature: 'events' })).body
    const done = (await acts.define('lina', { title: 'Seen in time', denominatorId: due.id, nature: 'share' })).body
    const forum = await acts.convene()
    for (const [lead, team, value] of teams) {
      const id = await acts.begin(lead, forum.id, world().team[team])
      await acts.method(lead, id, `Method of ${team}`, 'Two visits, the second unannounced.')
      for (const [period, of, told] of [
        ['2024', 50, value - 6],
        ['2025', 50, value],
      ] as const) {
        await acts.put(lead, id, { indicatorId: due.id, period, value: of })
        await acts.put(lead, id, { indicatorId: done.id, period, value: told, note: 'Factory at 12 Street 271' })
      }
      await acts.file(lead, id)
    }
    await acts.move(forum.id, 'disclosure')
    return { forum, due, done, page: `/public/textile/fora/${forum.label}` }
  }
  const opened = async () => {
    const found = await filed()
    await acts.move(found.forum.id, 'comparison')
    return found
  }

  test('a disclosure and a ranking are not there before the comparison opens, nor ever of a team that filed nothing', async () => {
    const { page, done, forum } = await filed()
    const addresses = [`${page}/disclosures/${world().team.north}`, `${page}/comparison/${done.code}`]
    for (const path of addresses) expect((await read(path)).status, path).toBe(404)
    await acts.move(forum.id, 'comparison')
    for (const path of addresses) expect((await read(path)).status, path).toBe(200)
    expect((await read(`${page}/disclosures/nobody`)).status).toBe(404)
    expect((await read(`${page}/comparison/no-such-code`)).status).toBe(404)
  })

  test('a disclosure tells method, figures and what was sealed; no note of a record, no script', async () => {
    const { page } = await opened()
    const { text } = await read(`${page}/disclosures/${world().team.north}`)
    expect(text).toContain('Method 1: Method of north')
    expect(text).toContain('Two visits, the second unannounced.')
    expect(text).toMatch(/Seen in time[\s\S]+2025<\/th><td class="num-col"><b>40<\/b>/)
    expect(text).toContain('SHA-256')
    expect(text).not.toMatch(/Street 271|<script/)
  })

  test('a ranking has a place, a figure and its interval for each team, and the years before', async () => {
    const { page, done } = await opened()
    const { text } = await read(`${page}/comparison/${done.code}`)
    expect(text).toMatch(/class="place">1<[\s\S]+Team north[\s\S]+<b>80%<\/b>[\s\S]+67% and 88.8%[\s\S]+40 of 50/)
    expect(text).toMatch(/class="place">2<[\s\S]+Team south[\s\S]+<b>24%<\/b>[\s\S]+behind Team north by 56 points/)
    expect(text).toMatch(/<path class="s-peer" d="M0,[\d.]+L100,[\d.]+"/)
    expect(text).not.toContain('<script')
  })

  test('the comparison leads to each disclosure and each ranking, in every language', async () => {
    const { page, done } = await opened()
    for (const language of ['en', 'fr', 'es']) {
      const { text } = await read(`${page}/comparison?lang=${language}`)
      expect(text).toContain(`${page}/disclosures/${world().team.north}?lang=${language}`)
      expect(text).toContain(`${page}/comparison/${done.code}?lang=${language}`)
    }
  })

  test('the table of a view has the teams of the view', async () => {
    const { forum, done } = await opened()
    const path = `/api/forums/${forum.id}/comparison.csv?indicators=${done.code}&teams=${world().team.south}`
    const response = await world().request('otto', 'GET', path)
    const lines = parse(await response.text(), { columns: true }) as Record<string, string>[]
    expect(lines.map((line) => line.team)).toEqual(['Team south'])
  })
})
