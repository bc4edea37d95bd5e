import { createReadStream } from 'node:fs'
import Sqlite from 'better-sqlite3'
import Papa from 'papaparse'
import pg from 'pg'

/**
 * What any program must do to keep such a file, in a process of its own: a bare loop with the quicker of our two parsers,
 * and the columns that a record has, inserted by one prepared statement in one transaction. Prints its seconds.
 */
const [path, target] = process.argv.slice(2) as [string, string]
const columns =
  'id text primary key, disclosure_id text, indicator_id text, period text, value double precision, missing text, unit text, raw text, note text, batch_id text, line integer, person_id text, at text, standing integer, replaced_by text, why text, page integer'
const count = columns.split(', ').length

async function* rowsOf(): AsyncGenerator<string[][]> {
  const parser = new Papa.Parser({ delimiter: ',', newline: '\r\n' })
  let rest = ''
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    rest += piece
    const { data, meta } = parser.parse(rest, 0, true) as Papa.ParseResult<string[]>
    yield data
    rest = rest.slice(meta.cursor)
  }
}

const at = new Date().toISOString()
const same = { disclosure: 'd'.repeat(36), batch: 'b'.repeat(36), person: 'p'.repeat(36) }

/** The values of a row, in the order of the columns. */
function valuesOf([, indicator, period, value, , note]: string[], line: number): unknown[] {
  const id = `${same.batch}${line}`
  const figure = Number(value)
  return [
    id,
    same.disclosure,
    indicator,
    period,
    figure,
    null,
    null,
    value,
    note,
    same.batch,
    line,
    same.person,
    at,
    1,
    null,
    '',
    null,
  ]
}

async function inSqlite(): Promise<void> {
  const db = new Sqlite(target)
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  db.exec(`create table record (${columns})`)
  const insert = db.prepare(`insert into record values (${Array(count).fill('?')})`)
  db.exec('begin immediate')
  let line = 0
  for await (const rows of rowsOf()) for (const row of rows) if (++line > 1) insert.run(valuesOf(row, line))
  db.exec('commit')
  db.close()
}

async function inPostgres(): Promise<void> {
  const client = new pg.Client({ connectionString: target })
  await client.connect()
  const table = `floor_${process.pid}`
  await client.query(`create table ${table} (${columns})`)
  await client.query('begin')
  let line = 0
  let waiting: unknown[][] = []
  const flush = async () => {
    const places = waiting.map(
      (_, i) => `(${Array.from({ length: count }, (_, column) => `$${i * count + column + 1}`)})`,
    )
    if (waiting.length > 0)
      await client.query({
        name: `insert ${waiting.length}`,
        text: `insert into ${table} values ${places}`,
        values: waiting.flat(),
      })
    waiting = []
  }
  for await (const rows of rowsOf())
    for (const row of rows) {
      if (++line > 1) waiting.push(valuesOf(row, line))
      if (waiting.length === 1000) await flush()
    }
  await flush()
  await client.query('commit')
  await client.query(`drop table ${table}`)
  await client.end()
}

const begun = performance.now()
await (target.startsWith('postgres') ? inPostgres() : inSqlite())
console.log((performance.now() - begun) / 1000)
