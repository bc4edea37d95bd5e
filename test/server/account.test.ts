import { beforeAll, describe, expect, test } from 'vitest'
import { deviceOf } from '../../server/account/device.ts'
import { hashPassword } from '../../server/account/passwords.ts'
import { onBothEngines, type Person, type TestWorld } from '../world.ts'

const right = 'a long enough sentence'
const json = { 'Content-Type': 'application/json' }

/** Signs in as a browser does, and returns the answer with the cookie that it set. */
async function signIn(world: TestWorld, email: string, password: string, headers: Record<string, string> = {}) {
  const init = { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify({ email, password }) }
  const answer = await world.ask('/api/sign-in', init)
  const cookie = answer.headers.get('Set-Cookie')?.split(';')[0]
  return { status: answer.status, cookie, text: await answer.text(), headers: answer.headers }
}

async function givePassword(world: TestWorld, person: Person, password = right): Promise<void> {
  const hash = await hashPassword(password, `${person}@example.org`)
  await world.db.write(async (trx) => {
    await trx.updateTable('person').set({ password_hash: hash }).where('id', '=', world.person[person]).execute()
  })
}

const who = async (world: TestWorld, cookie: string | undefined) =>
  (await world.ask('/api/session', { headers: { Cookie: cookie ?? '' } })).status

onBothEngines('signing in', (world) => {
  beforeAll(async () => {
    for (const person of ['chan', 'dara', 'grace', 'emma'] as const) await givePassword(world(), person)
  })

  test('the right password opens a session; the answer says who is here', async () => {
    const { status, cookie } = await signIn(world(), ' Chan@Example.org ', right, {
      'User-Agent': 'X11; Linux Firefox/140',
    })
    expect(status).toBe(200)
    const answer = await world().ask('/api/session', { headers: { Cookie: cookie! } })
    const body = (await answer.json()) as { actor: { name: string; seats: unknown[] } }
    expect(body).toMatchObject({ email: 'chan@example.org', language: 'en', duties: 0 })
    expect(body.actor.name).toBe('Chan of the Government of Cambodia')
    expect(body.actor.seats).toHaveLength(1)
  })

  test('an unknown address and a wrong password get the same answer, to the letter', async () => {
    const wrong = await signIn(world(), 'chan@example.org', 'not this one, sorry')
    const unknown = await signIn(world(), 'nobody@example.org', 'not this one, sorry')
    const without = await signIn(world(), 'walt@example.org', 'not this one, sorry') // an account that has no password
    expect(wrong.status).toBe(401)
    for (const other of [unknown, without]) {
      expect(other.status).toBe(wrong.status)
      expect(other.text).toBe(wrong.text)
      expect([...other.headers].sort()).toEqual([...wrong.headers].sort())
    }
    expect(wrong.cookie).toBeUndefined()
  })

  test('each sign-in has a token of its own, and ends the session that the browser had', async () => {
    const first = await signIn(world(), 'dara@example.org', right)
    const second = await signIn(world(), 'dara@example.org', right, { Cookie: first.cookie! })
    expect(second.cookie).not.toBe(first.cookie)
    expect(await who(world(), first.cookie)).toBe(401)
    expect(await who(world(), second.cookie)).toBe(200)
  })

  test('a cookie set before signing in is never the one that is signed in', async () => {
    const planted = `session=${'p'.repeat(40)}`
    const { cookie } = await signIn(world(), 'dara@example.org', right, { Cookie: planted })
    expect(cookie).not.toBe(planted)
    expect(await who(world(), planted)).toBe(401)
  })

  test('a closed account does not open, with the same answer', async () => {
    const close = (at: string | null) =>
      world().db.write(async (trx) => {
        await trx.updateTable('person').set({ disabled_at: at }).where('id', '=', world().person.emma).execute()
      })
    expect((await signIn(world(), 'emma@example.org', right)).status).toBe(200)
    await close(world().now)
    expect((await signIn(world(), 'emma@example.org', right)).status).toBe(401)
    await close(null)
  })

  test('after ten wrong passwords for one account even the right one must wait; other accounts need not', async () => {
    for (let i = 0; i < 10; i++) expect((await signIn(world(), 'grace@example.org', `wrong ${i}`)).status).toBe(401)
    const late = await signIn(world(), 'grace@example.org', right)
    expect(late.status).toBe(429)
    const { code, detail } = JSON.parse(late.text)
    expect(code).toBe('too_many_tries')
    expect(detail.retryAfter).toBeGreaterThan(800)
    expect(late.headers.get('Retry-After')).toBe(String(detail.retryAfter))
    expect((await signIn(world(), 'chan@example.org', right)).status).toBe(200)
  })

  test('an address that nobody has is counted just the same', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 11; i++) statuses.push((await signIn(world(), 'ghost@example.org', `wrong ${i}`)).status)
    expect(statuses).toEqual([...Array(10).fill(401), 429])
  })

  test('a right password clears the count of its account', async () => {
    for (let i = 0; i < 9; i++) await signIn(world(), 'dara@example.org', `wrong ${i}`)
    expect((await signIn(world(), 'dara@example.org', right)).status).toBe(200)
    expect((await signIn(world(), 'dara@example.org', 'wrong again')).status).toBe(401)
    expect((await signIn(world(), 'dara@example.org', right)).status).toBe(200)
  })

  test('a body with a field too many, or none, is refused before anything is tried', async () => {
    const bodies = [
      { email: 'chan@example.org', password: right, administrator: true },
      { email: 'chan@example.org' },
      'x',
    ]
    for (const body of bodies) expect((await world().request(undefined, 'POST', '/api/sign-in', body)).status).toBe(422)
  })
})

