import { describe, expect, test } from 'vitest'
import { partyLetters } from '../../server/agreement/delegations.ts'
import { listActs } from '../../server/ledger/acts.ts'
import { hear, type News } from '../../server/sync/news.ts'
import { onBothEngines, type TestWorld } from '../world.ts'

const parties = [
  { code: 'KH', name: 'Cambodia' },
  { code: 'CA', name: 'Canada' },
]
const asked = { template: 'ldc', slug: 'garments', title: 'Garments', summary: 'What it is about', parties }
const code = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code]
const acts = async (world: TestWorld) =>
  (await listActs(world.db.read, await world.actor('sok'), world.agreementId, { limit: 200 })).map((act) => act.kind)

interface Made {
  id: string
  parties: { name: string }[]
  delegations: { mark: string; side: string; partyCode?: string }[]
}

onBothEngines('making an agreement', (world) => {
  test('an administrator makes one from a template, and is its first secretariat', async () => {
    const { status, body } = await world().json<Made>('ada', 'POST', '/api/agreements', asked)
    expect(status).toBe(201)
    expect(body.delegations.map((delegation) => delegation.mark)).toEqual(['CG', 'CW', 'CE', 'AG', 'AW', 'AE'])
    expect(body).toMatchObject({
      slug: 'garments',
      demonstration: false,
      charterVersion: 1,
      charterSince: '2026-03-02',
    })
    const seats = await world().json<{ kind: string; personName: string }[]>(
      'ada',
      'GET',
      `/api/agreements/${body.id}/seats`,
    )
    expect(seats.body.map((seat) => [seat.kind, seat.personName])).toEqual([['secretariat', 'Ada Admin']])
    const ledger = await world().json<{ kind: string }[]>('ada', 'GET', `/api/agreements/${body.id}/acts`)
    expect(ledger.body.map((act) => act.kind)).toEqual(['seat.given', 'agreement.created'])
  })

  test('it is found by its address and by its id, and only by who has a seat', async () => {
    const { body } = await world().json<Made>('ada', 'GET', '/api/agreements/garments')
    expect((await world().request('ada', 'GET', `/api/agreements/${body.id}`)).status).toBe(200)
    for (const path of ['/api/agreements/garments', `/api/agreements/${body.id}`])
      expect(await code(await world().request('sok', 'GET', path))).toEqual([404, 'not_found'])
  })

  test('each sees the agreements in which they have a seat', async () => {
    const slugs = async (person: 'ada' | 'sok' | 'nemo') =>
      (await world().json<{ slug: string }[]>(person, 'GET', '/api/agreements')).body.map((one) => one.slug)
    expect(await slugs('ada')).toEqual(['garments'])
    expect(await slugs('sok')).toEqual(['textile'])
    expect(await slugs('nemo')).toEqual([])
  })

  test('a secretariat, a delegate and the public cannot make one', async () => {
    for (const person of ['sok', 'chan'] as const)
      expect(await code(await world().request(person, 'POST', '/api/agreements', { ...asked, slug: 'x1' }))).toEqual([
        403,
        'only_administrator',
      ])
    expect((await world().request(undefined, 'POST', '/api/agreements', asked)).status).toBe(401)
  })

  test('two agreements cannot have one address', async () => {
    expect(await code(await world().request('ada', 'POST', '/api/agreements', asked))).toEqual([409, 'slug_taken'])
  })

  test('two made at once under one address: one agreement, one refusal', async () => {
    const both = await Promise.all(
      [1, 2].map(() => world().request('ada', 'POST', '/api/agreements', { ...asked, slug: 'at-once' })),
    )
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409])
  })

  test.each([
    ['an unknown template', { template: 'constructor' }],
    ['an address with a slash', { slug: 'a/b' }],
    ['an address in the form of an id', { slug: '0198c0de-0000-7000-8000-000000000000' }],
    ['one party', { parties: parties.slice(0, 1) }],
    ['a party twice', { parties: [parties[0], parties[0]] }],
    ['a day that is none', { signedOn: '2026-02-30' }],
    ['an empty title', { title: '   ' }],
    ['text with a NUL', { title: 'a\0b' }],
    ['text with half a character', { title: 'a\ud800b' }],
    ['a field too many', { demonstration: true }],
  ])('is refused, naming the field: %s', async (_, wrong) => {
    const { status, body } = await world().json<{ code: string; detail: { issues: unknown[] } }>(
      'ada',
      'POST',
      '/api/agreements',
      { ...asked, slug: 'other', ...wrong },
    )
    expect([status, body.code, body.detail.issues.length > 0]).toEqual([422, 'invalid_input', true])
  })

  test('a commission seats jurists beside the parties', async () => {
    const { body } = await world().json<Made>('ada', 'POST', '/api/agreements', {
      ...asked,
      slug: 'commission',
      template: 'bilateral-commission',
    })
    expect(body.delegations.at(-1)).toEqual({ id: expect.any(String), side: 'jurists', mark: 'J' })
  })

  test('the secretariat renames it; its address stays; nobody else may', async () => {
    const to = { title: 'Textiles, renamed', summary: 'New words' }
    const path = `/api/agreements/${world().agreementId}`
    expect((await world().json('sok', 'PUT', path, to)).body).toMatchObject({ ...to, slug: 'textile' })
    expect(await code(await world().request('chan', 'PUT', path, to))).toEqual([403, 'only_secretariat'])
    expect(await code(await world().request('nemo', 'PUT', path, to))).toEqual([404, 'not_found'])
  })
})

