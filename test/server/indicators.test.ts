import { expect, test } from 'vitest'
import { entryOf, libraryCodes } from '../../shared/indicator-library.ts'
import { families, type Indicator, type SeriesBreak } from '../../shared/record.ts'
import { sentence } from '../../shared/text/index.ts'
import { recordActs } from '../records.ts'
import { onBothEngines, type Person } from '../world.ts'

onBothEngines('indicators', (world) => {
  const acts = recordActs(world)
  const ofAgreement = (path: string) => `agreements/${world().agreementId}/${path}`
  const list = async () => (await acts.ask<Indicator[]>('otto', 'GET', ofAgreement('indicators'))).body
  const add = (person: Person, codes: readonly string[], language = 'en') =>
    acts.ask<Indicator[]>(person, 'POST', ofAgreement('library'), { codes, grain: 'year', language })
  const end = (person: Person, id: string, validTo: string) =>
    acts.ask<Indicator>(person, 'PUT', `indicators/${id}/validity`, { validTo })
  const breakOf = (person: Person, id: string, form: Partial<SeriesBreak>) =>
    acts.ask<SeriesBreak>(person, 'POST', `indicators/${id}/breaks`, {
      kind: 'definition',
      from: '2020',
      parts: true,
      note: 'A new labour code',
      ...form,
    })
  const lastAct = async () => {
    const row = await world().db.read.selectFrom('act').selectAll().orderBy('seq', 'desc').executeTakeFirstOrThrow()
    return { kind: row.kind, body: JSON.parse(row.body) as Record<string, unknown> }
  }

  test('come out of the library by one act, with what they are rates of, in the language that was chosen', async () => {
    const { status, body } = await add('lina', ['unannounced', 'days_to_remedy'], 'fr')
    expect(status).toBe(201)
    expect(body.map((one) => one.code)).toEqual([
      'workers',
      'inspectors',
      'inspections',
      'unannounced',
      'violations_found',
      'violations_remedied',
      'days_to_remedy',
    ])
    const byCode = new Map((await list()).map((one) => [one.code, one]))
    expect(byCode.get('unannounced')).toMatchObject({
      title: sentence('fr', 'indicator.unannounced.title'),
      denominatorId: byCode.get('inspections')!.id,
      nature: 'share',
      direction: 'more',
      family: 'unannounced',
      library: 'unannounced',
    })
    expect(await lastAct()).toMatchObject({ kind: 'indicators.added', body: { count: 7 } })
  })

  test('of the library are taken once; a code that means something else already is not overwritten', async () => {
    await add('lina', ['unannounced'])
    expect(await add('lina', ['unannounced'])).toMatchObject({ status: 422, body: { code: 'nothing_changed' } })
    await acts.define('lina', { code: 'Budget' })
    expect(await add('lina', ['relapses', 'budget'])).toMatchObject({ status: 409, body: { code: 'indicator_taken' } })
    expect(
      (await list()).some((one) => one.code === 'relapses'),
      'all or nothing',
    ).toBe(false)
    expect((await add('otto', ['complaints_closed'])).status).toBe(403)
    expect((await add('nemo', ['complaints_closed'])).status).toBe(404)
  })

  test('end with a period; the end is on record with what it was before', async () => {
    const { id } = (await acts.define('lina', { validFrom: '2015' })).body
    expect(await end('chan', id, '2020')).toMatchObject({ status: 403 })
    expect(await end('lina', id, '2014')).toMatchObject({ status: 422, body: { code: 'validity_backwards' } })
    expect(await end('lina', id, '2020')).toMatchObject({ status: 200, body: { validFrom: '2015', validTo: '2020' } })
    expect(await lastAct()).toMatchObject({ kind: 'indicator.ended', body: { validTo: '2020', before: null } })
    expect((await list()).find((one) => one.id === id)).toMatchObject({ validTo: '2020' })
  })

  test('break with a kind, a period and a reason, for all or for one team', async () => {
    const { id } = (await acts.define('lina')).body
    expect(await breakOf('chan', id, {})).toMatchObject({ status: 403 })
    expect(await breakOf('lina', id, { teamId: id })).toMatchObject({ status: 422, body: { code: 'team_unknown' } })
    expect(await breakOf('lina', id, { until: '2019' })).toMatchObject({ body: { code: 'validity_backwards' } })
    await breakOf('lina', id, { from: '2020' })
    await breakOf('lina', id, { from: '2018', kind: 'coverage', teamId: world().team.north, parts: false })
    expect(await lastAct()).toMatchObject({ kind: 'indicator.broken', body: { team: 'Team north', kind: 'coverage' } })
    expect((await list()).find((one) => one.id === id)?.breaks).toMatchObject([
      { from: '2018', teamId: world().team.north, parts: false },
      { from: '2020', kind: 'definition', parts: true },
    ])
  })
})

test('the library has figures of every family, and what a rate is of stands before it', () => {
  expect(new Set(libraryCodes.map((code) => entryOf(code).family))).toEqual(new Set(families))
  expect(families.length - 1, 'besides the ground that others are rates of').toBe(11)
  for (const [i, code] of libraryCodes.entries()) {
    const { of, nature, ratePer } = entryOf(code)
    if (of === undefined) continue
    expect(libraryCodes.slice(0, i)).toContain(of)
    if (nature === 'share') expect(ratePer, code).toBe(100)
  }
})
