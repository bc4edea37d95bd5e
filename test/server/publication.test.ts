import { parse } from 'csv-parse/sync'
import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod/mini'
import type { ProgrammeHead } from '../../server/commitment/programme-heads.ts'
import type { Programme } from '../../server/commitment/public-programmes.ts'
import type { Forum } from '../../server/forum/forums.ts'
import { sha256 } from '../../server/ledger/acts.ts'
import { securityTxt } from '../../server/publication/site-files.ts'
import type { ForumGaps } from '../../server/record/gaps/gap-view.ts'
import { publishedTable, type TableName } from '../../shared/published.ts'
import { paragraphs } from '../../shared/rich-text.ts'
import { brightLine, criterionActs } from '../criteria.ts'
import { pairOf } from '../gaps.ts'
import { openReading, someMeasure } from '../readings.ts'
import { recordActs } from '../records.ts'
import { onBothEngines, type TestWorld } from '../world.ts'

const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>'
const formula = '=HYPERLINK("http://evil.example","click")'

/** A locked programme with everything said of it that can be: a reservation, a report, a finding, a reply. */
async function publish(world: TestWorld) {
  const measures = [
    someMeasure(world, { title: hostile, text: paragraphs(`Every factory pays. ${hostile}`), office: formula }),
    someMeasure(world, { id: 'us', title: 'Lend inspectors', partyId: world.party.US }),
  ]
  const reading = await openReading(world, { measures }, { CE: ['reserve', `Until July. ${hostile}`] })
  const lock = await world.json<ProgrammeHead>('sok', 'PUT', `/api/readings/${reading.id}/lock`, { hash: reading.hash })
  expect(lock.status).toBe(201)
  const { body } = await world.json<Programme>('gita', 'GET', `/api/programmes/${lock.body.id}`)
  const first = body.commitments[0]!.id
  const report = await world.request('chan', 'POST', `/api/commitments/${first}/reports`, {
    claim: 'under_way',
    text: formula,
    evidence: [{ title: 'Rule', kind: 'document', url: 'https://example.org/rule' }],
  })
  expect(report.status).toBe(201)
  const finding = await world.json<{ id: string }>('ilona', 'POST', `/api/commitments/${first}/findings`, {
    implementation: { answer: 'partly', text: 'The rule was issued.' },
    outcome: { answer: 'too_slow', text: 'From 94 to 96.' },
    figure: { value: '-96', asOf: '2026-02-28' },
    method: 'Payrolls read on the spot.',
    evidence: [{ title: hostile, kind: 'observation', provenance: 'monitor', bearsOn: 'both', description: 'Seen' }],
  })
  expect(finding.status).toBe(201)
  const reply = await world.request('chan', 'PUT', `/api/findings/${finding.body.id}/reply`, {
    implementation: { stance: 'agrees', text: '' },
    outcome: { stance: 'agrees_in_part', text: `Four joined in June. ${hostile}` },
  })
  expect(reply.status).toBeLessThan(300)
  return { programme: body, commitment: first, second: body.commitments[1]!.id }
}

/** What must never be published, each in its own place: written in a plan, said in a remark, put on an agenda. */
async function hide(world: TestWorld): Promise<void> {
  const reading = await openReading(world, { title: 'CANARY reading', preamble: paragraphs('CANARY preamble') })
  const remark = { subjectKind: 'plan', subject: reading.forumId, body: 'CANARY remark' }
  const said = await world.json('dara', 'POST', `/api/agreements/${world.agreementId}/remarks`, remark)
  const item = { title: 'CANARY item', body: 'CANARY' }
  const proposed = await world.json('dara', 'POST', `/api/forums/${reading.forumId}/items`, item)
  expect([said.status, proposed.status], JSON.stringify([said.body, proposed.body])).toEqual([201, 201])
}

