import { describe, expect, test } from 'vitest'
import { sha256, wholeChain } from '../../server/ledger/acts.ts'
import type { Duty } from '../../server/notice/duties.ts'
import type { Fault } from '../../server/record/faults/faults.ts'
import { openPiece } from '../../server/record/unsealing.ts'
import { addDays } from '../../shared/dates.ts'
import { recordActs } from '../records.ts'
import { onBothEngines, type Person } from '../world.ts'

onBothEngines('disclosing', (world) => {
  const acts = recordActs(world)
  const chain = () => wholeChain(world().db.read, world().agreementId)
  const amend = async (person: Person, id: string, method: 'PUT' | 'DELETE' = 'PUT') => {
    const answer = await world().request(person, method, `/api/disclosures/${id}/amendment`)
    return {
      status: answer.status,
      code: answer.status === 204 ? undefined : ((await answer.json()) as { code: string }).code,
    }
  }
  const section = (person: Person, id: string, name: string, text: string) =>
    acts.ask<{ text: string }>(person, 'PUT', `disclosures/${id}/sections/${name}`, { text })
  const text = async (person: Person, id: string, filing?: number) =>
    (
      await world().request(person, 'GET', `/api/disclosures/${id}/sealed.txt${filing ? `?filing=${filing}` : ''}`)
    ).text()

  /** Team North has filed one record, a method and both sections that the charter asks for. */
  const filed = async () => {
    const forum = await acts.convene()
    const indicator = (await acts.define('lina')).body
    const id = await acts.begin('lina', forum.id, world().team.north)
    await acts.put('lina', id, { indicatorId: indicator.id, period: '2025', value: 7 })
    await acts.method('lina', id)
    await section('lina', id, 'successes', 'Every factory was seen.')
    await section('lina', id, 'failures', 'Two were seen too late.')
    await acts.move(forum.id, 'disclosure')
    const receipt = (await acts.file('lina', id)).body
    return { forum, indicator, id, receipt }
  }

  describe('sections', () => {
    test('are those that the charter asks for, written by the team alone, and a name that is none is not found', async () => {
      const forum = await acts.convene()
      const id = await acts.begin('lina', forum.id, world().team.north)
      expect((await acts.view('lina', id)).body).toMatchObject({ asked: ['successes', 'failures'], asksMethod: true })
      expect(await section('tomas', id, 'failures', ' Too few visits. ')).toMatchObject({
        status: 200,
        body: { text: 'Too few visits.' },
      })
      expect((await section('marc', id, 'failures', 'x')).body.code).toBe('only_own_team')
      expect((await section('sok', id, 'failures', 'x')).body.code).toBe('only_team')
      expect((await section('lina', id, 'secrets', 'x')).status).toBe(404)
      expect((await acts.view('lina', id)).body.sections).toEqual({ failures: 'Too few visits.' })
      await section('lina', id, 'failures', '')
      expect((await acts.view('lina', id)).body.sections).toEqual({})
    })
  })

  describe('amending', () => {
    test('each filing has its own receipt; the last one counts; what changed is for all to see once it is open', async () => {
      const { forum, indicator, id, receipt } = await filed()
      expect((await acts.put('lina', id, { indicatorId: indicator.id, period: '2025', value: 9 })).body.code).toBe(
        'disclosure_filed',
      )
      expect(await amend('tomas', id)).toMatchObject({ code: 'only_team_lead' })
      expect(await amend('marc', id)).toMatchObject({ code: 'only_own_team' })
      expect(await amend('lina', id)).toMatchObject({ status: 204 })
      expect(await amend('lina', id)).toMatchObject({ code: 'disclosure_not_filed' })
      expect((await acts.list('marc', forum.id)).body[0]).toMatchObject({ state: 'filed', sight: 'sealed' })
      await acts.put('tomas', id, { indicatorId: indicator.id, period: '2025', value: 9 })
      await acts.put('tomas', id, { indicatorId: indicator.id, period: '2024', missing: 'unknown' })
      await section('tomas', id, 'failures', 'Three were seen too late.')
      const second = (await acts.file('lina', id)).body
      expect(second).toMatchObject({ number: 2, filedAt: world().now })
      expect(second.contentHash).not.toBe(receipt.contentHash)
      expect(sha256(await text('lina', id, 1))).toBe(receipt.contentHash)
      expect(sha256(await text('lina', id))).toBe(second.contentHash)
      await acts.move(forum.id, 'comparison')
      const open = (await acts.view('otto', id)).body
      expect(open.filings.map(({ number, contentHash, records }) => [number, contentHash, records])).toEqual([
        [1, receipt.contentHash, 1],
        [2, second.contentHash, 2],
      ])
      expect(open.amendments).toMatchObject([{ number: 2, sections: ['failures'], note: false, method: false }])
      expect(open.amendments[0]!.records).toEqual(
        expect.arrayContaining([
          { indicatorId: indicator.id, period: '2025', before: { value: 7 }, after: { value: 9 } },
          { indicatorId: indicator.id, period: '2024', after: { missing: 'unknown' } },
        ]),
      )
      expect(sha256(await text('otto', id, 1))).toBe(receipt.contentHash)
      expect(JSON.parse((await text('otto', id, 1)).split('\n')[1]!)).toMatchObject({
        sections: { failures: 'Two were seen too late.' },
        records: [{ value: 7 }],
      })
      expect((await chain()).filter((act) => act.subject === id).map((act) => [act.kind, act.body.number])).toEqual([
        ['disclosure.filed', 1],
        ['disclosure.amended', 2],
      ])
    })

    test('what is not filed anew by the opening does not count: the last filing is what opens', async () => {
      const { forum, indicator, id, receipt } = await filed()
      await amend('lina', id)
      await acts.put('lina', id, { indicatorId: indicator.id, period: '2025', value: 9 })
      await acts.put('lina', id, { indicatorId: indicator.id, period: '2024', value: 8 })
      await section('lina', id, 'failures', 'None.')
      await acts.batch('lina', id)
      await acts.move(forum.id, 'comparison')
      expect((await acts.view('otto', id)).body).toMatchObject({
        state: 'open',
        sections: { failures: 'Two were seen too late.' },
        records: 1,
      })
      expect((await acts.records('otto', id)).body.records).toMatchObject([{ period: '2025', value: 7 }])
      expect(sha256(await text('otto', id))).toBe(receipt.contentHash)
    })

    test('can be given up, and begun again', async () => {
      const { indicator, id, receipt } = await filed()
      expect(await amend('lina', id, 'DELETE')).toMatchObject({ code: 'disclosure_filed' })
      for (const value of [9, 10]) {
        await amend('lina', id)
        await acts.put('lina', id, { indicatorId: indicator.id, period: '2025', value })
        expect(await amend('lina', id, 'DELETE')).toMatchObject({ status: 204 })
        expect((await acts.view('lina', id)).body).toMatchObject({ state: 'filed', receipt })
        expect((await acts.records('lina', id)).body.records).toMatchObject([{ value: 7 }])
      }
    })
  })

  describe('the opening of what is much', () => {
    test('is held back until the last record is open: nobody reads any before, then all read all', async () => {
      const { forum, indicator, id } = await filed()
      await amend('lina', id)
      const batch = (await acts.batch('lina', id)).body
      const each = 1000
      for (let chunk = 0; chunk < 21; chunk++) {
        const rows = Array.from({ length: each }, (_, i) => {
          const n = chunk * each + i
          const quarter = `${2000 + (n % 20)}-Q${1 + (n % 4)}`
          return { indicatorId: indicator.id, period: quarter, value: n, line: n + 2, note: `n${n}` }
        })
        await acts.rows('lina', batch.id, chunk, rows)
      }
      await acts.finish('lina', batch.id, 21 * each)
      await acts.file('lina', id)
      const { records } = (await acts.view('lina', id)).body
      expect((await acts.move(forum.id, 'comparison')).status).toBe(200)
      expect((await acts.view('otto', id)).body.code).toBe('disclosure_sealed')
      expect((await acts.comparison('otto', forum.id)).body.code).toBe('disclosure_sealed')
      expect((await acts.list('otto', forum.id)).body[0]).toMatchObject({ state: 'filed', sight: 'sealed' })
      expect((await acts.move(forum.id, 'deliberation')).body.code).toBe('disclosures_opening')
      world().now = '2026-03-02T09:05:00.000Z'
      let pieces = 0
      while (await openPiece(world().db, world().now)) {
        pieces++
        if ((await acts.view('otto', id)).status === 200) break
        expect((await acts.view('otto', id)).body.code).toBe('disclosure_sealed')
      }
      expect(pieces).toBeGreaterThan(3)
      expect(await openPiece(world().db, world().now)).toBe(false)
      expect((await acts.view('otto', id)).body).toMatchObject({ state: 'open', openedAt: world().now, records })
      expect(sha256(await text('otto', id))).toBe((await acts.view('otto', id)).body.receipt?.contentHash)
      expect(
        (await chain()).filter((act) => act.kind === 'disclosures.opened' && act.subject === forum.id),
      ).toHaveLength(1)
      world().now = '2026-03-02T09:00:00.000Z'
    })
  })

  describe('late, missing, incomplete and false disclosures', () => {
    const faults = async (person: Person, forum: string) =>
      (await acts.ask<Fault[]>(person, 'GET', `forums/${forum}/faults`)).body
    const duties = async (person: Person, kind: string, subject: string) =>
      (await acts.ask<Duty[]>(person, 'GET', 'duties')).body.filter(
        (one) => one.kind === kind && one.subject === subject,
      )
    const evidence = [{ title: 'The register', kind: 'document', url: 'https://example.org/register' }]
    const allege = (person: Person, id: string, given: object = {}) =>
      acts.ask<Fault>(person, 'POST', `disclosures/${id}/faults`, {
        part: 'records',
        statement: 'The register shows nine.',
        evidence,
        ...given,
      })
    const reply = (person: Person, id: string) =>
      acts.ask<Fault>(person, 'PUT', `faults/${id}/reply`, { reply: 'It does not.' })
    const decide = (person: Person, id: string, move = 'confirm') =>
      acts.ask<Fault>(person, 'PUT', `faults/${id}/decision`, { move, reasons: 'It does.' })
    const waiting = async () =>
      (
        await acts.ask<{ origin: string; originId: string }[]>(
          'sok',
          'GET',
          `agreements/${world().agreementId}/waiting-items`,
        )
      ).body

    test('the clock finds who filed nothing at the instant of the opening, and what was left empty', async () => {
      const { forum, id } = await filed()
      await amend('lina', id)
      await section('lina', id, 'failures', '')
      await acts.file('lina', id)
      expect(await faults('otto', forum.id)).toEqual([])
      await acts.move(forum.id, 'comparison')
      const found = await faults('otto', forum.id)
      expect(found.map(({ team, kind, state, detail }) => [team.name, kind, state, detail])).toEqual([
        ['Team north', 'incomplete', 'recorded', { empty: ['failures'] }],
        ['Team south', 'missing', 'recorded', {}],
      ])
      expect(
        (await chain()).filter((act) => found.some((one) => one.id === act.subject)).map((act) => act.kind),
      ).toEqual(['fault.recorded', 'fault.recorded'])
      expect(await waiting()).toContainEqual(
        expect.objectContaining({ origin: 'disclosure_fault', originId: found[1]!.id }),
      )
      expect(await duties('marc', 'fault.reply', found[1]!.id)).toHaveLength(1)
      expect((await reply('lina', found[1]!.id)).body.code).toBe('only_own_team')
      expect(await reply('marc', found[1]!.id)).toMatchObject({ status: 200, body: { reply: 'It does not.' } })
      expect((await reply('marc', found[1]!.id)).body.code).toBe('fault_replied')
      expect((await decide('ilona', found[1]!.id)).body.code).toBe('fault_decided')
      expect(await duties('marc', 'fault.reply', found[1]!.id)).toEqual([])
    })

    test('what is filed after the day that was set is late by so many days, noted when it is filed', async () => {
      const forum = await acts.convene()
      const indicator = (await acts.define('lina')).body
      const id = await acts.begin('lina', forum.id, world().team.north)
      await acts.put('lina', id, { indicatorId: indicator.id, period: '2025', value: 7 })
      await acts.move(forum.id, 'disclosure')
      const due = forum.stages.find(({ stage }) => stage === 'comparison')!.opensOn
      world().now = `${addDays(due, 3)}T09:00:00.000Z`
      await acts.file('lina', id)
      expect(await faults('chan', forum.id)).toMatchObject([{ kind: 'late', state: 'recorded', detail: { days: 3 } }])
      await amend('lina', id)
      await acts.file('lina', id)
      expect(await faults('chan', forum.id)).toHaveLength(1)
      world().now = '2026-03-02T09:00:00.000Z'
    })

    test('what is false is alleged with evidence, answered by the team, and decided by whom the charter names', async () => {
      const { forum, id } = await filed()
      expect((await allege('gita', id)).body.code).toBe('disclosure_sealed')
      expect((await world().request(undefined, 'GET', `/public/textile/fora/${forum.label}/findings`)).status).toBe(404)
      await acts.move(forum.id, 'comparison')
      expect((await allege('gita', id, { evidence: [] })).status).toBe(422)
      expect((await allege('otto', id)).body.code).toBe('not_for_observers')
      expect((await allege('lina', id)).body.code).toBe('fault_concerned')
      const fault = (await allege('gita', id)).body
      expect(fault).toMatchObject({ kind: 'false', state: 'alleged', heardUntil: '2026-04-01' })
      expect(await duties('lina', 'fault.reply', fault.id)).toHaveLength(1)
      expect(await duties('ilona', 'fault.decide', fault.id)).toHaveLength(1)
      expect((await decide('ilona', fault.id)).body).toMatchObject({ code: 'fault_unheard' })
      expect((await decide('chan', fault.id)).body.code).toBe('not_asked')
      expect((await reply('lina', fault.id)).status).toBe(200)
      expect(await decide('ilona', fault.id)).toMatchObject({
        status: 200,
        body: { state: 'confirmed', reasons: 'It does.' },
      })
      expect((await decide('ilona', fault.id, 'dismiss')).body.code).toBe('fault_decided')
      expect(await waiting()).toContainEqual(expect.objectContaining({ originId: fault.id }))
      expect((await chain()).filter((act) => act.subject === fault.id).map((act) => act.kind)).toEqual([
        'fault.alleged',
        'fault.answered',
        'fault.confirmed',
      ])
    })

    test('silence of the team holds nothing up for ever, and who alleges does not decide; what is dismissed opens no forum', async () => {
      const { forum, id } = await filed()
      await acts.move(forum.id, 'comparison')
      const own = (await allege('ilona', id)).body
      const other = (await allege('marc', id)).body
      world().now = '2026-04-02T09:00:00.000Z'
      expect((await decide('ilona', own.id)).body.code).toBe('fault_own')
      expect(await decide('ilona', other.id, 'dismiss')).toMatchObject({ status: 200, body: { state: 'dismissed' } })
      expect((await waiting()).map(({ originId }) => originId)).not.toContain(other.id)
      const page = await (
        await world().request(undefined, 'GET', `/public/textile/fora/${forum.label}/findings`)
      ).text()
      expect(page).toContain('Team south filed nothing')
      expect(page).toContain('It does.')
      expect(page.match(/The register shows nine\./g)).toHaveLength(1)
      expect(page).not.toMatch(/Ilona|Lina|lead of|Marc,/)
      world().now = '2026-03-02T09:00:00.000Z'
    })
  })
})
