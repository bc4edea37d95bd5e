import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { createApp } from '../../server/app.ts'
import type { Database } from '../../server/db/database.ts'
import { migrate } from '../../server/db/migrate.ts'
import { openDatabase } from '../../server/db/open.ts'
import { sha256 } from '../../server/ledger/acts.ts'
import { newId } from '../../shared/ids.ts'
import type { Indicator } from '../../shared/record.ts'
import { createPostgresDatabase, startPostgres } from '../postgres.ts'

const now = '2026-03-02T09:00:00.000Z'
const token = 'bench'.padEnd(40, '0')
export const sessionCookie = { Cookie: `session=${token}` }

/** An installation of the program's own, with a team that may disclose, asked by its front door. */
export interface RecordGround {
  dataDir: string
  databaseUrl: string | undefined
  db: Database
  indicators: Indicator[]
  /** Begins the disclosure of a forum of its own, so that one run does not meet another's records. */
  newDisclosure(): Promise<string>
  ask<Value>(method: string, path: string, body?: unknown): Promise<Value>
  /** The front door itself. */
  fetch(request: Request): Response | Promise<Response>
  close(): Promise<void>
}

export async function openRecordGround(engine: 'sqlite' | 'postgres', codes: readonly string[]): Promise<RecordGround> {
  const dataDir = mkdtempSync(join(tmpdir(), 'parley-records-'))
  const server = engine === 'postgres' ? await startPostgres() : undefined
  const databaseUrl = server && (await createPostgresDatabase(server.url, 'records'))
  const db = openDatabase({ databaseUrl, dataDir })
  await migrate(db)
  const place = await populate(db, codes)
  const app = createApp({
    db,
    clock: () => new Date().toISOString(),
    log: pino({ level: 'silent' }),
    publicUrl: 'http://localhost',
    trustedProxies: 0,
  })
  const ask = async <Value>(method: string, path: string, body?: unknown): Promise<Value> => {
    const headers = { ...sessionCookie, 'Content-Type': 'application/json' }
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    const response = await app.request(`/api/${path}`, init)
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.json() as Promise<Value>
  }
  return {
    dataDir,
    databaseUrl,
    db,
    ask,
    fetch: (request) => app.fetch(request),
    indicators: await ask<Indicator[]>('GET', `agreements/${place.agreementId}/indicators`),
    newDisclosure: async () => {
      const forumId = await newForum(db, place.agreementId)
      return (await ask<{ id: string }>('POST', `forums/${forumId}/disclosures`, { teamId: place.teamId })).id
    },
    close: async () => {
      await db.close()
      await server?.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function populate(db: Database, codes: readonly string[]) {
  const [agreementId, teamId, personId] = [newId(), newId(), newId()]
  const agreement = { id: agreementId, slug: 'bench', title: 'Bench', summary: '', signed_on: null }
  const person = { id: personId, name: 'Lead', email: 'lead@example.org', password_hash: null, language: 'en' }
  const seat = { id: newId(), agreement_id: agreementId, person_id: personId, kind: 'team_lead', team_id: teamId }
  await db.write(async (trx) => {
    await trx
      .insertInto('agreement')
      .values({ ...agreement, demonstration: 0, created_at: now })
      .execute()
    await trx
      .insertInto('team')
      .values({ id: teamId, agreement_id: agreementId, name: 'Team', kind: 'team', party_id: null, created_at: now })
      .execute()
    await trx
      .insertInto('person')
      .values({ ...person, administrator: 0, created_at: now, disabled_at: null })
      .execute()
    await trx
      .insertInto('session')
      .values({
        id_hash: sha256(token),
        person_id: personId,
        device: 'bench',
        created_at: now,
        seen_at: now,
        expires_at: '2100-01-01T00:00:00.000Z',
      })
      .execute()
    await trx
      .insertInto('seat')
      .values({ ...seat, delegation_id: null, given_at: now, ended_at: null })
      .execute()
    await trx
      .insertInto('indicator')
      .values(codes.map((code) => indicatorRow(agreementId, code)))
      .execute()
  })
  return { agreementId, teamId }
}

const indicatorRow = (agreementId: string, code: string) => ({
  id: newId(),
  agreement_id: agreementId,
  code,
  title: code,
  definition: code,
  unit: 'number',
  denominator_id: null,
  rate_per: 100,
  direction: 'more',
  nature: 'amount',
  grain: 'month',
  source: '',
  illustrative: 1,
  created_at: now,
})

let fora = 0

async function newForum(db: Database, agreementId: string): Promise<string> {
  const id = newId()
  const label = `2026-${++fora}`
  await db.write(async (trx) => {
    await trx
      .insertInto('forum')
      .values({
        id,
        agreement_id: agreementId,
        label,
        title: label,
        stage: 'disclosure',
        stage_since: now,
        convened_at: now,
        closed_at: null,
        follows: null,
        minutes_id: newId(),
      })
      .execute()
    await trx
      .insertInto('forum_stage')
      .values({ forum_id: id, stage: 'comparison', opens_on: '2026-12-01', opened_at: null })
      .execute()
  })
  return id
}
