import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { dirname, resolve } from 'node:path'
import { type Asked, type Findings, round } from '../report.ts'
import { openGround, unhurried } from '../sync/nodes.ts'
import { capacity } from './sync/capacity.ts'
import { coldOpen } from './sync/cold-open.ts'
import { cpu } from './sync/cpu.ts'
import { latency } from './sync/latency.ts'
import { memory } from './sync/memory.ts'
import { nodes } from './sync/nodes.ts'
import { pauses } from './sync/pauses.ts'
import { installPeers, peerVersions } from './sync/peers.ts'
import { isPinned, stepAside } from './sync/process.ts'
import type { Bench, Row, Sample } from './sync/row.ts'
import { saturation } from './sync/saturation.ts'
import { judge, tableOf } from './sync/scores.ts'
import { kinds } from './sync/servers.ts'
import { slowReader } from './sync/slow-reader.ts'
import { traces } from './sync/traces.ts'

const rows: readonly Row[] = [latency, capacity, saturation, cpu, coldOpen, memory, slowReader, pauses, traces, nodes]

export const syncHelp: readonly string[] = [
  'sync: our live text beside Hocuspocus, y-websocket’s reference server with LevelDB, and a bare broadcast. Its rows:',
  ...rows.map((row) => `  ${row.name.padEnd(12)} ${row.about}${row.isQuick ? ' (also with --quick)' : ''}`),
  '  --only latency,cpu    only these rows',
  '  --servers floor,ours  only these of floor, y-websocket, hocuspocus, ours; goals against the others are not measured',
  '  --out <file>          where every reading is written; test/.cache/bench/sync-<day>T<time>.json if not said',
]

/**
 * Our live text with everything on (gate, log with full synchronisation, attribution) beside the servers of its kind as
 * published, in turns on one machine; each server and the load in processes of their own.
 */
export async function run(asked: Asked): Promise<Findings> {
  const { quick, engine, seed, say } = asked
  const chosen = choose(asked)
  stepAside()
  const hasPeers = installPeers(say)
  const ground = await openGround(engine, { durable: true })
  const there = hasPeers ? kinds : kinds.filter((kind) => kind === 'floor' || kind === 'ours')
  const wanted = asked.servers?.split(',')
  const measured = there.filter((kind) => wanted?.includes(kind) ?? true)
  const bench: Bench = { kinds: measured, quick, engine, seed, repetitions: quick ? 1 : 3, ground, say }
  const file = asked.out ?? `test/.cache/bench/sync-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.json`
  const setting = { ...describe(bench, hasPeers), readings: resolve(file) }
  const { samples, broken } = await measureAll(bench, chosen, (so) => write(setting.readings, { setting, samples: so }))
  await ground.close()
  const scores = judge(chosen, samples)
  write(setting.readings, { setting, broken, scores, samples })
  const known = scores.filter(({ pass }) => pass !== undefined)
  const unknown = scores.filter(({ pass }) => pass === undefined).map(({ name }) => name)
  return {
    figures: {
      ...setting,
      ...Object.fromEntries(known.map(({ name, value }) => [name, value!])),
      notMeasured: unknown.join(' '),
    },
    pass: {
      ...Object.fromEntries(known.map(({ name, pass }) => [name, pass!])),
      ...Object.fromEntries(broken.map((name) => [`${name}.ranToItsEnd`, false])),
    },
    table: tableOf(setting, chosen, samples, scores),
  }
}

/** The rows asked for by name; else all, or those that are quick. */
function choose({ only, quick }: Asked): Row[] {
  const names = only?.split(',')
  const unknown = names?.filter((name) => !rows.some((row) => row.name === name)) ?? []
  if (unknown.length > 0) throw new Error(`no such row: ${unknown}; there are ${rows.map((row) => row.name)}`)
  return rows.filter((row) => (names ? names.includes(row.name) : !quick || row.isQuick))
}

/** One row after the other. One that breaks off is said and counts as failed; the others go on. */
async function measureAll(bench: Bench, chosen: readonly Row[], keep: (samples: readonly Sample[]) => void) {
  const samples: Sample[] = []
  const broken: string[] = []
  for (const row of chosen) {
    try {
      samples.push(...(await row.measure(bench)))
    } catch (error) {
      bench.say(`${row.name} broke off: ${error instanceof Error ? error.stack : error}`)
      broken.push(row.name)
    }
    keep(samples)
  }
  return { samples, broken }
}

function describe({ engine, repetitions, quick }: Bench, hasPeers: boolean): Record<string, string | number> {
  const peers = hasPeers ? Object.entries(peerVersions()).map(([name, version]) => `${name} ${version}`) : []
  return {
    at: new Date().toISOString(),
    engine,
    repetitions,
    quick: String(quick),
    node: process.version,
    processor: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadBefore: round(loadavg()[0]!),
    pinned: isPinned ? 'servers on core 0, load on the others' : 'no: the servers share their cores with the load',
    compared: peers.join(', ') || 'only the bare broadcast: the other servers could not be installed',
    lifted: `of ours, for programs type faster than people: ${Object.keys(unhurried).join(', ')}`,
  }
}

function write(file: string, what: unknown): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(what, null, 1)}\n`)
}
