import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { identifyBy } from '../server/account/identify.ts'
import { luciaSessions } from '../server/account/lucia-sessions.ts'
import { findActor } from '../server/agreement/actors.ts'
import { createApp } from '../server/app.ts'
import type { Database } from '../server/db/database.ts'
import { migrate } from '../server/db/migrate.ts'
import { openDatabase } from '../server/db/open.ts'
import { liveAccess } from '../server/hand-overs.ts'
import { sha256 } from '../server/ledger/acts.ts'
import { createLive, type Live } from '../server/sync/live.ts'
import type { Actor, SeatKind, Side } from '../shared/agreement.ts'
import { usCambodia } from '../shared/charters/us-cambodia.ts'
import type { Instant } from '../shared/dates.ts'
import { newId } from '../shared/ids.ts'
import { createPostgresDatabase } from './postgres.ts'

export const engines = ['sqlite', 'postgres'] as const
export type Engine = (typeof engines)[number]

/** The cast: one person a seat, the same in every test. Nemo has no seat; Ada sets up the installation. */
const cast = {
  ada: { name: 'Ada Admin', administrator: true },
  sok: { name: 'Sok Secretary', seat: 'secretariat' },
  chan: { name: 'Chan of the Government of Cambodia', seat: 'delegate', delegation: 'CG' },
  dara: { name: 'Dara of the Workers of Cambodia', seat: 'delegate', delegation: 'CW' },
  bopha: { name: 'Bopha of the Employers of Cambodia', seat: 'delegate', delegation: 'CE' },
  grace: { name: 'Grace of the Government of the United States', seat: 'delegate', delegation: 'UG' },
  walt: { name: 'Walt of the Workers of the United States', seat: 'delegate', delegation: 'UW' },
  emma: { name: 'Emma of the Employers of the United States', seat: 'delegate', delegation: 'UE' },
  ilona: { name: 'Ilona Monitor', seat: 'monitor' },
  lina: { name: 'Lina, lead of Team North', seat: 'team_lead', team: 'north' },
  tomas: { name: 'Tomas of Team North', seat: 'team_member', team: 'north' },
  marc: { name: 'Marc, lead of Team South', seat: 'team_lead', team: 'south' },
  gita: { name: 'Gita Stakeholder', seat: 'stakeholder' },
  otto: { name: 'Otto Observer', seat: 'observer' },
  nemo: { name: 'Nemo Nobody' },
} as const satisfies Record<
  string,
  { name: string; seat?: SeatKind; delegation?: string; team?: string; administrator?: boolean }
>

export type Person = keyof typeof cast
const parties = { C: { code: 'KH', name: 'Cambodia' }, U: { code: 'US', name: 'United States' } } as const
const sideOf: Record<string, Side> = { G: 'government', W: 'workers', E: 'employers' }

export interface TestWorld {
  engine: Engine
  db: Database
  /** Where the database is, for tests that start another node on it. */
  where: { databaseUrl: string | undefined; dataDir: string }
  /** The world's time; tests set it. */
  now: Instant
  agreementId: string
  agreementSlug: string
  person: Record<Person, string>
  delegation: Record<'CG' | 'CW' | 'CE' | 'UG' | 'UW' | 'UE', string>
  party: Record<'KH' | 'US', string>
  team: Record<'north' | 'south', string>
  /** The Cookie header that signs this person in. */
  cookie(person: Person): string
  /** Asks the front door as this person; `undefined` asks as the public. A body is sent as JSON. */
  request(person: Person | undefined, method: string, path: string, body?: unknown): Promise<Response>
  /** The same, and the JSON of the answer. */
  json<Value = Record<string, unknown>>(
    person: Person | undefined,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Value }>
  /** Asks the front door with exactly these headers and body: another site, another browser, a guessed cookie. */
  ask(path: string, init?: RequestInit): Promise<Response>
  actor(person: Person): Promise<Actor>
  close(): Promise<void>
}

/** Runs `tests` once per engine, each with a world of its own, made before the first test of the block. */
export function onBothEngines(title: string, tests: (world: () => TestWorld) => void): void {
  describe.each(engines)(`${title} on %s`, (engine) => {
    let world: TestWorld
    beforeAll(async () => {
      world = await openWorld(engine)
    })
    afterAll(async () => {
      await world?.close()
    })
    tests(() => world)
  })
}

