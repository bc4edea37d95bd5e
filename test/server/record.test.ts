import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { sha256, wholeChain } from '../../server/ledger/acts.ts'
import type { Duty } from '../../server/notice/duties.ts'
import { canonical } from '../../shared/canonical.ts'
import { recordActs } from '../records.ts'
import { onBothEngines, type Person } from '../world.ts'

onBothEngines('records', (world) => {
  const acts = recordActs(world)
  const chain = () => wholeChain(world().db.read, world().agreementId)

  /** A forum in disclosure with a draft of Team North that has one record. */
  const draft = async (said: object = { value: 41_873_219 }) => {
    const forum = await acts.convene()
    const indicator = (await acts.define('lina')).body
    const id = await acts.begin('lina', forum.id, world().team.north)
    await acts.put('lina', id, { indicatorId: indicator.id, period: '2025', ...said })
    return { forum, indicator, id }
  }

  describe('indicators', () => {
    test('a team lead defines an indicator, and its code is taken for good', async () => {
      const defined = await acts.define('lina', { code: 'violations' })
      expect(defined).toMatchObject({ status: 201, body: { code: 'violations', ratePer: 100, illustrative: false } })
      expect(await acts.define('sok', { code: 'Violations' })).toMatchObject({
        status: 409,
        body: { code: 'indicator_taken' },
      })
      const last = (await chain()).at(-1)
      expect(last).toMatchObject({ kind: 'indicator.defined', subject: defined.body.id, body: { code: 'violations' } })
      const listed = await acts.ask<{ code: string }[]>('otto', 'GET', `agreements/${world().agreementId}/indicators`)
      expect(listed.body.map((one) => one.code)).toContain('violations')
    })

    test('a delegate defines none, a stranger sees none, and a denominator must be one of the agreement’s', async () => {
      expect(await acts.define('chan')).toMatchObject({ status: 403, body: { code: 'only_team_lead' } })
      expect(await acts.ask('nemo', 'GET', `agreements/${world().agreementId}/indicators`)).toMatchObject({
        status: 404,
      })
      expect(await acts.define('lina', { denominatorId: 'nowhere' })).toMatchObject({
        status: 422,
        body: { code: 'indicator_unknown' },
      })
    })

    test('the dictionary comes as CSV in which nothing is a formula', async () => {
      await acts.define('lina', { code: 'guarded', title: '=HYPERLINK("http://example.org")' })
      const response = await world().request('otto', 'GET', `/api/agreements/${world().agreementId}/indicators.csv`)
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
      const lines: Record<string, string>[] = parse(await response.text(), { columns: true })
      expect(lines.find((line) => line.code === 'guarded')?.title).toBe('\'=HYPERLINK("http://example.org")')
    })
  })

  describe('a draft', () => {
    test('is its team’s: a member writes records and method, another team and a delegate do not', async () => {
      const { id, indicator } = await draft()
      expect(
        await acts.put('tomas', id, { indicatorId: indicator.id, period: '2024', missing: 'unknown' }),
      ).toMatchObject({ status: 200 })
      expect(await acts.method('tomas', id)).toMatchObject({ status: 200, body: { version: 1 } })
      for (const [person, code] of [
        ['marc', 'only_own_team'],
        ['chan', 'only_team'],
        ['sok', 'only_team'],
      ] as const) {
        expect((await acts.put(person, id, { indicatorId: indicator.id, period: '2024', value: 1 })).body.code).toBe(
          code,
        )
        expect((await acts.method(person, id)).body.code).toBe(code)
        expect((await acts.batch(person, id)).body.code).toBe(code)
      }
      const forum = (await acts.view('lina', id)).body.forumId
      expect(
        (await acts.ask('lina', 'POST', `forums/${forum}/disclosures`, { teamId: world().team.south })).body.code,
      ).toBe('only_own_team')
    })

    test('a record is a figure or a reason, never both and never neither', async () => {
      const { id, indicator } = await draft()
      const put = (said: object) => acts.put('lina', id, { indicatorId: indicator.id, period: '2024', ...said })
      for (const said of [
        {},
        { value: 1, missing: 'unknown' },
        { value: 1e16 },
        { missing: 'none' },
        { value: 1, period: '24' },
      ])
        expect(await put(said), JSON.stringify(said)).toMatchObject({ status: 422, body: { code: 'invalid_input' } })
      expect(await put({ value: 0 })).toMatchObject({ status: 200 })
      const { records } = (await acts.records('lina', id)).body
      expect(records.find((record) => record.period === '2024')).toMatchObject({ value: 0 })
      expect(records.find((record) => record.period === '2024')).not.toHaveProperty('missing')
    })

    test('a record typed anew takes the place of the old one, and one taken out counts no more', async () => {
      const { id, indicator } = await draft({ value: 5 })
      const second = (await acts.put('lina', id, { indicatorId: indicator.id, period: '2025', value: 7 })).body
      expect((await acts.records('lina', id)).body).toMatchObject({ total: 1, records: [{ id: second.id, value: 7 }] })
      const taken = await world().request('lina', 'DELETE', `/api/disclosures/${id}/records/${second.id}`)
      expect(taken.status).toBe(204)
      expect((await acts.records('lina', id)).body.total).toBe(0)
      expect((await acts.file('lina', id)).body.code).toBe('disclosure_empty')
      expect((await world().request('lina', 'DELETE', `/api/disclosures/${id}/records/${second.id}`)).status).toBe(404)
    })

    test('a method is versioned: other words are a new version, the same words are not', async () => {
      const { id } = await draft()
      const first = (await acts.method('lina', id, 'Visits', 'One visit.')).body.version
      expect((await acts.method('lina', id, 'Visits', 'One visit.')).body.version).toBe(first)
      expect((await acts.method('lina', id, 'Visits', 'Two visits.')).body.version).toBe(first + 1)
      const versions = await acts.ask<{ version: number }[]>('tomas', 'GET', `teams/${world().team.north}/methods`)
      expect(versions.body.map((method) => method.version).slice(0, 2)).toEqual([first + 1, first])
      const others = await acts.ask<{ body: string }[]>('marc', 'GET', `teams/${world().team.north}/methods`)
      expect(others.body.map((method) => method.body)).not.toContain('Two visits.')
    })

    test('the next disclosure of a team starts from its latest method', async () => {
      const { id } = await draft()
      const { version } = (await acts.method('lina', id, 'Visits', `As of ${id}`)).body
      const next = await draft()
      expect((await acts.view('lina', next.id)).body.method).toMatchObject({ version, body: `As of ${id}` })
    })
  })

  describe('filing', () => {
    test('only the lead files; what is filed changes no more; the receipt is in the ledger', async () => {
      const { id, indicator } = await draft()
      expect((await acts.file('tomas', id)).body.code).toBe('only_team_lead')
      expect((await acts.file('marc', id)).body.code).toBe('only_own_team')
      const filed = await acts.file('lina', id)
      expect(filed).toMatchObject({ status: 200, body: { disclosureId: id, filedAt: world().now } })
      const act = (await chain()).find((one) => one.seq === filed.body.actSeq)
      expect(act).toMatchObject({
        kind: 'disclosure.filed',
        hash: filed.body.actHash,
        body: { contentHash: filed.body.contentHash },
      })
      expect((await acts.view('lina', id)).body).toMatchObject({
        state: 'filed',
        receipt: filed.body,
        filedBy: 'Lina, lead of Team North',
      })
      const form = { indicatorId: indicator.id, period: '2025', value: 1 }
      for (const again of [
        acts.put('lina', id, form),
        acts.method('lina', id),
        acts.batch('lina', id),
        acts.file('lina', id),
      ])
        expect((await again).body.code).toBe('disclosure_filed')
    })

    test('the hash is of exactly what the team can read, byte for byte', async () => {
      const { id, indicator } = await draft({ value: 0.1 })
      await acts.put('lina', id, {
        indicatorId: indicator.id,
        period: '2024',
        missing: 'suppressed',
        note: 'Fewer than three',
      })
      await acts.method('lina', id)
      const { contentHash } = (await acts.file('lina', id)).body
      const text = await (await world().request('lina', 'GET', `/api/disclosures/${id}/sealed.txt`)).text()
      expect(sha256(text)).toBe(contentHash)
      const body = text.slice(text.indexOf('\n') + 1)
      expect(canonical(JSON.parse(body))).toBe(body)
      expect(JSON.parse(body)).toMatchObject({
        v: 2,
        filing: 1,
        team: world().team.north,
        method: { title: 'Two visits' },
        records: [
          { indicator: indicator.code, period: '2024', missing: 'suppressed', note: 'Fewer than three' },
          { indicator: indicator.code, period: '2025', value: 0.1 },
        ],
      })
      expect(sha256(text.replace('0.1', '0.2'))).not.toBe(contentHash)
    })

    test('the same content filed by another team has another hash, so that a seal cannot be guessed open', async () => {
      const forum = await acts.convene()
      const indicator = (await acts.define('lina')).body
      const file = async (person: Person, teamId: string) => {
        const id = await acts.begin(person, forum.id, teamId)
        await acts.put(person, id, { indicatorId: indicator.id, period: '2025', value: 3 })
        const { contentHash } = (await acts.file(person, id)).body
        const { salt } = (await acts.view(person, id)).body
        return { contentHash, salt }
      }
      const north = await file('lina', world().team.north)
      const south = await file('marc', world().team.south)
      expect(north.contentHash).not.toBe(south.contentHash)
      expect(north.salt).toMatch(/^[0-9a-f]{64}$/)
      expect(north.salt).not.toBe(south.salt)
    })

    test('two leads file at once: one receipt, one refusal', async () => {
      const { id } = await draft()
      const answers = await Promise.all([acts.file('lina', id), acts.file('lina', id)])
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
      expect((await chain()).filter((act) => act.subject === id && act.kind === 'disclosure.filed')).toHaveLength(1)
    })
  })

  describe('the seal', () => {
    const secret = 41_873_219
    const everyone: Person[] = ['sok', 'chan', 'dara', 'ilona', 'marc', 'gita', 'otto', 'ada', 'nemo']

    test('before the comparison nobody but the team reads a word: not the content, a count, a file or a duty', async () => {
      const { forum, id, indicator } = await draft({ value: secret, note: 'whistle-91' })
      await acts.method('lina', id, 'Night visits', 'method-91')
      const batch = (await acts.batch('lina', id, { filename: 'file-91.csv' })).body
      await acts.rows('lina', batch.id, 0, [
        { indicatorId: indicator.id, period: '2023', value: secret, note: 'row-91' },
      ])
      await acts.finish('lina', batch.id)
      await acts.move(forum.id, 'disclosure')
      await acts.file('lina', id)
      const paths = [
        `disclosures/${id}`,
        `disclosures/${id}/records`,
        `disclosures/${id}/records.csv`,
        `disclosures/${id}/sealed.txt`,
        `disclosures/${id}/batches`,
        `disclosures/${id}/mappings`,
        `forums/${forum.id}/disclosures`,
        `forums/${forum.id}/comparison`,
        `forums/${forum.id}/comparison.csv`,
        `teams/${world().team.north}/methods`,
        `agreements/${world().agreementId}/acts`,
        `agreements/${world().agreementId}/ledger.json`,
        'duties',
        'notifications',
      ]
      const changes: [string, string, unknown][] = [
        ['PUT', `disclosures/${id}/records`, { indicatorId: indicator.id, period: '2025', value: 1, note: '' }],
        ['PUT', `disclosures/${id}/filing`, undefined],
        [
          'POST',
          `batches/${batch.id}/rows`,
          { chunk: 9, rows: [{ line: 1, indicatorId: indicator.id, period: '2025', value: 1, raw: '', note: '' }] },
        ],
        ['DELETE', `batches/${batch.id}`, undefined],
      ]
      const salt = (await acts.view('lina', id)).body.salt
      for (const person of [...everyone, undefined]) {
        for (const path of paths) await expectSealed(person, 'GET', path)
        for (const [method, path, body] of changes) await expectSealed(person, method, path, body)
      }
      async function expectSealed(person: Person | undefined, method: string, path: string, body?: unknown) {
        const text = await (await world().request(person, method, `/api/${path}`, body)).text()
        for (const word of [
          String(secret),
          '41,873',
          'whistle-91',
          'method-91',
          'file-91',
          'row-91',
          'Night visits',
          salt,
        ])
          expect(text, `${person} ${method} ${path}`).not.toContain(word)
      }
      expect((await acts.view('sok', id)).body.code).toBe('disclosure_sealed')
      expect((await acts.comparison('sok', forum.id)).body.code).toBe('disclosure_sealed')
      expect((await acts.view('nemo', id)).status).toBe(404)
      expect((await acts.view(undefined, id)).status).toBe(401)
    })

    test('others see that a team has filed, and that it has not: a draft looks the same begun or not', async () => {
      const forum = await acts.convene()
      const before = (await acts.list('chan', forum.id)).body
      const id = await acts.begin('lina', forum.id, world().team.north)
      expect((await acts.list('chan', forum.id)).body).toEqual(before)
      const indicator = (await acts.define('lina')).body
      await acts.put('lina', id, { indicatorId: indicator.id, period: '2025', value: 1 })
      await acts.file('lina', id)
      const after = (await acts.list('chan', forum.id)).body
      expect(after.map(({ team, state, sight }) => [team, state, sight])).toEqual([
        ['Team north', 'filed', 'sealed'],
        ['Team south', 'draft', 'sealed'],
      ])
      expect(after[0]).not.toHaveProperty('id')
    })

    test('at the instant of the stage all that was filed is open to all, and nothing can be filed or changed after', async () => {
      const { forum, id, indicator } = await draft({ value: secret })
      const late = await acts.begin('marc', forum.id, world().team.south)
      await acts.put('marc', late, { indicatorId: indicator.id, period: '2025', value: 1 })
      await acts.file('lina', id)
      await acts.move(forum.id, 'disclosure')
      world().now = '2026-04-10T09:00:00.000Z'
      await acts.move(forum.id, 'comparison')
      expect((await acts.view('otto', id)).body).toMatchObject({ state: 'open', openedAt: world().now, records: 1 })
      expect((await acts.records('dara', id)).body.records).toMatchObject([{ value: secret }])
      const sealed = await (await world().request('otto', 'GET', `/api/disclosures/${id}/sealed.txt`)).text()
      expect(sha256(sealed)).toBe((await acts.view('otto', id)).body.receipt?.contentHash)
      expect((await acts.file('marc', late)).body.code).toBe('forum_stage')
      expect((await acts.put('marc', late, { indicatorId: indicator.id, period: '2025', value: 2 })).body.code).toBe(
        'forum_stage',
      )
      expect((await acts.list('otto', forum.id)).body.map(({ state }) => state)).toEqual(['open', 'missed'])
      expect((await acts.view('otto', late)).body.code).toBe('disclosure_sealed')
      expect((await acts.view('marc', late)).body).toMatchObject({ state: 'missed', records: 1 })
      const opened = (await chain()).find((act) => act.kind === 'disclosures.opened' && act.subject === forum.id)
      expect(opened?.body).toMatchObject({ filed: ['Team north'], missed: ['Team south'] })
      const told = await acts.ask<{ kind: string; subject: string }[]>('otto', 'GET', 'notifications')
      expect(told.body.filter((one) => one.kind === 'disclosures.opened' && one.subject === forum.id)).toHaveLength(1)
      world().now = '2026-03-02T09:00:00.000Z'
    })

    test('filing and the opening of the comparison at the same time: it is filed and open, or refused and missed', async () => {
      const { forum, id } = await draft()
      await acts.move(forum.id, 'disclosure')
      const [filed, moved] = await Promise.all([acts.file('lina', id), acts.move(forum.id, 'comparison')])
      expect(moved.status).toBe(200)
      const { state } = (await acts.view('lina', id)).body
      if (filed.status === 200) expect(state).toBe('open')
      else {
        expect(filed.body.code).toBe('forum_stage')
        expect(state).toBe('missed')
      }
    })
  })

  describe('the duty to disclose', () => {
    const duties = async (person: Person, forum: string) =>
      (await acts.ask<Duty[]>(person, 'GET', 'duties')).body.filter(
        (duty) => duty.kind === 'disclosure.file' && duty.subject === forum,
      )

    test('waits on each team lead from the stage on, until the filing or until it is too late', async () => {
      const { forum, id } = await draft()
      expect(await duties('lina', forum.id)).toEqual([])
      await acts.move(forum.id, 'disclosure')
      expect(await duties('lina', forum.id)).toMatchObject([
        { teamId: world().team.north, detail: { label: forum.label } },
      ])
      expect(await duties('marc', forum.id)).toHaveLength(1)
      expect(await duties('tomas', forum.id)).toEqual([])
      await acts.file('lina', id)
      expect(await duties('lina', forum.id)).toEqual([])
      expect(await duties('marc', forum.id)).toHaveLength(1)
      await acts.move(forum.id, 'comparison')
      expect(await duties('marc', forum.id)).toEqual([])
    })

    test('does not wait on a team that filed early', async () => {
      const { forum, id } = await draft()
      await acts.file('lina', id)
      await acts.move(forum.id, 'disclosure')
      expect(await duties('lina', forum.id)).toEqual([])
      expect(await duties('marc', forum.id)).toHaveLength(1)
    })
  })
})