onBothEngines('the charter of an agreement', (world) => {
  const path = () => `/api/agreements/${world().agreementId}/charter`
  const change = (from: number, rules: Record<string, unknown>, person: 'sok' | 'chan' | 'nemo' = 'sok') =>
    world().json<{ version: number; body: { basis: Record<string, string> } }>(person, 'PUT', path(), { from, rules })

  test('a change is a new version, in the ledger, and no longer claims a source; the old version stays', async () => {
    const { status, body } = await change(1, { 'cadence.foraPerYear': 1, 'deadlines.replyDays': 21 })
    expect([status, body.version]).toEqual([200, 2])
    expect(body.body.basis['cadence.foraPerYear']).toBe('not from source')
    const all = await world().json<{ version: number; inForceFrom: string; body: { cadence: unknown } }[]>(
      'otto',
      'GET',
      `/api/agreements/${world().agreementId}/charters`,
    )
    expect(all.body.map((one) => [one.version, one.inForceFrom])).toEqual([
      [2, '2026-03-02'],
      [1, '1999-01-20'],
    ])
    expect(all.body[1]!.body.cadence).toMatchObject({ foraPerYear: 2 })
    expect(await acts(world())).toEqual(['charter.changed'])
    const news = await world().json<{ kind: string; path: string; detail: unknown }[]>(
      'dara',
      'GET',
      '/api/notifications',
    )
    expect(news.body).toMatchObject([{ kind: 'charter.changed', path: '/a/textile', detail: { version: 2 } }])
  })

  test('a change made on an older version is refused, and so is the slower of two at once', async () => {
    expect((await change(1, { 'cadence.foraPerYear': 2 })).status).toBe(409)
    const both = await Promise.all([change(2, { 'deadlines.replyDays': 30 }), change(2, { 'deadlines.replyDays': 40 })])
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 409])
  })

  test('rules that contradict each other are refused, and named', async () => {
    const { status, body } = await change(3, { 'cadence.foraPerYear': 12, 'cadence.monthsBetween': 6 })
    expect([status, body]).toMatchObject([
      422,
      {
        code: 'charter_invalid',
        detail: { faults: [{ code: 'cadence', rules: ['cadence.foraPerYear', 'cadence.monthsBetween'] }] },
      },
    ])
  })

  test('what a rule cannot be is refused, and so are other delegations', async () => {
    expect((await change(3, { 'publicity.firms': 'whatever' })).status).toBe(422)
    expect((await change(3, { 'no.rule': 1 })).status).toBe(422)
    expect((await change(3, { 'cadence.foraPerYear': 1 })).body).toMatchObject({ code: 'nothing_changed' })
    expect((await change(3, { 'delegations.jurists': true })).body).toMatchObject({ code: 'charter_delegations_stay' })
  })

  test('a rule that may be absent can be unset', async () => {
    const { status, body } = await change(3, { 'deadlines.determinationBy': null })
    expect([status, body.version]).toEqual([200, 4])
  })

  test('only the secretariat changes it', async () => {
    expect((await change(4, { 'deadlines.replyDays': 10 }, 'chan')).body).toMatchObject({ code: 'only_secretariat' })
    expect((await change(4, { 'deadlines.replyDays': 10 }, 'nemo')).body).toMatchObject({ code: 'not_found' })
  })
})