export async function openWorld(engine: Engine): Promise<TestWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-test-'))
  const databaseUrl =
    engine === 'postgres'
      ? await createPostgresDatabase(inject('postgres'), `t${crypto.randomUUID().replaceAll('-', '')}`)
      : undefined
  const db = openDatabase({ databaseUrl, dataDir: folder })
  await migrate(db)
  const now: Instant = '2026-03-02T09:00:00.000Z'
  const made = await populate(db, now)
  const world: TestWorld = {
    engine,
    db,
    where: { databaseUrl, dataDir: folder },
    now,
    ...made,
    cookie: (person) => `session=${token(person)}`,
    request: async (person, method, path, body) =>
      app().request(path, {
        method,
        headers: {
          ...(person ? { Cookie: `session=${token(person)}` } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    json: async <Value>(person: Person | undefined, method: string, path: string, body?: unknown) => {
      const response = await world.request(person, method, path, body)
      return { status: response.status, body: (await response.json()) as Value }
    },
    ask: async (path, init) => app().request(path, init),
    actor: async (person) => (await findActor(db.read, made.person[person]))!,
    close: async () => {
      await live?.close()
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  // Made when it is first asked: tests of the ground need no routes.
  let opened: ReturnType<typeof createApp> | undefined
  let live: Live | undefined
  const publicUrl = 'http://localhost:3000'
  const ground = { db, clock: () => world.now, log: pino({ level: process.env.TEST_LOG ?? 'silent' }) }
  const app = () => {
    opened ??= createApp({
      ...ground,
      publicUrl,
      trustedProxies: 0,
      get live() {
        const identify = identifyBy(db, luciaSessions(publicUrl), findActor, ground.clock)
        live ??= createLive({
          ...ground,
          access: liveAccess,
          identify: (cookie) => identify(cookie, 'page'),
          allowedOrigins: [],
        })
        return live
      },
    })
    return opened
  }
  return world
}

const token = (person: Person): string => `token-of-${person}`.padEnd(40, '0')

/** Two parties, six delegations, two teams, and the cast in its seats, written straight into the tables. */
async function populate(db: Database, now: Instant) {
  const agreementId = newId()
  const party = { KH: newId(), US: newId() }
  const delegation = { CG: newId(), CW: newId(), CE: newId(), UG: newId(), UW: newId(), UE: newId() }
  const team = { north: newId(), south: newId() }
  const people = Object.fromEntries(Object.keys(cast).map((key) => [key, newId()])) as Record<Person, string>
  await db.write(async (trx) => {
    await trx
      .insertInto('agreement')
      .values({
        id: agreementId,
        slug: 'textile',
        title: 'Textile agreement',
        summary: '',
        signed_on: '1999-01-20',
        demonstration: 0,
        created_at: now,
      })
      .execute()
    await trx
      .insertInto('charter')
      .values({
        id: newId(),
        agreement_id: agreementId,
        version: 1,
        template: usCambodia.template,
        body: JSON.stringify(usCambodia),
        in_force_from: '1999-01-20',
        created_at: now,
      })
      .execute()
    for (const [position, { code, name }] of Object.values(parties).entries())
      await trx
        .insertInto('party')
        .values({ id: party[code], agreement_id: agreementId, code, name, position })
        .execute()
    for (const [mark, id] of Object.entries(delegation)) {
      const partyId = party[parties[mark[0] as 'C' | 'U'].code]
      await trx
        .insertInto('delegation')
        .values({ id, agreement_id: agreementId, party_id: partyId, side: sideOf[mark[1]!]!, mark })
        .execute()
    }
    for (const [name, id] of Object.entries(team))
      await trx
        .insertInto('team')
        .values({ id, agreement_id: agreementId, name: `Team ${name}`, kind: 'team', party_id: null, created_at: now })
        .execute()
    for (const [key, person] of Object.entries(cast) as [
      Person,
      { name: string; seat?: string; delegation?: 'CG'; team?: 'north'; administrator?: boolean },
    ][]) {
      await trx
        .insertInto('person')
        .values({
          id: people[key],
          name: person.name,
          email: `${key}@example.org`,
          password_hash: null,
          language: 'en',
          administrator: person.administrator ? 1 : 0,
          created_at: now,
          disabled_at: null,
        })
        .execute()
      await trx
        .insertInto('session')
        .values({
          id_hash: sha256(token(key)),
          person_id: people[key],
          device: 'test',
          created_at: now,
          seen_at: now,
          expires_at: '2100-01-01T00:00:00.000Z',
        })
        .execute()
      if (!person.seat) continue
      await trx
        .insertInto('seat')
        .values({
          id: newId(),
          agreement_id: agreementId,
          person_id: people[key],
          kind: person.seat,
          given_at: now,
          ended_at: null,
          delegation_id: person.delegation ? delegation[person.delegation] : null,
          team_id: person.team ? team[person.team] : null,
        })
        .execute()
    }
  })
  return { agreementId, agreementSlug: 'textile', person: people, delegation, party, team }
}
