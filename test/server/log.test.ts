import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLog } from '../../server/log.ts'
import { type Running, startServer } from '../../server/serve.ts'
import { liveLimits } from '../../server/sync/limits.ts'
import { forumIn, period, planWith } from '../plan.ts'
import { joinRaw, presence } from '../sync/hall.ts'
import { write } from '../sync/texts.ts'
import { onBothEngines } from '../world.ts'

const canary = 'canary7f3'
const origin = 'http://localhost:3000'

/** A log that is kept, at its most talkative. */
function keptLog() {
  const lines: string[] = []
  return { lines, log: openLog('trace', { write: (line) => void lines.push(line) }) }
}

test('an error is logged by its kind, codes and place, and not by words that may quote what it choked on', () => {
  const { lines, log } = keptLog()
  const thrown = (work: () => unknown) => {
    try {
      return work()
    } catch (error) {
      log.error({ err: error }, 'defect')
      return undefined
    }
  }
  thrown(() => JSON.parse(canary))
  thrown(() => new URL(canary))
  thrown(() => {
    const why = Object.assign(new Error(`Failing row contains (${canary})`), { severity: 'ERROR', code: '23514' })
    throw new TypeError(canary, { cause: Object.assign(why, { detail: canary, constraint: 'plan_title' }) })
  })
  thrown(() => {
    throw canary
  })
  expect(lines).toHaveLength(4)
  expect(lines.join('')).not.toContain(canary)
  const [syntax, , nested] = lines.map((line) => JSON.parse(line))
  expect(syntax.err).toMatchObject({
    type: 'SyntaxError',
    at: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
  })
  expect(nested.err.cause).toMatchObject({ code: '23514', constraint: 'plan_title' })
  log.error({ err: new Error('what we say ourselves') }, 'defect')
  expect(lines.at(-1)).toContain('what we say ourselves')
})

onBothEngines('The log', (world) => {
  const { lines, log } = keptLog()
  let running: Running
  let documentId: string
  const url = () => `http://127.0.0.1:${running.port}`
  const fail = (table: string) =>
    world().engine === 'sqlite'
      ? sql.raw(`create trigger no_${table} before insert on ${table} begin select raise(abort, 'no'); end`)
      : sql.raw(`alter table ${table} add constraint no_${table} check (1 = 0) not valid`)

  beforeAll(async () => {
    documentId = (await planWith(world(), await forumIn(world(), 'deliberation'), { ...period, measures: [] }))
      .documentId
    const liveBounds = liveLimits.parse({ commitPatienceMs: 100, pollMs: 50, recheckMs: 100 })
    const environment = { ...world().where, port: 0, host: '127.0.0.1', publicUrl: origin, trustedProxies: 0 }
    running = await startServer({ ...environment, logLevel: 'trace', liveLimits: liveBounds }, log)
  })
  afterAll(() => running.close())
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${url()}${path}`, {
      ...init,
      headers: { 'Content-Type': 'application/json', 'User-Agent': canary, ...init.headers },
    })

  test('has no word of what was sent, refused or failed: cookies, addresses, texts, presence', async () => {
    const cookie = world().cookie('chan')
    const statuses = [
      await ask('/api/sign-in', {
        method: 'POST',
        body: JSON.stringify({ email: `${canary}@example.org`, password: `${canary} password` }),
      }),
      await ask('/api/sign-in', { method: 'POST', body: `{"${canary}` }),
      await ask(`/api/invitations/${canary}`),
      await ask(`/api/session?token=${canary}`, { headers: { cookie: `session=${canary}` } }),
      await ask(`/${canary}?secret=${canary}`),
    ].map((answer) => answer.status)
    expect(statuses.every((status) => status >= 400 && status < 500)).toBe(true)

    // What the gate refuses, what no message is, and who may not come in.
    const raw = () =>
      joinRaw({ url: `${url().replace('http', 'ws')}/sync` }, documentId, cookie, {
        from: origin,
        device: `device-${crypto.randomUUID()}`,
      })
    const hostile = await raw()
    await hostile.hear('state')
    hostile.doc.getMap(canary).set(canary, canary)
    expect((await hostile.hear('refused')).code).toBe('edit_refused')
    hostile.send(presence(hostile.doc.clientID, 1, { cursor: canary, user: { name: canary } }))
    for (let i = 0; i < 3; i++) hostile.send(Uint8Array.of(0, 2, 200, ...new TextEncoder().encode(canary)))
    await hostile.closed
    const stranger = await joinRaw({ url: `${url().replace('http', 'ws')}/sync` }, canary, `session=${canary}`, {
      from: origin,
    })
    expect((await stranger.closed).code).toBe(4401)

    // What the database fails: PostgreSQL quotes the whole row in its words.
    await world().db.write(async (trx) => {
      for (const table of ['document_update', 'team']) await fail(table).execute(trx)
    })
    const honest = await raw()
    await honest.hear('state')
    write(honest.doc, canary)
    expect((await honest.closed).code).toBe(4503)
    const answer = await ask(`/api/agreements/${world().agreementId}/teams`, {
      method: 'POST',
      headers: { cookie: world().cookie('sok'), origin },
      body: JSON.stringify({ name: canary, kind: 'team' }),
    })
    expect(answer.status).toBe(500)
    const said = lines.map((line) => JSON.parse(line))
    expect(said).toContainEqual(expect.objectContaining({ msg: 'an update was refused', why: 'root' }))
    expect(said).toContainEqual(expect.objectContaining({ msg: 'a live text could not be appended to' }))
    expect(said).toContainEqual(expect.objectContaining({ msg: 'defect', route: '/api/agreements/:id/teams' }))
    expect(lines.join('')).not.toContain(canary)
    expect(lines.join('')).not.toContain('token-of-chan')
  })
})