onBothEngines('seats', (world) => {
  const path = () => `/api/agreements/${world().agreementId}/seats`
  const give = (seat: Record<string, unknown>, by: 'sok' | 'chan' | 'ada' = 'sok') =>
    world().request(by, 'POST', path(), seat)
  const seatsOf = async (personId: string) =>
    (await world().json<{ id: string; kind: string; personId: string }[]>('sok', 'GET', path())).body.filter(
      (seat) => seat.personId === personId,
    )

  test('the secretariat gives one, the person may act in it at once, and open sockets hear of it', async () => {
    const { person, delegation } = world()
    expect((await world().request('nemo', 'GET', `/api/agreements/${world().agreementSlug}`)).status).toBe(404)
    const heard: News[] = []
    const stop = hear((news) => heard.push(news))
    expect((await give({ personId: person.nemo, kind: 'delegate', delegationId: delegation.CG })).status).toBe(201)
    stop()
    expect(heard).toEqual([{ personId: person.nemo }])
    const news = await world().json<{ kind: string }[]>('nemo', 'GET', '/api/notifications')
    expect(news.body).toMatchObject([{ kind: 'seat.given', path: '/a/textile', detail: { kind: 'delegate' } }])
    expect((await world().request('nemo', 'GET', `/api/agreements/${world().agreementSlug}`)).status).toBe(200)
    expect(await acts(world())).toEqual(['seat.given'])
  })

  test.each([
    [
      'the same seat again',
      () => ({ personId: world().person.chan, kind: 'delegate', delegationId: world().delegation.CG }),
      'seat_taken',
      409,
    ],
    [
      'a delegate in a second delegation',
      () => ({ personId: world().person.chan, kind: 'delegate', delegationId: world().delegation.CW }),
      'seat_conflict',
      409,
    ],
    [
      'a monitor as delegate',
      () => ({ personId: world().person.ilona, kind: 'delegate', delegationId: world().delegation.CW }),
      'seat_conflict',
      409,
    ],
    ['a delegate as monitor', () => ({ personId: world().person.chan, kind: 'monitor' }), 'seat_conflict', 409],
    ['a delegate as secretariat', () => ({ personId: world().person.chan, kind: 'secretariat' }), 'seat_conflict', 409],
    [
      'a delegate without a delegation',
      () => ({ personId: world().person.ada, kind: 'delegate' }),
      'seat_needs_delegation',
      422,
    ],
    [
      'a delegate of no delegation here',
      () => ({ personId: world().person.ada, kind: 'delegate', delegationId: world().agreementId }),
      'delegation_unknown',
      422,
    ],
    [
      'a team member without a team',
      () => ({ personId: world().person.ada, kind: 'team_member' }),
      'seat_needs_team',
      422,
    ],
    [
      'a team member of no team here',
      () => ({ personId: world().person.ada, kind: 'team_member', teamId: 'x' }),
      'team_unknown',
      422,
    ],
    [
      'a monitor of a delegation',
      () => ({ personId: world().person.ada, kind: 'monitor', delegationId: world().delegation.CG }),
      'seat_stands_alone',
      422,
    ],
    ['a person that nobody knows', () => ({ personId: 'x', kind: 'observer' }), 'not_found', 404],
  ])('is refused: %s', async (_, seat, refusal, status) => {
    expect(await code(await give(seat()))).toEqual([status, refusal])
  })

  test('given twice at once: one seat, one refusal', async () => {
    const { person, delegation } = world()
    const both = await Promise.all([
      give({ personId: person.ada, kind: 'delegate', delegationId: delegation.UG }),
      give({ personId: person.ada, kind: 'monitor' }),
    ])
    expect(both.map((answer) => answer.status).sort()).toEqual([201, 409])
    expect(await seatsOf(person.ada)).toHaveLength(1)
  })

  test('nobody else gives or ends seats', async () => {
    const seat = { personId: world().person.otto, kind: 'stakeholder' }
    expect(await code(await give(seat, 'chan'))).toEqual([403, 'only_secretariat'])
    const [own] = await seatsOf(world().person.dara)
    expect(await code(await world().request('dara', 'DELETE', `/api/seats/${own!.id}`))).toEqual([
      403,
      'only_secretariat',
    ])
    expect(await code(await world().request('sok', 'DELETE', '/api/seats/unknown'))).toEqual([404, 'not_found'])
  })

  test('an ended seat opens nothing, cannot end twice, and may be given anew', async () => {
    const { person, delegation } = world()
    const [seat] = await seatsOf(person.walt)
    expect((await world().request('sok', 'DELETE', `/api/seats/${seat!.id}`)).status).toBe(204)
    expect((await world().request('walt', 'GET', `/api/agreements/${world().agreementSlug}`)).status).toBe(404)
    expect(await code(await world().request('sok', 'DELETE', `/api/seats/${seat!.id}`))).toEqual([409, 'seat_ended'])
    expect((await give({ personId: person.walt, kind: 'delegate', delegationId: delegation.UW })).status).toBe(201)
  })

  test('the last secretariat stays; with a second one, either may go', async () => {
    const [last] = await seatsOf(world().person.sok)
    expect(await code(await world().request('sok', 'DELETE', `/api/seats/${last!.id}`))).toEqual([
      409,
      'seat_last_secretariat',
    ])
    const [other] = await seatsOf(world().person.otto)
    await world().request('sok', 'DELETE', `/api/seats/${other!.id}`)
    expect((await give({ personId: world().person.otto, kind: 'secretariat' })).status).toBe(201)
    expect((await world().request('otto', 'DELETE', `/api/seats/${last!.id}`)).status).toBe(204)
  })
})