onBothEngines('trying passwords for many accounts', (world) => {
  test('an address that tries sixty accounts must wait', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 61; i++) statuses.push((await signIn(world(), `a${i}@example.org`, 'guess')).status)
    expect(statuses.slice(0, 60).every((status) => status === 401)).toBe(true)
    expect(statuses[60]).toBe(429)
  })
})

onBothEngines('an account of one’s own', (world) => {
  test('who signs out has no session; the public has none to end', async () => {
    await givePassword(world(), 'ilona')
    const { cookie } = await signIn(world(), 'ilona@example.org', right)
    const out = await world().ask('/api/session', { method: 'DELETE', headers: { Cookie: cookie! } })
    expect(out.status).toBe(204)
    expect(out.headers.get('Set-Cookie')).toMatch(/^session=; HttpOnly; Max-Age=0/)
    expect(await who(world(), cookie)).toBe(401)
    expect((await world().ask('/api/session', { method: 'DELETE' })).status).toBe(401)
  })

  test('a new password ends every other session and opens the door; the old one no longer does', async () => {
    await givePassword(world(), 'dara')
    const here = await signIn(world(), 'dara@example.org', right)
    const elsewhere = await signIn(world(), 'dara@example.org', right)
    const next = 'quite another sentence'
    const change = (body: unknown) =>
      world().ask('/api/password', {
        method: 'PUT',
        headers: { ...json, Cookie: here.cookie! },
        body: JSON.stringify(body),
      })
    expect((await change({ current: 'not the present one', next })).status).toBe(422)
    expect(await who(world(), elsewhere.cookie)).toBe(200)
    expect((await change({ current: right, next })).status).toBe(204)
    expect(await who(world(), here.cookie)).toBe(200)
    expect(await who(world(), elsewhere.cookie)).toBe(401)
    expect((await signIn(world(), 'dara@example.org', right)).status).toBe(401)
    expect((await signIn(world(), 'dara@example.org', next)).status).toBe(200)
  })

  test.each([
    ['eleven chars', 'elevenchars', 'short'],
    ['the address', 'Chan@Example.org', 'address'],
  ])('a weak password is refused: %s', async (_, next, fault) => {
    await givePassword(world(), 'chan')
    const { status, body } = await world().json('chan', 'PUT', '/api/password', { current: right, next })
    expect([status, body]).toMatchObject([422, { code: 'password_weak', detail: { fault } }])
  })

  test('a person lists their sessions and ends one; another’s is not found', async () => {
    await givePassword(world(), 'chan')
    const laptop = await signIn(world(), 'chan@example.org', right, {
      'User-Agent': 'Macintosh; Mac OS X Version/18 Safari/605',
    })
    const { body } = await world().json<{ id: string; device: string; current: boolean }[]>(
      'chan',
      'GET',
      '/api/sessions',
    )
    expect(body.map((session) => [session.device, session.current]).sort()).toEqual([
      ['Safari, Mac', false],
      ['test', true],
    ])
    const other = body.find((session) => !session.current)!
    expect((await world().request('walt', 'DELETE', `/api/sessions/${other.id}`)).status).toBe(404)
    expect(await who(world(), laptop.cookie)).toBe(200)
    expect((await world().request('chan', 'DELETE', `/api/sessions/${other.id}`)).status).toBe(204)
    expect(await who(world(), laptop.cookie)).toBe(401)
    expect((await world().request('chan', 'DELETE', `/api/sessions/${other.id}`)).status).toBe(404)
  })

  test('the chosen language is kept, and must be one that there is', async () => {
    expect((await world().request('bopha', 'PUT', '/api/language', { language: 'fr' })).status).toBe(200)
    expect((await world().json('bopha', 'GET', '/api/session')).body).toMatchObject({ language: 'fr' })
    expect((await world().request('bopha', 'PUT', '/api/language', { language: 'kh' })).status).toBe(422)
    expect((await world().request(undefined, 'PUT', '/api/language', { language: 'fr' })).status).toBe(401)
  })
})

onBothEngines('another site', (world) => {
  const change = (headers: Record<string, string>) =>
    world().ask('/api/language', {
      method: 'PUT',
      headers: { ...json, Cookie: world().cookie('chan'), ...headers },
      body: JSON.stringify({ language: 'es' }),
    })

  test.each([
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: 'http://localhost:3000.evil.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ] as Record<string, string>[])('cannot change anything with a person’s cookie: %o', async (headers) => {
    const answer = await change(headers)
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'foreign_origin'])
    expect((await world().json('chan', 'GET', '/api/session')).body).toMatchObject({ language: 'en' })
  })

  test.each([{ Origin: 'http://localhost:3000' }, { 'Sec-Fetch-Site': 'same-origin' }] as Record<string, string>[])(
    'our own pages can: %o',
    async (headers) => {
      expect((await change(headers)).status).toBe(200)
      await world().request('chan', 'PUT', '/api/language', { language: 'en' })
    },
  )

  test('cannot sign a person in to an account of its own', async () => {
    const answer = await signIn(world(), 'chan@example.org', right, { Origin: 'https://evil.example' })
    expect([answer.status, answer.cookie]).toEqual([403, undefined])
  })
})

describe('a device', () => {
  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140 Safari/537.36 Edg/140', 'Edge, Windows'],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36', 'Chrome, Android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/604.1', 'Safari, iPhone'],
    ['curl/8', ''],
    [undefined, ''],
  ])('is told apart by what it says of itself: %s', (agent, device) => {
    expect(deviceOf(agent)).toBe(device)
  })
})
