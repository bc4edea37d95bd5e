import { createReadStream, mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { parse } from 'csv-parse'
import pg from 'pg'
import { readRecords } from '../../client/record/read-records.ts'
import { scanFile } from '../../client/record/scan-file.ts'
import { chunkEnd } from '../../shared/import-batch.ts'
import type { Mapping } from '../../shared/mapping.ts'
import type { ImportedRow } from '../../shared/record.ts'
import { type Asked, type Findings, quantile, round } from '../report.ts'
import { openRecordGround, type RecordGround } from './record-ground.ts'

/**
 * A file of records brought in as the browser brings it (scan, read by mapping, sent in chunks through the front door,
 * finished), beside two floors in turns on the same machine: csv-parse alone, and csv-parse with a bare insert of the
 * same columns by one prepared statement in one transaction.
 */
export async function run({ quick, engine, say }: Asked): Promise<Findings> {
  const rows = quick ? 50_000 : 1_000_000
  const repetitions = quick ? 1 : 3
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const path = join(folder, 'records.csv')
  writeFile(path, rows)
  const ground = await openRecordGround(engine, codes)
  const seconds: Record<'parse' | 'store' | 'ours', number[]> = { parse: [], store: [], ours: [] }
  let arrived = 0
  const memory = watchMemory()
  for (let n = 0; n < repetitions; n++) {
    seconds.parse.push(await timed(() => parseOnly(path, rows)))
    seconds.store.push(await timed(() => storeBare(path, ground, folder, n)))
    const disclosure = await ground.newDisclosure()
    seconds.ours.push(await timed(() => bringIn(path, ground, disclosure)))
    arrived = (await ground.ask<{ total: number }>('GET', `disclosures/${disclosure}/records?limit=1`)).total
    say(`parse ${seconds.parse[n]} s, store ${seconds.store[n]} s, ours ${seconds.ours[n]} s, ${arrived} records`)
  }
  const peak = memory.stop()
  await ground.close()
  rmSync(folder, { recursive: true, force: true })
  const median = (who: keyof typeof seconds) => quantile(seconds[who], 0.5)
  const ratio = round(median('ours') / median('store'))
  return {
    figures: {
      rows,
      repetitions,
      'parse.rowsPerSecond': Math.round(rows / median('parse')),
      'store.rowsPerSecond': Math.round(rows / median('store')),
      'ours.rowsPerSecond': Math.round(rows / median('ours')),
      'ours.spreadSeconds': round(Math.max(...seconds.ours) - Math.min(...seconds.ours)),
      'ratio.ours.store': ratio,
      'ratio.ours.parse': round(median('ours') / median('parse')),
      'memory.peakMb': peak,
    },
    pass: { everyRowArrives: arrived === rows },
  }
}

const codes = Array.from({ length: 300 }, (_, i) => `indicator_${String(i).padStart(3, '0')}`)
const months = Array.from(
  { length: 3600 },
  (_, i) => `${1900 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
)

/** Long form, one place a row, as statistical offices write it. */
function writeFile(path: string, rows: number): void {
  const lines = ['ref_area,indicator,time,obs_value,obs_status,note_source']
  for (let i = 0; i < rows; i++) {
    const code = codes[i % codes.length]
    const month = months[Math.floor(i / codes.length)]
    lines.push(`KHM,${code},${month},${(i * 7919) % 100_003}.${i % 10},,"S7:57, as told"`)
  }
  writeFileSync(path, `${lines.join('\r\n')}\r\n`)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return round((performance.now() - start) / 1000, 3)
}

async function parseOnly(path: string, rows: number): Promise<void> {
  let seen = -1
  for await (const _ of createReadStream(path).pipe(parse())) seen++
  if (seen !== rows) throw new Error(`csv-parse saw ${seen} rows of ${rows}`)
}

/** What any program must do to keep such a file: parse it, and insert each row into a plain table with a key. */
async function storeBare(path: string, ground: RecordGround, folder: string, n: number): Promise<void> {
  const source = createReadStream(path).pipe(parse({ from_line: 2 }))
  if (ground.databaseUrl) return storeInPostgres(source, ground.databaseUrl, n)
  const db = new Sqlite(join(folder, `floor-${n}.sqlite`))
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  db.exec(`create table record (${columns}, primary key (indicator, period)) strict`)
  const insert = db.prepare('insert into record values (?, ?, ?, ?, ?, ?, ?)')
  db.exec('begin immediate')
  let line = 1
  for await (const [area, indicator, period, value, , note] of source)
    insert.run(area, indicator, period, Number(value), value, note, ++line)
  db.exec('commit')
  db.close()
}

const columns = 'area text, indicator text, period text, value real, raw text, note text, line integer'

async function storeInPostgres(source: AsyncIterable<string[]>, url: string, n: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create table floor_${n} (${columns}, primary key (indicator, period))`)
  await client.query('begin')
  let waiting: unknown[] = []
  let line = 1
  const flush = async () => {
    const places = Array.from(
      { length: waiting.length / 7 },
      (_, i) => `(${[1, 2, 3, 4, 5, 6, 7].map((at) => `$${i * 7 + at}`)})`,
    )
    if (places.length > 0) await client.query(`insert into floor_${n} values ${places}`, waiting)
    waiting = []
  }
  for await (const [area, indicator, period, value, , note] of source) {
    waiting.push(area, indicator, period, Number(value), value, note, ++line)
    if (waiting.length === 7 * 1000) await flush()
  }
  await flush()
  await client.query('commit')
  await client.end()
}

async function bringIn(path: string, ground: RecordGround, disclosure: string): Promise<void> {
  const file = await openAsBlob(path)
  const seen = await scanFile(file, {}, () => {})
  const { form, header } = seen
  const byCode = Object.fromEntries(ground.indicators.map((indicator) => [indicator.code, indicator.id]))
  const mapping: Mapping = {
    team: { column: 0, names: ['KHM'] },
    only: [],
    period: { column: 2 },
    figures: { value: 3, column: 1, codes: byCode },
    words: {},
    decimal: '.',
    notes: [5],
  }
  const given = { filename: 'records.csv', size: file.size, form, header, mapping }
  const { id } = await ground.ask<{ id: string }>('POST', `disclosures/${disclosure}/batches`, given)
  let waiting: ImportedRow[] = []
  let chunk = 0
  const send = (rows: ImportedRow[]) => ground.ask('POST', `batches/${id}/rows`, { chunk: chunk++, rows })
  let total = 0
  for await (const piece of readRecords({ file, form, header, mapping, indicators: ground.indicators })) {
    waiting = waiting.concat(piece.rows)
    total = piece.tally.rows
    for (let end = chunkEnd(waiting); end !== undefined; end = chunkEnd(waiting)) {
      await send(waiting.slice(0, end))
      waiting = waiting.slice(end)
    }
  }
  if (waiting.length > 0) await send(waiting)
  await ground.ask('PUT', `batches/${id}/finish`, { rowsTotal: total, rowsRefused: 0 })
}

/** The most memory that this process, with client, server and floors in one, was seen to hold. */
function watchMemory() {
  let peak = 0
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const timer = setInterval(look, 50)
  return {
    stop() {
      clearInterval(timer)
      look()
      return Math.round(peak / 1e6)
    },
  }
}
