import { describe, expect, test } from 'vitest'
import { luciaSessions } from '../../server/account/lucia-sessions.ts'
import type { Sessions } from '../../server/account/sessions.ts'
import { hear, type News } from '../../server/sync/news.ts'
import { onBothEngines } from '../world.ts'

/** The contract of the port: whatever keeps sessions must pass it, and may then take the place of what does now. */
const keepers: Record<string, (publicUrl: string) => Sessions> = { lucia: luciaSessions }

const days = (count: number, from: string) => new Date(Date.parse(from) + count * 86_400_000).toISOString()

for (const [keeper, make] of Object.entries(keepers)) {
  const sessions = make('http://localhost:3000')

  onBothEngines(`sessions kept by ${keeper}`, (world) => {
    const begin = (device = 'Firefox, Linux') =>
      world().db.write((trx) => sessions.create(trx, world().person.chan, device, world().now))
    const open = (token: string, now = world().now) => sessions.validate(world().db, token, now)

    test('a token opens the session of its person', async () => {
      const { token, sessionHash } = await begin()
      expect(await open(token)).toEqual({ personId: world().person.chan, sessionHash, fresh: false })
    })

    test('a token that nobody was given opens nothing', async () => {
      expect(await open('x'.repeat(40))).toBeUndefined()
      expect(await open('')).toBeUndefined()
    })

    test('what is stored opens nothing when it is sent as a cookie', async () => {
      const { token, sessionHash } = await begin()
      const stored = await world().db.read.selectFrom('session').selectAll().execute()
      expect(stored.map((row) => row.id_hash)).toContain(sessionHash)
      expect(JSON.stringify(stored)).not.toContain(token)
      expect(await open(sessionHash)).toBeUndefined()
      const answer = await world().ask('/api/session', { headers: { Cookie: `session=${sessionHash}` } })
      expect(answer.status).toBe(401)
      expect((await world().ask('/api/session', { headers: { Cookie: `session=${token}` } })).status).toBe(200)
    })

    test('no two sessions have one token', async () => {
      const tokens = await Promise.all(Array.from({ length: 8 }, async () => (await begin()).token))
      expect(new Set(tokens).size).toBe(8)
      for (const token of tokens) expect(token.length).toBeGreaterThanOrEqual(32)
    })

    test('an unused session ends after thirty days, and a used one is prolonged', async () => {
      const { token } = await begin()
      const { token: idle } = await begin()
      expect(await open(token, days(14, world().now))).toMatchObject({ fresh: false })
      expect(await open(token, days(16, world().now))).toMatchObject({ fresh: true })
      expect(await open(token, days(40, world().now))).toBeDefined()
      expect(await open(idle, days(31, world().now))).toBeUndefined()
      expect(await open(idle, world().now)).toBeUndefined() // it was removed, whatever the clock says
    })

    test('finding a session leaves it as it is, and finds none that has ended', async () => {
      const { token, sessionHash } = await begin()
      const find = (now: string) => sessions.find(world().db.read, token, now)
      const row = () => world().db.read.selectFrom('session').selectAll().where('id_hash', '=', sessionHash).execute()
      const before = await row()
      expect(await find(days(29, world().now))).toEqual({ personId: world().person.chan, sessionHash })
      expect(await find(days(30.1, world().now))).toBeUndefined()
      expect(await sessions.find(world().db.read, 'x'.repeat(40), world().now)).toBeUndefined()
      expect(await row()).toEqual(before)
      expect(await open(token, days(29, world().now))).toMatchObject({ fresh: true })
      expect(await find(days(58, world().now))).toBeDefined()
    })

    test('a session that is ended opens nothing, and the open sockets hear of it', async () => {
      const { token, sessionHash } = await begin()
      const heard: News[] = []
      const stop = hear((news) => heard.push(news))
      await world().db.write((trx) => sessions.end(trx, sessionHash))
      stop()
      expect(await open(token)).toBeUndefined()
      expect(heard).toEqual([{ sessionId: sessionHash }])
    })

    test('all sessions of a person end but the one that is named; those of others stay', async () => {
      const [first, second] = [await begin(), await begin()]
      await world().db.write((trx) => sessions.endAll(trx, world().person.chan, second.sessionHash))
      expect(await open(first.token)).toBeUndefined()
      expect(await open(second.token)).toBeDefined()
      await world().db.write((trx) => sessions.endAll(trx, world().person.chan))
      expect(await open(second.token)).toBeUndefined()
      expect((await world().request('dara', 'GET', '/api/session')).status).toBe(200)
    })

    test('a person whose account is closed has no session', async () => {
      const { token } = await begin()
      const close = (at: string | null) =>
        world().db.write(async (trx) => {
          await trx.updateTable('person').set({ disabled_at: at }).where('id', '=', world().person.chan).execute()
        })
      await close(world().now)
      expect(await open(token)).toBeUndefined()
      await close(null)
    })
  })

  describe(`the cookie of ${keeper}`, () => {
    const safe = make('https://parley.example.org')

    test('scripts cannot read it, other sites do not send it, and over https it is bound to the host', () => {
      expect(sessions.cookie('abc')).toMatch(/^session=abc; HttpOnly; Max-Age=2592000; Path=\/; SameSite=Lax$/)
      expect(safe.cookie('abc')).toMatch(
        /^__Host-session=abc; HttpOnly; Max-Age=2592000; Path=\/; SameSite=Lax; Secure$/,
      )
    })

    test('taking it back empties it at once', () => {
      expect(sessions.cookie(undefined)).toMatch(/^session=; HttpOnly; Max-Age=0; /)
    })

    test('it is found among others, and a broken header finds none', () => {
      expect(sessions.tokenIn('theme=dark; session=abc; x=1')).toBe('abc')
      expect(safe.tokenIn('session=abc')).toBeUndefined()
      expect(safe.tokenIn('__Host-session=abc')).toBe('abc')
      for (const header of [undefined, '', ';;;', 'session', 'session=', 'session=%zz;=', 'x=%E0%A4%A'])
        expect(sessions.tokenIn(header) ?? '').toMatch(/^(%zz)?$/)
    })
  })
}
