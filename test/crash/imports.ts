import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { readRecords } from '../../client/record/read-records.ts'
import { scanFile } from '../../client/record/scan-file.ts'
import { chunkEnd } from '../../shared/import-batch.ts'
import type { Mapping } from '../../shared/mapping.ts'
import type { ImportedRow } from '../../shared/record.ts'
import { toColumns } from '../../shared/row-columns.ts'
import { openRecordGround, type RecordGround, sessionCookie } from '../bench/record-ground.ts'
import { freePort } from '../postgres.ts'
import type { Asked, Findings } from '../report.ts'

/**
 * Kills the server, at instants that chance chooses, while a file is brought in; each time it is started again, the same
 * file is read from its beginning and carried on from the chunk that the server asks for. In the end every row must be
 * there once, and before the end none may count. The control carries on after the chunk that it sent last, whether that
 * arrived or not, and must be seen to lose rows.
 */
export async function run({ quick, engine, seed, say }: Asked): Promise<Findings> {
  const rows = quick ? 12_000 : 120_000
  const codes = Array.from({ length: 40 }, (_, i) => `indicator_${i}`)
  const ground = await openRecordGround(engine, codes)
  const ours = await bringThrough(ground, fileOf(rows, codes), { seed, kills: quick ? 3 : 12, blind: false })
  say(`${ours.kills} kills, ${ours.arrived} of ${rows} rows`)
  const control = await bringThrough(ground, fileOf(rows, codes), { seed, kills: quick ? 3 : 12, blind: true })
  await ground.close()
  return {
    figures: { rows, ...ours, controlArrived: control.arrived },
    pass: {
      everyRowArrivesOnce: ours.arrived === rows && ours.distinct === rows && ours.wrong === 0,
      nothingCountsBefore: ours.countedBefore === 0,
      serverWasKilled: ours.kills > 0,
      theControlIsSeen: control.arrived < rows,
    },
  }
}

const valueAt = (i: number): number => (i * 7919) % 100_003

function fileOf(rows: number, codes: readonly string[]): Blob {
  const line = (i: number) => {
    const at = Math.floor(i / codes.length)
    return `${codes[i % codes.length]},${1900 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')},${valueAt(i)}`
  }
  return new Blob([`indicator,time,value\n${Array.from({ length: rows }, (_, i) => line(i)).join('\n')}\n`])
}

interface Brought {
  kills: number
  arrived: number
  distinct: number
  wrong: number
  countedBefore: number
}

async function bringThrough(
  ground: RecordGround,
  file: Blob,
  { seed, kills, blind }: { seed: number; kills: number; blind: boolean },
): Promise<Brought> {
  const server = await keptUp(ground)
  const disclosure = await ground.newDisclosure()
  const chunks = await chunksOf(ground, file)
  const batch = await server.ask<{ id: string }>('POST', `disclosures/${disclosure}/batches`, chunks.given)
  let killed = 0
  let next = 0
  let countedBefore = 0
  // Chunks after which the server is killed while the next is under way.
  const chance = chances(seed)
  const fatal = new Set<number>()
  while (fatal.size < Math.min(kills, chunks.all.length - 1)) fatal.add(Math.floor(chance() * (chunks.all.length - 1)))
  for (let at = 0; at < chunks.all.length; ) {
    const sending = server.ask('POST', `batches/${batch.id}/rows`, { chunk: next, rows: chunks.all[at] })
    const dies = fatal.delete(at)
    if (dies) await Promise.race([wait(chance() * 40), sending.catch(() => {})])
    if (dies) killed += await server.kill()
    const arrived = await sending.then(
      () => true,
      () => false,
    )
    if (dies) await server.start()
    if (dies)
      countedBefore += (await server.ask<{ total: number }>('GET', `disclosures/${disclosure}/records?limit=1`)).total
    const taken = dies ? await takenOf(server, disclosure, batch.id) : next + 1
    if (!arrived && !dies) throw new Error('a chunk was refused')
    at = blind ? at + 1 : taken
    next = taken
  }
  await server.ask('PUT', `batches/${batch.id}/finish`, { rowsTotal: chunks.rows, rowsRefused: 0 })
  const found = await recordsOf(server, disclosure)
  await server.kill()
  const wrong = found.filter(({ raw, value, line }) => value !== valueAt(line! - 2) || raw !== String(value)).length
  const distinct = new Set(found.map((one) => `${one.indicatorId} ${one.period}`)).size
  return { kills: killed, arrived: found.length, distinct, wrong, countedBefore }
}

