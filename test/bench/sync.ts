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
  const wanted = asked.only?.split(',')
  const chosen = rows.filter((row) => (wanted ? wanted.includes(row.name) : !quick || row.isQuick))
  const unknown = wanted?.filter((name) => !rows.some((row) => row.name === name)) ?? []
  if (unknown.length > 0) throw new Error(`no such row: ${unknown}; there are ${rows.map((row) => row.name)}`)
  stepAside()
  const hasPeers = installPeers(say)
  const ground = await openGround(engine, { durable: true })
  const there = hasPeers ? kinds : kinds.filter((kind) => kind === 'floor' || kind === 'ours')
  const measured = asked.servers ? there.filter((kind) => asked.servers!.split(',').includes(kind)) : there
  const bench: Bench = { kinds: measured, quick, engine, seed, repetitions: quick ? 1 : 3, ground, say }
  const setting = describe(bench, hasPeers)
  const samples: Sample[] = []
  const file = resolve(
    asked.out ?? `test/.cache/bench/sync-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.json`,
  )
  for (const row of chosen) {
    samples.push(...(await row.measure(bench)))
    write(file, { setting, samples })
  }
  await ground.close()
  const scores = judge(chosen, samples)
  write(file, { setting, scores, samples })
  return {
    figures: {
      ...setting,
      readings: file,
      ...Object.fromEntries(scores.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]))),
      notMeasured: scores
        .filter(({ pass }) => pass === undefined)
        .map(({ name }) => name)
        .join(' '),
    },
    pass: Object.fromEntries(scores.flatMap(({ name, pass }) => (pass === undefined ? [] : [[name, pass]]))),
    table: tableOf({ ...setting, readings: file }, chosen, samples, scores),
  }
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
