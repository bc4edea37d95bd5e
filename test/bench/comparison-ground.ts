import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import pg from 'pg'
import type { Database } from '../../server/db/database.ts'
import { newId } from '../../shared/ids.ts'
import { entryOf, type LibraryCode, libraryCodes, withDenominators } from '../../shared/indicator-library.ts'

const now = '2026-03-02T09:00:00.000Z'
const years = Array.from({ length: 9 }, (_, i) => String(2017 + i))
const months = years.flatMap((year) =>
  Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`),
)

/** The indicators that the page shows, of eight years; each team has them of one year more, since a figure is told with the one before. */
export const shownIndicators = [
  'inspectors',
  'inspections',
  'unannounced',
  'violations_found',
  'violations_remedied',
  'violations_verified',
  'relapses',
  'days_to_remedy',
] as const satisfies readonly LibraryCode[]
export const shownYears = years.slice(1)

/** A forum at comparison of which so many records are open. */
export interface OpenForum {
  id: string
  teams: number
  records: number
}

/** Teams disclose so many records in all; what the page shows comes first, then other indicators and shorter periods. */
export async function openForum(
  db: Database,
  store: Store,
  agreementId: string,
  personId: string,
  most: { teams: number; records: number },
): Promise<OpenForum> {
  const needed = withDenominators(shownIndicators)
  const teams = Math.min(most.teams, Math.floor(most.records / (needed.length * years.length)))
  const perTeam = Math.floor(most.records / teams)
  const indicators = await fillIndicators(db, agreementId, perTeam)
  const forumId = await insertForum(db, agreementId)
  const places = placesOf(indicators, new Set(needed)).slice(0, perTeam)
  for (let team = 0; team < teams; team++) {
    const disclosure = await insertDisclosure(db, agreementId, forumId, team, personId)
    await store.insert(places.map(([indicator, period], i) => rowOf(disclosure, personId, indicator, period, team, i)))
  }
  await store.settle()
  return { id: forumId, teams, records: teams * places.length }
}

interface KnownIndicator {
  id: string
  code: string
}

function placesOf(indicators: readonly KnownIndicator[], needed: ReadonlySet<string>): [KnownIndicator, string][] {
  const first = indicators.filter(({ code }) => needed.has(code))
  const rest = indicators.filter(({ code }) => !needed.has(code))
  const cross = (some: readonly KnownIndicator[], periods: readonly string[]) =>
    periods.flatMap((period) => some.map((indicator): [KnownIndicator, string] => [indicator, period]))
  return [...cross(first, years), ...cross(rest, years), ...cross(first, months), ...cross(rest, months)]
}

/** A denominator is larger than what is told as a rate of it: the further up the library, the larger. */
function rowOf(
  disclosureId: string,
  personId: string,
  { id, code }: KnownIndicator,
  period: string,
  team: number,
  i: number,
) {
  const depth = libraryCodes.indexOf(code as LibraryCode)
  const size = depth < 0 ? 1000 : Math.round(60_000 / (depth + 1) ** 2) + 20
  const value = Math.round(size * (0.7 + ((team * 7919 + i * 104_729) % 1000) / 3500))
  return [newId(), disclosureId, id, period, value, String(value), personId] as const
}
type Row = ReturnType<typeof rowOf>

async function fillIndicators(db: Database, agreementId: string, perTeam: number): Promise<KnownIndicator[]> {
  const each = years.length + months.length
  const others = Math.ceil(perTeam / each) + 1
  const codes = [...libraryCodes, ...Array.from({ length: others }, (_, i) => `other_${i}`)]
  const known = new Map<string, string>()
  for (const { id, code } of await db.read.selectFrom('indicator').select(['id', 'code']).execute()) known.set(code, id)
  await db.write(async (trx) => {
    for (const code of codes.filter((one) => !known.has(one))) {
      const entry = libraryCodes.includes(code as LibraryCode) ? entryOf(code as LibraryCode) : undefined
      const id = newId()
      known.set(code, id)
      await trx
        .insertInto('indicator')
        .values({
          id,
          agreement_id: agreementId,
          code,
          title: code,
          definition: code,
          unit: 'number',
          denominator_id: entry?.of ? known.get(entry.of)! : null,
          rate_per: entry?.ratePer ?? 100,
          direction: entry?.direction ?? 'more',
          nature: entry?.nature ?? 'amount',
          grain: 'year',
          source: '',
          illustrative: 1,
          created_at: now,
        })
        .execute()
    }
  })
  return codes.map((code) => ({ code, id: known.get(code)! }))
}

let fora = 0

async function insertForum(db: Database, agreementId: string): Promise<string> {
  const id = newId()
  const label = `2026-${++fora}`
  const forum = { id, agreement_id: agreementId, label, title: label, stage: 'comparison', stage_since: now }
  await db.write(async (trx) => {
    await trx
      .insertInto('forum')
      .values({ ...forum, convened_at: now, closed_at: null, follows: null, minutes_id: newId() })
      .execute()
    await trx
      .insertInto('forum_stage')
      .values({ forum_id: id, stage: 'comparison', opens_on: '2026-03-02', opened_at: now })
      .execute()
  })
  return id
}

/** The teams are the agreement's: each forum's disclosures are of the same ones. */
async function insertDisclosure(
  db: Database,
  agreementId: string,
  forumId: string,
  team: number,
  personId: string,
): Promise<string> {
  const id = newId()
  const teamId = `team-${team}`
  const name = `Team ${String(team).padStart(3, '0')}`
  await db.write(async (trx) => {
    const known = await trx.selectFrom('method').select('id').where('team_id', '=', teamId).executeTakeFirst()
    const methodId = known?.id ?? newId()
    if (!known) {
      const row = { id: teamId, agreement_id: agreementId, name, kind: 'team', created_at: now }
      await trx.insertInto('team').values(row).execute()
      const method = { id: methodId, agreement_id: agreementId, team_id: teamId, version: 1, title: 'Two visits' }
      await trx
        .insertInto('method')
        .values({ ...method, body: 'Two visits.', person_id: personId, at: now })
        .execute()
    }
    const disclosure = { id, agreement_id: agreementId, forum_id: forumId, team_id: teamId, method_id: methodId }
    const filing = { salt: '00', content_hash: newId(), filed_by: personId, filed_at: now }
    await trx
      .insertInto('disclosure')
      .values({ ...disclosure, ...filing, note: '', begun_at: now, said: '{}', filings: 1, amending: 0 })
      .execute()
  })
  return id
}

/** Stores records as fast as the engine takes them. */
export interface Store {
  insert(rows: readonly Row[]): Promise<void>
  /** The engine looks at what it has been given, as it does by itself in time. */
  settle(): Promise<void>
  /** One query written by hand, with its figures as the driver brings them. */
  ask(sql: string, values: readonly string[]): Promise<unknown[]>
  close(): Promise<void>
}

const columns =
  'id, disclosure_id, indicator_id, period, value, raw, person_id, missing, unit, note, batch_id, line, at, standing, replaced_by'
const rest = `null, null, '', null, null, '${now}', 1, null`

export function sqliteStore(dataDir: string): Store {
  const db = new Sqlite(join(dataDir, 'parley.sqlite'))
  db.pragma('busy_timeout = 5000')
  // As our own connections have it: the query by hand is to have nothing less.
  db.pragma('cache_size = -65536')
  const insert = db.prepare(`insert into record (${columns}) values (?, ?, ?, ?, ?, ?, ?, ${rest})`)
  const prepared = new Map<string, Sqlite.Statement>()
  return {
    insert: async (rows) =>
      db.transaction(() => {
        for (const row of rows) insert.run(...row)
      })(),
    settle: async () => void db.pragma('wal_checkpoint(truncate)'),
    ask: async (sql, values) => {
      const statement = prepared.get(sql) ?? db.prepare(sql)
      prepared.set(sql, statement)
      return statement.all(...values)
    },
    close: async () => void db.close(),
  }
}

export async function postgresStore(url: string): Promise<Store> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const lists = '$1::text[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::text[], $7::text[]'
  const insert = `insert into record (${columns}) select *, ${rest} from unnest(${lists})`
  return {
    insert: async (rows) => {
      for (let at = 0; at < rows.length; at += 10_000) {
        const some = rows.slice(at, at + 10_000)
        const column = (i: number) => some.map((row) => row[i])
        await client.query(insert, [0, 1, 2, 3, 4, 5, 6].map(column))
      }
    },
    settle: async () => void (await client.query('vacuum analyze')),
    ask: async (sql, values) => {
      let place = 0
      const text = sql.replaceAll('?', () => `$${++place}`)
      return (await client.query({ name: `q${text.length}`, text, values: [...values] })).rows
    },
    close: () => client.end(),
  }
}