/** Numbers between 0 and 1 that follow from the seed (a Lehmer generator), so that a run can be repeated. */
function chances(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

async function takenOf(server: Kept, disclosure: string, batch: string): Promise<number> {
  const batches = await server.ask<{ id: string; chunks: number }[]>('GET', `disclosures/${disclosure}/batches`)
  return batches.find(({ id }) => id === batch)!.chunks
}

/** The file read as the browser reads it: the same rows make the same chunks each time. */
async function chunksOf(ground: RecordGround, file: Blob) {
  const { form, header, hash } = await scanFile(file, {}, () => {})
  const mapping: Mapping = {
    only: [],
    period: { column: 1 },
    figures: { value: 2, column: 0, codes: Object.fromEntries(ground.indicators.map((one) => [one.code, one.id])) },
    words: {},
    notes: [],
  }
  const all = []
  let waiting: ImportedRow[] = []
  let rows = 0
  for await (const piece of readRecords({ file, form, header, mapping, indicators: ground.indicators })) {
    waiting = waiting.concat(piece.rows)
    rows = piece.tally.records
    for (let end = chunkEnd(waiting); end !== undefined; end = chunkEnd(waiting)) {
      all.push(toColumns(waiting.slice(0, end)))
      waiting = waiting.slice(end)
    }
  }
  if (waiting.length > 0) all.push(toColumns(waiting))
  return { all, rows, given: { filename: 'records.csv', size: file.size, fileHash: hash, form, header, mapping } }
}

type Kept = Awaited<ReturnType<typeof keptUp>>
interface Found {
  indicatorId: string
  period: string
  value?: number
  raw: string
  line?: number
}

async function recordsOf(server: Kept, disclosure: string): Promise<Found[]> {
  const all: Found[] = []
  for (const one of await server.ask<{ id: string }[]>('GET', `agreements/${server.agreementId}/indicators`))
    for (let offset = 0, total = 1; offset < total; offset += 500) {
      const query = `limit=500&offset=${offset}&indicatorId=${one.id}`
      const page = await server.ask<{ total: number; records: Found[] }>(
        'GET',
        `disclosures/${disclosure}/records?${query}`,
      )
      total = page.total
      all.push(...page.records)
    }
  return all
}

/** A real server process on the ground's data, that can be killed and started again. */
async function keptUp(ground: RecordGround) {
  const port = await freePort()
  const { agreementId } = ground.indicators[0]!
  let running: ChildProcess | undefined
  const start = async () => {
    const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: ground.dataDir, LOG_LEVEL: 'silent' }
    Object.assign(env, ground.databaseUrl && { DATABASE_URL: ground.databaseUrl })
    running = spawn(process.execPath, ['server/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    await new Promise<void>((resolve) =>
      running!.stdout!.on('data', (text) => String(text).includes('serves at') && resolve()),
    )
  }
  await start()
  return {
    agreementId,
    start,
    async kill(): Promise<number> {
      const ended = new Promise((resolve) => running!.once('exit', resolve))
      running!.kill('SIGKILL')
      await ended
      return 1
    },
    async ask<Value>(method: string, path: string, body?: unknown): Promise<Value> {
      const headers = { ...sessionCookie, 'Content-Type': 'application/json' }
      const init = { method, headers, body: body === undefined ? null : JSON.stringify(body) }
      const response = await fetch(`http://127.0.0.1:${port}/api/${path}`, init)
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
      return response.json() as Promise<Value>
    },
  }
}