onBothEngines('teams', (world) => {
  const make = (person: 'sok' | 'lina' | 'nemo', body: unknown) =>
    world().request(person, 'POST', `/api/agreements/${world().agreementId}/teams`, body)

  test('the secretariat sets one up; its name is its own; nobody else may', async () => {
    const team = { name: 'Labour inspectorate', kind: 'inspectorate' }
    expect((await make('sok', team)).status).toBe(201)
    expect(await code(await make('sok', team))).toEqual([409, 'team_taken'])
    expect(await code(await make('lina', team))).toEqual([403, 'only_secretariat'])
    expect(await code(await make('nemo', team))).toEqual([404, 'not_found'])
    expect((await make('sok', { name: 'Other', kind: 'club' })).status).toBe(422)
    const { body } = await world().json<{ teams: { name: string }[] }>('otto', 'GET', '/api/agreements/textile')
    expect(body.teams.map((one) => one.name)).toEqual(['Labour inspectorate', 'Team north', 'Team south'])
  })
})

describe('the letters of parties', () => {
  test.each([
    [
      ['Cambodia', 'United States'],
      ['C', 'U'],
    ],
    [
      ['Canada', 'Cambodia', 'Chad'],
      ['C', 'A', 'H'],
    ],
    [
      ['Éire', 'Egypt'],
      ['E', 'G'],
    ],
    [
      ['日本', '中国'],
      ['P0', 'P1'],
    ],
    [
      ['Aa', 'Aa', 'Aa'],
      ['A', 'P1', 'P2'],
    ],
  ])('are told apart: %s', (names, letters) => {
    expect(partyLetters(names.map((name, i) => ({ code: `P${i}`, name })))).toEqual(letters)
  })
})
