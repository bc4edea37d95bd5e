import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from '../server/db/database.ts'
import type { recordActs } from './records.ts'
import type { TestWorld } from './world.ts'

/** Words that stand nowhere else, each at another place of a disclosure; the figure is no whole number, so it is kept as one. */
export function canaries() {
  const mark = crypto.randomUUID().replaceAll('-', '')
  const word = (place: string) => `canary${place}${mark}`
  const figure = 40_000_000 + Math.floor(Math.random() * 1e6) + 0.25
  return {
    figure,
    words: {
      note: word('note'),
      successes: word('successes'),
      failures: word('failures'),
      methodTitle: word('methodtitle'),
      method: word('method'),
      recordNote: word('recordnote'),
      unit: word('unit'),
      raw: word('raw'),
      file: word('file'),
      column: word('column'),
    },
  }
}
export type Canaries = ReturnType<typeof canaries>

/** Team North's disclosure with a canary in each place, typed and imported, not filed yet. */
export async function discloseCanaries(
  world: TestWorld,
  acts: ReturnType<typeof recordActs>,
  forumId: string,
  { words, figure }: Canaries,
) {
  const indicator = (await acts.define('lina')).body
  const id = await acts.begin('lina', forumId, world.team.north)
  const put = (path: string, body: object) => acts.ask('lina', 'PUT', `disclosures/${id}/${path}`, body)
  const typed = { indicatorId: indicator.id, period: '2025', value: figure, unit: words.unit, note: words.recordNote }
  const record = (await acts.put('lina', id, typed)).body
  await acts.method('lina', id, words.methodTitle, words.method)
  await put('note', { note: words.note })
  await put('sections/successes', { text: words.successes })
  await put('sections/failures', { text: words.failures })
  const given = { filename: `${words.file}.csv`, header: ['year', words.column] }
  const batch = (await acts.batch('lina', id, given)).body
  await acts.rows('lina', batch.id, 0, [{ indicatorId: indicator.id, period: '2024', value: 3, raw: words.raw }])
  await acts.finish('lina', batch.id)
  const { salt } = (await acts.view('lina', id)).body
  return { id, indicatorId: indicator.id, recordId: record.id, batchId: batch.id, salt }
}

/** Which of these words stand in a text; figures also as they are written for people. */
export function foundIn(text: string, { words, figure }: Canaries, ...more: string[]): string[] {
  const written = [
    String(figure),
    figure.toLocaleString('en'),
    figure.toLocaleString('fr'),
    figure.toLocaleString('es'),
  ]
  return [...Object.values(words), ...written, ...more].filter((word) => text.includes(word))
}

/** Which of these stand in the bytes that the engine has on its disk: tables, indexes and the log of what was written. */
export async function foundOnDisk(world: TestWorld, { words, figure }: Canaries, ...more: string[]): Promise<string[]> {
  const number = Buffer.alloc(8)
  number.writeDoubleBE(figure)
  const needles = new Map<string, Buffer>([...Object.values(words), ...more].map((word) => [word, Buffer.from(word)]))
  needles.set('the figure', number)
  needles.set('the figure, turned', Buffer.from(number).reverse())
  const found = new Set<string>()
  for (const file of await filesOf(world)) {
    const bytes = readFileSync(file)
    for (const [name, needle] of needles) if (bytes.includes(needle)) found.add(name)
  }
  return [...found]
}

async function filesOf({ engine, db, where }: TestWorld): Promise<string[]> {
  if (engine === 'sqlite')
    return readdirSync(where.dataDir)
      .filter((name) => name.startsWith('parley'))
      .map((name) => join(where.dataDir, name))
  await sql`checkpoint`.execute(db.writer)
  const folder = await one(db, sql<{ value: string }>`select current_setting('data_directory') as value`)
  const oid = await one(
    db,
    sql<{ value: string }>`select oid::text as value from pg_database where datname = current_database()`,
  )
  return [join(folder, 'base', oid), join(folder, 'pg_wal')].flatMap((at) =>
    readdirSync(at)
      .map((name) => join(at, name))
      .filter((file) => statSync(file).isFile()),
  )
}

async function one(db: Database, query: ReturnType<typeof sql<{ value: string }>>): Promise<string> {
  return (await query.execute(db.read)).rows[0]!.value
}