/** A criterion in force and a strategy on trial, each with words that no page may take for markup. */
async function judgeBy(world: TestWorld, forum: Forum, indicatorId: string): Promise<void> {
  const criteria = criterionActs(() => world)
  const { body } = await criteria.propose('lina', brightLine({ title: hostile, clauses: [formula], argument: hostile }))
  await inherited(world, forum, body.proposed!.id)
  await criteria.deliberate(forum, body)
  expect((await criteria.promulgate('sok', body.proposed!.id)).status).toBe(200)
  const path = `agreements/${world.agreementId}/teams/${world.team.north}/strategies`
  const strategy = {
    title: hostile,
    hypothesis: formula,
    practice: hostile,
    situation: '',
    indicatorIds: [indicatorId],
  }
  const tried = { ...strategy, baselinePeriod: '2025', trialPeriod: '2026', judgedFrom: '2099-1' }
  expect((await criteria.ask('lina', 'POST', path, tried)).status).toBe(201)
}

/** What is proposed after the notice waits for the next forum: here it is put before the one that is open. */
const inherited = (world: TestWorld, forum: Forum, originId: string) =>
  world.db.write((trx) =>
    trx.updateTable('agenda_item').set({ forum_id: forum.id }).where('origin_id', '=', originId).execute(),
  )

/** A gap that the forum confirmed, explained in words that no page may take for markup and no spreadsheet may run. */
async function explainGap(acts: ReturnType<typeof recordActs>, forumId: string): Promise<void> {
  const { proposals } = (await acts.ask<ForumGaps>('sok', 'GET', `forums/${forumId}/gaps`)).body
  const confirmed = await acts.ask<{ id: string }>('sok', 'POST', `forums/${forumId}/gaps`, pairOf(proposals[0]!))
  expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(201)
  const evidence = [{ title: formula, kind: 'figure', description: hostile }]
  const path = `gaps/${confirmed.body.id}/explanations`
  expect((await acts.ask('marc', 'POST', path, { body: formula, evidence })).status).toBe(201)
}

/** One forum whose disclosures were opened, and one in which a team has filed and the other still writes. */
async function disclose(world: TestWorld): Promise<{ open: string; sealed: string }> {
  const acts = recordActs(() => world)
  const due = (await acts.define('lina', { title: 'Factories in need of a second visit' })).body
  const done = (await acts.define('lina', { title: `Second visits ${hostile}`, denominatorId: due.id })).body
  const bare = (await acts.define('lina', { title: '=1+1', definition: formula, direction: 'neither' })).body
  const put = async (who: 'lina' | 'marc', id: string, indicatorId: string, period: string, said: object) => {
    const { status, body } = await acts.put(who, id, { indicatorId, period, note: 'CANARY note', ...said })
    expect(status, JSON.stringify(body)).toBe(200)
  }
  const first = await acts.convene()
  const [north, south] = [
    await acts.begin('lina', first.id, world.team.north),
    await acts.begin('marc', first.id, world.team.south),
  ]
  for (const [who, id] of [
    ['lina', north],
    ['marc', south],
  ] as const)
    await acts.method(who, id, `Method of ${who}`, 'Two visits, the second unannounced.')
  await put('lina', north, done.id, '2025', { value: 44 })
  await put('lina', north, due.id, '2025', { value: 50 })
  await put('marc', south, done.id, '2025', { value: 20 })
  await put('marc', south, due.id, '2025', { value: 40 })
  await put('marc', south, bare.id, '2025', { missing: 'suppressed' })
  await put('lina', north, bare.id, '2025-H2', { value: -3 })
  for (const [who, id] of [
    ['lina', north],
    ['marc', south],
  ] as const)
    expect((await acts.file(who, id)).status).toBe(200)
  for (const stage of ['disclosure', 'comparison']) expect((await acts.move(first.id, stage)).status).toBe(200)
  await judgeBy(world, first, done.id)
  await explainGap(acts, first.id)
  const second = await acts.convene()
  expect((await acts.move(second.id, 'disclosure')).status).toBe(200)
  const secret = (await acts.define('lina', { title: 'CANARY indicator' })).body
  const [filed, written] = [
    await acts.begin('lina', second.id, world.team.north),
    await acts.begin('marc', second.id, world.team.south),
  ]
  await acts.method('lina', filed, 'CANARY method')
  await put('lina', filed, secret.id, '2031', { value: 987654321 })
  await put('marc', written, secret.id, '2031', { value: 987654321 })
  expect((await acts.file('lina', filed)).status).toBe(200)
  return { open: first.label, sealed: second.label }
}

