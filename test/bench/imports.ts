import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readRecords } from '../../client/record/read-records.ts'
import { type FileSeen, scanFile } from '../../client/record/scan-file.ts'
import { inOrder } from '../../client/record/send-chunks.ts'
import { chunkEnd } from '../../shared/import-batch.ts'
import type { Mapping } from '../../shared/mapping.ts'
import type { ImportedRow, Indicator } from '../../shared/record.ts'
import { toColumns } from '../../shared/row-columns.ts'
import { type Asked, type Findings, quantile, round } from '../report.ts'
import { sessionCookie } from './record-ground.ts'
import type { Said, Told } from './record-server.ts'

/**
 * A file of records brought in as people bring it: this process does what the browser does (look at the file, read it by
 * mapping, send it in chunks), a server in its own process stores it. In turns with it the floor, in a process of its own.
 */
export async function run({ quick, engine, say }: Asked): Promise<Findings> {
  const sizes = quick ? [10_000, 50_000] : [10_000, 100_000, 1_000_000]
  const repetitions = quick ? 1 : 3
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const server = await startServer(engine)
  const figures: Findings['figures'] = { repetitions }
  let every = true
  let peak = 0
  let last = { ratio: Number.NaN, whole: Number.NaN }
  for (const rows of sizes) {
    const path = join(folder, `${rows}.csv`)
    writeFile(path, rows)
    const times: Times[] = []
    const floors: number[] = []
    for (let n = 0; n < (rows > 100_000 ? repetitions : 3); n++) {
      floors.push(floor(path, server.databaseUrl ?? join(folder, `floor-${rows}-${n}.sqlite`)))
      times.push(await bringIn(path, server, await server.newDisclosure()))
      every &&= times[n]!.arrived === rows
      peak = Math.max(peak, times[n]!.peak)
      say(
        `${rows} rows: floor ${round(floors[n]!)} s, look ${round(times[n]!.look)} s, import ${round(times[n]!.bring)} s`,
      )
    }
    const [bare, bring, look] = [floors, times.map((one) => one.bring), times.map((one) => one.look)].map((all) =>
      quantile(all, 0.5),
    ) as [number, number, number]
    last = { ratio: round(bring / bare), whole: round((bring + look) / bare) }
    Object.assign(figures, {
      [`import.${rows}.floor.rowsPerSecond`]: Math.round(rows / bare),
      [`import.${rows}.ours.rowsPerSecond`]: Math.round(rows / bring),
      [`import.${rows}.spreadSeconds`]: round(
        Math.max(...times.map((one) => one.bring)) - Math.min(...times.map((one) => one.bring)),
      ),
      [`import.${rows}.ratio`]: last.ratio,
      [`import.${rows}.ratioWithLook`]: last.whole,
      [`import.${rows}.serverPeakMb`]: Math.max(...times.map((one) => one.peak)),
    })
  }
  await server.close()
  rmSync(folder, { recursive: true, force: true })
  return { figures, pass: { everyRowArrives: every, importWithinFloor: last.ratio <= 4, serverMemory: peak < 300 } }
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

const here = (name: string): string => new URL(name, import.meta.url).pathname

const floor = (path: string, target: string): number =>
  Number(execFileSync(process.execPath, [here('./record-floor.ts'), path, target], { encoding: 'utf8' }))

interface Server {
  base: string
  indicators: readonly Indicator[]
  databaseUrl: string | undefined
  newDisclosure(): Promise<string>
  peak(): Promise<number>
  close(): Promise<void>
}

/** How `npm start` runs the server: an import makes much that is soon gone, and what is gone is to be let go of. */
const asStarted = ['--max-semi-space-size=8', '--heap-growing-percent=50']

async function startServer(engine: 'sqlite' | 'postgres'): Promise<Server> {
  const child = fork(here('./record-server.ts'), [], { execArgv: asStarted })
  const opened = await told(child, { kind: 'open', engine, codes }, 'open')
  return {
    base: `http://127.0.0.1:${opened.port}/api`,
    indicators: opened.indicators,
    databaseUrl: opened.databaseUrl,
    newDisclosure: async () => (await told(child, { kind: 'disclosure' }, 'disclosure')).id,
    peak: async () => (await told(child, { kind: 'peak' }, 'peak')).megabytes,
    close: async () => void (await told(child, { kind: 'close' }, 'close')),
  }
}

function told<Kind extends Said['kind']>(child: ChildProcess, what: Told, kind: Kind) {
  return new Promise<Extract<Said, { kind: Kind }>>((resolve, reject) => {
    const ended = () => reject(new Error(`the server ended before it answered ${kind}`))
    child.once('exit', ended)
    child.once('message', (said: Said) => {
      child.off('exit', ended)
      resolve(said as Extract<Said, { kind: Kind }>)
    })
    child.send(what)
  })
}

interface Times {
  /** Seconds for what is shown before anything is sent, and from the first word to the server to its last. */
  look: number
  bring: number
  arrived: number
  /** The most megabytes that the server's process has held until the import was finished. */
  peak: number
}

async function bringIn(path: string, server: Server, disclosure: string): Promise<Times> {
  const file = await openAsBlob(path)
  const begun = performance.now()
  const seen = await scanFile(file, {}, () => {})
  const looked = performance.now()
  await send(file, seen, server, disclosure)
  const done = performance.now()
  const peak = await server.peak()
  const { total } = await ask<{ total: number }>(server, 'GET', `disclosures/${disclosure}/records?limit=1`)
  return { look: (looked - begun) / 1000, bring: (done - looked) / 1000, arrived: total, peak }
}

async function send(file: Blob, { form, header, hash }: FileSeen, server: Server, disclosure: string): Promise<void> {
  const mapping: Mapping = {
    team: { column: 0, names: ['KHM'] },
    only: [],
    period: { column: 2 },
    figures: { value: 3, column: 1, codes: Object.fromEntries(server.indicators.map((one) => [one.code, one.id])) },
    words: {},
    decimal: '.',
    notes: [5],
  }
  const given = { filename: 'records.csv', size: file.size, fileHash: hash, form, header, mapping }
  const { id } = await ask<{ id: string }>(server, 'POST', `disclosures/${disclosure}/batches`, given)
  const sending = inOrder<{ chunk: number; rows: ImportedRow[] }>(({ chunk, rows }) =>
    ask(server, 'POST', `batches/${id}/rows`, { chunk, rows: toColumns(rows) }),
  )
  let waiting: ImportedRow[] = []
  let chunk = 0
  let rowsTotal = 0
  for await (const piece of readRecords({ file, form, header, mapping, indicators: server.indicators })) {
    waiting = waiting.concat(piece.rows)
    rowsTotal = piece.tally.rows
    for (let end = chunkEnd(waiting); end !== undefined; end = chunkEnd(waiting)) {
      await sending.hand({ chunk: chunk++, rows: waiting.slice(0, end) })
      waiting = waiting.slice(end)
    }
  }
  if (waiting.length > 0) await sending.hand({ chunk, rows: waiting })
  await sending.end()
  await ask(server, 'PUT', `batches/${id}/finish`, { rowsTotal, rowsRefused: 0 })
}

async function ask<Value>(server: Server, method: string, path: string, body?: unknown): Promise<Value> {
  const headers = { ...sessionCookie, 'Content-Type': 'application/json' }
  const response = await fetch(`${server.base}/${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json() as Promise<Value>
}
