import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { luciaSessions } from '../../server/account/lucia-sessions.ts'
import { type Running, startServer } from '../../server/serve.ts'
import { liveLimits } from '../../server/sync/limits.ts'
import type { Instant } from '../../shared/dates.ts'
import { forumIn, period, planWith } from '../plan.ts'
import { joinRaw } from '../sync/hall.ts'
import { onBothEngines, type Person } from '../world.ts'

const publicUrl = 'http://localhost:3000'
const sessions = luciaSessions(publicUrl)

onBothEngines('A page that is open and left alone', (world) => {
  let running: Running
  let now: Instant
  let documentId: string
  const dayOf = (count: number): Instant => new Date(Date.parse(world().now) + count * 86_400_000).toISOString()
  const endOf = (hash: string) =>
    world().db.read.selectFrom('session').select('expires_at').where('id_hash', '=', hash).executeTakeFirst()

  beforeAll(async () => {
    now = world().now
    const forum = await forumIn(world(), 'deliberation')
    documentId = (await planWith(world(), forum, { ...period, measures: [] })).documentId
    const environment = {
      ...world().where,
      port: 0,
      host: '127.0.0.1',
      publicUrl,
      trustedProxies: 0,
      logLevel: 'silent',
      liveLimits: liveLimits.parse({ recheckMs: 50 }),
    }
    running = await startServer(environment, pino({ level: 'silent' }), undefined, () => now)
  })
  afterAll(() => running.close())

  const signIn = async (person: Person) => {
    const { token, sessionHash } = await world().db.write((trx) =>
      sessions.create(trx, world().person[person], 'Firefox, Linux', now),
    )
    return { cookie: `session=${token}`, hash: sessionHash }
  }
  const join = (cookie: string) =>
    joinRaw({ url: `ws://127.0.0.1:${running.port}/sync` }, documentId, cookie, {
      from: publicUrl,
      device: `device-${Math.random()}`.replace('.', ''),
    })
  const ask = (cookie: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${running.port}/api/session`, { headers: { cookie, ...headers } })

  /** Returns once every socket that was open before has been decided again at the present instant. */
  const decided = async () => {
    const other = await signIn('dara')
    const last = await join(other.cookie)
    await last.hear('state')
    await world().db.write(async (trx) => {
      await trx.updateTable('session').set({ expires_at: now }).where('id_hash', '=', other.hash).execute()
    })
    expect((await last.closed).code).toBe(4401)
  }

  test('does not keep the session alive: its live text closes at the end of the session', async () => {
    now = world().now
    const chan = await signIn('chan')
    const page = await join(chan.cookie)
    await page.hear('state')
    const end = (await endOf(chan.hash))!.expires_at
    expect(end < dayOf(30.1)).toBe(true)
    for (const day of [16, 29]) {
      now = dayOf(day)
      await decided()
      expect((await ask(chan.cookie, { Unattended: 'yes' })).status).toBe(200)
      expect((await endOf(chan.hash))!.expires_at).toBe(end)
      expect(page.socket.readyState).toBe(page.socket.OPEN)
    }
    now = end
    expect((await page.closed).code).toBe(4401)
    expect((await ask(chan.cookie)).status).toBe(401)
  })

  test('stays where a person works on: what they ask prolongs the session', async () => {
    now = world().now
    const chan = await signIn('chan')
    const page = await join(chan.cookie)
    await page.hear('state')
    now = dayOf(16)
    const answer = await ask(chan.cookie)
    expect(answer.headers.get('set-cookie')).toContain('session=')
    expect((await endOf(chan.hash))!.expires_at > dayOf(45.9)).toBe(true)
    now = dayOf(31)
    await decided()
    expect(page.socket.readyState).toBe(page.socket.OPEN)
    page.socket.close()
  })

  test('is asked about often enough that a session’s end closes it within five seconds', () => {
    expect(liveLimits.safeParse({ recheckMs: 4_500 }).success).toBe(true)
    expect(liveLimits.safeParse({ recheckMs: 4_501 }).success).toBe(false)
  })
})