onBothEngines('the public record', (world) => {
  let made: Awaited<ReturnType<typeof publish>>
  let fora: Awaited<ReturnType<typeof disclose>>
  beforeAll(async () => {
    made = await publish(world())
    await hide(world())
    fora = await disclose(world())
  })
  const ask = (path: string, headers: Record<string, string> = {}) => world().ask(path, { headers })
  const read = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await ask(path, headers)
    expect(answer.status, path).toBe(200)
    return answer.text()
  }
  const programmePath = () => `/public/textile/programmes/${made.programme.id}`

  /** Every address that the public record leads to, from its door and its map, with what stands there. */
  async function crawl(): Promise<Map<string, string>> {
    const found = new Map<string, string>()
    const ahead = ['/public', '/sitemap.xml', '/public/openapi.json']
    for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
      if (found.has(path)) continue
      const text = await read(path)
      found.set(path, text)
      for (const [, link] of text.matchAll(/(?:href="|<loc>)(?:http:\/\/localhost:3000)?(\/public[^"#<]*)/g))
        ahead.push(link!.replaceAll('&amp;', '&'))
    }
    return found
  }

  test('leads from its door to everything that is public, and nothing of it needs a script', async () => {
    const all = await crawl()
    const paths = [...all.keys()]
    expect(paths).toContain(`${programmePath()}?lang=fr`)
    expect(paths).toContain(`/public/textile/commitments/${made.second}`)
    expect(paths).toContain(`${programmePath()}/findings.csv?bom=1`)
    expect(paths).toContain(`${programmePath()}/agreed.txt`)
    expect(paths).toContain(`/public/textile/fora/${fora.open}/comparison?lang=es`)
    for (const [path, text] of all) {
      if (!text.startsWith('<!doctype html>')) continue
      expect(text, path).not.toMatch(
        /<script|<iframe|<object|<style|\son[a-z]+=(?!x?"?alert\(1\)&gt;)|\sstyle=|javascript:/i,
      )
      expect(text, path).toMatch(/<html lang="(en|fr|es)" dir="ltr">/)
      expect(text.match(/<h1>/g), path).toHaveLength(1)
    }
  })

  test('holds nothing that was said behind closed doors, and names nobody', async () => {
    const names = (await world().db.read.selectFrom('person').select(['name', 'email', 'id']).execute()).flatMap(
      Object.values,
    )
    for (const [path, text] of await crawl()) {
      expect(text, path).not.toMatch(/CANARY|987.?654.?321/)
      for (const name of names) expect(text, path).not.toContain(name)
    }
  })

  test('shows hostile words as words', async () => {
    const text = await read(`/public/textile/commitments/${made.commitment}`)
    expect(text.split('&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;').length).toBeGreaterThan(5)
    expect(text).not.toContain('<img')
    expect(text).toContain('href="https://example.org/rule" rel="nofollow noopener noreferrer external"')
  })

  test('never links an address that a browser would run, whoever put it there', async () => {
    const evidence = [{ title: 'Click', kind: 'document', url: 'javascript:alert(1)' }]
    const refused = await world().json('chan', 'POST', `/api/commitments/${made.second}/reports`, {
      claim: 'under_way',
      text: 'x',
      evidence,
    })
    expect(refused.status).toBe(422)
    await world().db.write((trx) =>
      trx
        .updateTable('report')
        .set({ evidence: JSON.stringify(evidence) })
        .execute(),
    )
    const text = await read(`/public/textile/commitments/${made.commitment}`)
    expect(text).toContain('Click (javascript:alert(1))')
    expect(text).not.toMatch(/href="javascript/)
  })

  test('what is not published and what is not there are one answer, a page to people and a problem to programs', async () => {
    const elsewhere = crypto.randomUUID()
    await world().db.write(async (trx) => {
      const { id: _, ...row } = await trx.selectFrom('agreement').selectAll().executeTakeFirstOrThrow()
      await trx
        .insertInto('agreement')
        .values({ ...row, id: elsewhere, slug: 'unborn', title: 'CANARY agreement' })
        .execute()
      const charter = await trx.selectFrom('charter').selectAll().executeTakeFirstOrThrow()
      await trx
        .insertInto('charter')
        .values({ ...charter, id: crypto.randomUUID(), agreement_id: elsewhere, in_force_from: '2026-03-03' })
        .execute()
    })
    for (const path of [
      '/public/nowhere',
      '/public/unborn',
      '/public/textile/x/y',
      `/public/unborn/programmes/${made.programme.id}`,
    ]) {
      const answer = await ask(path)
      expect([answer.status, answer.headers.get('content-type')], path).toEqual([404, 'text/html; charset=UTF-8'])
      expect(await answer.text()).toContain('Not in the public record')
    }
    for (const path of [
      '/public/unborn/fora.json',
      `/public/unborn/commitments/${made.commitment}/agreed.txt`,
      '/public/x.json',
      '/.well-known/security.txt',
    ])
      expect((await ask(path)).headers.get('content-type'), path).toBe('application/problem+json')
    expect(await read('/public')).not.toContain('CANARY')
    expect(await read('/public/agreements.csv')).not.toContain('CANARY')
    expect(await read('/sitemap.xml')).not.toContain('unborn')
    world().now = '2026-03-03T00:00:00.000Z'
    expect(await read('/public')).toContain('CANARY agreement')
    expect((await ask(`/public/unborn/programmes/${made.programme.id}`)).status).toBe(404)
    expect((await ask(`/public/unborn/commitments/${made.commitment}`)).status).toBe(404)
    await world().db.write(async (trx) => {
      await trx.deleteFrom('charter').where('agreement_id', '=', elsewhere).execute()
      await trx.deleteFrom('agreement').where('id', '=', elsewhere).execute()
    })
  })

  test('each table is the same as JSON and as CSV, by its schema, with no cell that a spreadsheet would run', async () => {
    const tables = Object.entries(
      (JSON.parse(await read('/public/openapi.json')) as { paths: Record<string, unknown> }).paths,
    )
    const json = tables.map(([path]) => path).filter((path) => path.endsWith('.json'))
    expect(json.length).toBeGreaterThan(8)
    for (const template of json) {
      const path = template
        .replace('{slug}', 'textile')
        .replace('{id}', made.programme.id)
        .replace('{label}', fora.open)
        .replace('{teamId}', world().team.north)
      const table = JSON.parse(await read(path))
      expect(z.safeParse(publishedTable(table.table as TableName), table).error, path).toBeUndefined()
      const csv = await read(path.replace(/json$/, 'csv'))
      expect(csv, path).not.toMatch(/(^|,|\n)"?[=+@\t]/)
      const rows = parse(csv, { columns: true }) as Record<string, string>[]
      expect(rows.length).toBeGreaterThan(0)
      const plain = rows.map((row) =>
        Object.fromEntries(
          Object.entries(row)
            .filter(([, cell]) => cell !== '')
            .map(([name, cell]) => [name, cell.replace(/^'(?=[=+\-@\t\r])/, '')]),
        ),
      )
      const wanted = (table.rows as Record<string, unknown>[]).map((row) =>
        Object.fromEntries(
          Object.entries(row)
            .filter(([, cell]) => cell !== '')
            .map(([name, cell]) => [name, String(cell)]),
        ),
      )
      expect(plain, path).toEqual(wanted)
    }
    expect(await read(`${programmePath()}/reports.csv`)).toContain(`"'=HYPERLINK(""http://evil.example"",""click"")"`)
    expect(await read(`${programmePath()}/findings.csv`)).toContain(',-96,')
    const marked = new Uint8Array(await (await ask('/public/agreements.csv?bom=1')).arrayBuffer())
    expect([...marked.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  test('records appear when they were opened for all, and not an instant before', async () => {
    const of = (label: string) => `/public/textile/fora/${label}/comparison`
    for (const path of [of(fora.sealed), `${of(fora.sealed)}.json`, `${of(fora.sealed)}.csv`, of('2099-1')])
      expect((await ask(path)).status, path).toBe(404)
    const agreement = await read('/public/textile')
    expect(agreement).toContain(`href="${of(fora.open)}"`)
    expect(agreement).not.toContain(of(fora.sealed))
    expect(agreement).toContain('Sealed until the comparison opens')
    expect(await read('/sitemap.xml')).not.toContain(of(fora.sealed))
  })

  test('like stands beside like: the rate, the gap, why there is no figure, and why one cannot be compared', async () => {
    const text = await read(`/public/textile/fora/${fora.open}/comparison`)
    expect(text).toMatch(
      /Team north[\s\S]{0,200}<b>88%<\/b>[\s\S]{0,80}44 of 50[\s\S]{0,80}comparable, and nobody is better/,
    )
    expect(text).toMatch(
      /Team south[\s\S]{0,200}<b>50%<\/b>[\s\S]{0,80}20 of 40[\s\S]{0,80}behind Team north by 38 points/,
    )
    expect(text).toMatch(/Team south[\s\S]{0,200}>suppressed<\/td>/)
    expect(text).toMatch(/<b>-3<\/b>[\s\S]{0,200}not comparable, because it covers another length of time/)
    expect(text).toMatch(/aria-label="Team north: 88%; Team south: 50%"/)
    expect(text).toContain('<circle class="dot" cx="88%"')
    const csv = parse(await read(`/public/textile/fora/${fora.open}/comparison.csv`), { columns: true }) as Record<
      string,
      string
    >[]
    expect(csv.find((row) => row.missing === 'suppressed')).toMatchObject({ team: 'Team south', value: '' })
    const other = JSON.parse(await read(`/public/textile/fora/${fora.open}/comparison.json?periods=2024`))
    expect(other.rows.every((row: { value?: number }) => row.value === undefined)).toBe(true)
    expect((await ask(`/public/textile/fora/${fora.open}/comparison?periods=soon`)).status).toBe(422)
  })

  test('anyone can sum the agreed text for themselves', async () => {
    expect(sha256(await read(`${programmePath()}/agreed.txt`))).toBe(made.programme.hash)
    const text = await read(`/public/textile/commitments/${made.commitment}/agreed.txt`)
    expect(sha256(text)).toBe(made.programme.commitments[0]!.hash)
    const shown = await read(`/public/textile/commitments/${made.commitment}`)
    expect(shown.replaceAll(/\s/g, '')).toContain(sha256(text))
  })

  test('a finding stands beside its reply, on two axes kept apart, and dissent stays attached', async () => {
    const text = await read(programmePath())
    expect(text).toMatch(
      /The monitor found, 2 March 2026[\s\S]*The rule was issued\.[\s\S]*Cambodia \(Government\) replied[\s\S]*Four joined in June/,
    )
    expect(text).toMatch(
      /Best efforts<\/i> <span class="state" data-mark="half">[\s\S]*?Goal<\/i> <span class="state" data-mark="half">/,
    )
    expect(text).toMatch(/Cambodia \(Employers\): Reserves<\/h3>\s*<p>Until July\./)
  })

  test('speaks the reader’s language: the one of the address, else the browser’s, and says so', async () => {
    const heading = async (path: string, accepts?: string) => {
      const answer = await ask(path, accepts ? { 'Accept-Language': accepts } : {})
      const text = await answer.text()
      return [
        answer.headers.get('content-language'),
        /<html lang="(..)"/.exec(text)?.[1],
        /<h1>(.*)<\/h1>/.exec(text)?.[1],
      ]
    }
    expect(await heading('/public')).toEqual(['en', 'en', 'Public record'])
    expect(await heading('/public', 'de;q=1, es;q=0.8, fr;q=0.9')).toEqual(['fr', 'fr', 'Registre public'])
    expect(await heading('/public?lang=es', 'fr')).toEqual(['es', 'es', 'Registro público'])
    expect(await heading('/public?lang=xx"><b>', 'fr')).toEqual(['fr', 'fr', 'Registre public'])
    expect((await ask('/public')).headers.get('vary')).toContain('Accept-Language')
    const text = await read('/public/textile?lang=fr')
    expect(text).toContain('<link rel="canonical" href="http://localhost:3000/public/textile?lang=fr">')
    expect(text).toContain('<link rel="alternate" hreflang="x-default" href="http://localhost:3000/public/textile">')
    expect(text).toContain(`href="${programmePath()}?lang=fr"`)
    expect(text).toContain('<th scope="col">États-Unis</th>')
  })

  test('a commitment is found by the number that people call it by', async () => {
    const answer = await ask('/public/textile/commitments/2?lang=fr')
    expect([answer.status, answer.headers.get('location')]).toEqual([
      302,
      `/public/textile/commitments/${made.second}?lang=fr`,
    ])
    expect((await ask('/public/textile/commitments/99')).status).toBe(404)
  })

  test('a slash too many leads to the page', async () => {
    const answer = await ask('/public/textile/')
    expect([answer.status, new URL(answer.headers.get('location')!).pathname]).toEqual([301, '/public/textile'])
  })

  test('is asked for once: who has it is told that it stands', async () => {
    const first = await ask(programmePath())
    expect(first.headers.get('cache-control')).toBe('public, no-cache')
    const again = await ask(programmePath(), { 'If-None-Match': first.headers.get('etag')! })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const signedIn = await world().request('chan', 'GET', programmePath())
    expect(signedIn.headers.get('cache-control')).toBe('private, no-cache')
    expect(await signedIn.text()).toBe(await first.text())
  })

  test('tells search engines and finders of holes where to look', async () => {
    expect(await read('/robots.txt')).toMatch(
      /Allow: \/public\n[\s\S]*Disallow: \/\nSitemap: http:\/\/localhost:3000\/sitemap.xml/,
    )
    const site = { publicUrl: 'https://parley.example.org', contact: 'mailto:security@example.org' }
    expect(securityTxt(site, '2026-03-02T09:00:00.000Z')).toMatch(
      /^Contact: mailto:security@example\.org\nExpires: 2026-08-29T00:00:00\.000Z\n/,
    )
    const map = await read('/sitemap.xml')
    expect(map).toContain(`<loc>http://localhost:3000${programmePath()}</loc>`)
    expect(map).toContain('hreflang="es"')
  })

  test('describes its data for programs', async () => {
    const description = JSON.parse(await read('/public/openapi.json'))
    expect(description.openapi).toBe('3.1.0')
    expect(Object.keys(description.paths)).toContain('/public/{slug}/programmes/{id}/findings.json')
    const answer = await ask(`${programmePath()}/findings.json`)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })

  test('a demonstration says so on each of its pages, and marks what its sources tell', async () => {
    expect(await read('/public/textile')).not.toContain('Demonstration.')
    await world().db.write((trx) => trx.updateTable('agreement').set({ demonstration: 1 }).execute())
    for (const path of ['/public/textile', programmePath(), `/public/textile/commitments/${made.commitment}`]) {
      const text = await read(path)
      expect(text).toMatch(/<p class="demo"><strong>Demonstration\.<\/strong>/)
      expect(text).toContain('id="sources"')
    }
    expect(await read('/public/textile')).toMatch(/<dd>[^<]+<span class="src">†<\/span>/)
    const table = JSON.parse(await read('/public/textile/fora.json'))
    expect(table.demonstration).toBe(true)
  })
})
