import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { pino } from 'pino'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { Tables } from '../../server/db/tables.ts'
import type { Env } from '../../server/http/env.ts'
import { routeActions, rule } from '../../server/http/rule.ts'
import { newId } from '../../shared/ids.ts'
import { type Action, rules } from '../../shared/permissions.ts'
import { onBothEngines, openWorld, type TestWorld } from '../world.ts'
import { bodies, forumToWalk, queries } from './route-samples.ts'

/** What a live text demands for itself; every other action must have a route. */
const live: readonly Action[] = ['plan.edit', 'minutes.edit']

interface Route {
  method: string
  path: string
  action: Action
}

const who = (action: Action): readonly string[] => rules[action].who
const isPublic = ({ action }: Route) => who(action).includes('public')
/** Open to everyone who is signed in; what is another's is then told apart by the room's own tests. */
const isPersonal = ({ action }: Route) => who(action).includes('person')

const appOf = (world: TestWorld) =>
  createApp({
    db: world.db,
    clock: () => world.now,
    log: pino({ level: 'silent' }),
    publicUrl: 'http://localhost:3000',
    trustedProxies: 0,
  })

const routesOf = (world: TestWorld): Route[] =>
  [...routeActions(appOf(world))].map(([key, action]) => {
    const [method, path] = key.split(' ') as [string, string]
    return { method, path, action }
  })

let forumId = ''

/** The address with real ids where the world has such a thing, else with one that nobody made. */
function fill(world: TestWorld, { method, path }: Route, real: boolean): string {
  const known: Record<string, string> = {
    agreements: world.agreementId,
    forums: forumId,
    teams: world.team.north,
    sessions: createHash('sha256').update('nobody').digest('hex'),
    public: world.agreementSlug,
  }
  const segments = path.split('/')
  return segments
    .map((segment, i) => (segment.startsWith(':') ? (real && known[segments[i - 1] ?? '']) || newId() : segment))
    .join('/')
    .concat(queries[`${method} ${path}`] ?? '')
}

const bodyOf = (world: TestWorld, { method, path }: Route): unknown =>
  method === 'GET' || method === 'DELETE' ? undefined : (bodies[`${method} ${path}`]?.(world) ?? {})

/** Everything that is stored, as one sum. */
async function stored(world: TestWorld): Promise<string> {
  const sum = createHash('sha256')
  const tables = (await world.db.read.introspection.getTables()).map((table) => table.name).sort()
  for (const table of tables.filter((name) => !name.startsWith('kysely'))) {
    const rows = await world.db.read
      .selectFrom(table as keyof Tables)
      .selectAll()
      .execute()
    sum.update(
      `${table}${rows
        .map((row) => JSON.stringify(row))
        .sort()
        .join('\n')}`,
    )
  }
  return sum.digest('hex')
}

onBothEngines('every route', (world) => {
  let routes: Route[]
  beforeAll(async () => {
    routes = routesOf(world())
    const path = `/api/agreements/${world().agreementId}/forums`
    forumId = (await world().json<{ id: string }>('sok', 'POST', path, forumToWalk)).body.id
  })

  test('turns away who is not signed in, unless it is public', async () => {
    for (const route of routes.filter((one) => !isPublic(one)))
      for (const real of [true, false]) {
        const answer = await world().request(
          undefined,
          route.method,
          fill(world(), route, real),
          bodyOf(world(), route),
        )
        expect([route.method, route.path, answer.status]).toEqual([route.method, route.path, 401])
      }
  })

  test('is closed to a person who has no seat', async () => {
    for (const route of routes.filter((one) => !isPublic(one) && !isPersonal(one)))
      for (const real of [true, false]) {
        const answer = await world().request('nemo', route.method, fill(world(), route, real), bodyOf(world(), route))
        const { code } = (await answer.json()) as { code: string }
        // 422 here means that the walk sends what the route cannot take: give it a body in route-samples.ts
        expect([route.method, route.path, answer.status, code]).toEqual([
          route.method,
          route.path,
          expect.toSatisfy((status) => status === 404 || status === 403),
          who(route.action).includes('administrator') ? 'only_administrator' : 'not_found',
        ])
      }
  })

  test('that changes something refuses another site', async () => {
    const headers = {
      Origin: 'https://evil.example',
      Cookie: world().cookie('sok'),
      'Content-Type': 'application/json',
    }
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      const init = { method: route.method, headers, body: JSON.stringify(bodyOf(world(), route) ?? {}) }
      const answer = await world().ask(fill(world(), route, true), init)
      expect([route.method, route.path, answer.status]).toEqual([route.method, route.path, 403])
    }
  })

  test('that reads changes nothing', async () => {
    const before = await stored(world())
    for (const route of routes.filter(({ method }) => method === 'GET'))
      for (const person of ['sok', 'chan', undefined] as const)
        for (const real of [true, false]) {
          const answer = await world().request(person, 'GET', fill(world(), route, real))
          expect([route.path, answer.status < 500]).toEqual([route.path, true])
        }
    expect(await stored(world())).toBe(before)
    await world().request('sok', 'PUT', '/api/language', { language: 'fr' })
    expect(await stored(world())).not.toBe(before) // the sum does see a change
  })

  test('answers strange addresses with a refusal, never with a defect', async () => {
    const strange = [
      '//api//session',
      '/api/agreements/%2e%2e',
      '/api/agreements/%00',
      '/API/session',
      '/api/session/',
      '/api/agreements/..;/x',
      '/api/agreements/%E0%A4%A',
    ]
    for (const path of strange)
      for (const person of ['nemo', undefined] as const) {
        const answer = await world().request(person, 'GET', path)
        expect([path, answer.status]).toEqual([path, expect.toSatisfy((status) => status >= 400 && status < 500)])
      }
  })
})

describe('the list of routes', () => {
  test('has a rule for each: without one nothing starts', () => {
    const app = new Hono<Env>()
      .get('/with', rule('agreement.list'), (c) => c.text(''))
      .get('/without', (c) => c.text(''))
    expect(() => routeActions(app)).toThrow('GET /without has no rule')
  })

  test('uses every action that there is, or a live text does', async () => {
    const world = await openWorld('sqlite')
    const used = new Set([...routesOf(world).map(({ action }) => action), ...live])
    await world.close()
    expect(Object.keys(rules).filter((action) => !used.has(action as Action))).toEqual([])
  })

  test('names each address once for a method', async () => {
    const world = await openWorld('sqlite')
    const shapes = routesOf(world).map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`)
    await world.close()
    expect(shapes.length).toBe(new Set(shapes).size)
  })
})
