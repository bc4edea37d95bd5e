import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Asked, type Findings, quantile, round } from '../report.ts'
import { type Ground, listening, type Node, openGround, startNode, unhurried } from '../sync/nodes.ts'
import { seatTypists, type Typed, typeFor } from './typists.ts'

/**
 * Our live text with everything on (gate, log with full synchronisation, attribution) beside a bare broadcast, in turns
 * on the same machine; the typists are in this process. Says how long a keystroke takes to the others and until it is
 * stored, and how many keystrokes a second pass while 99 of 100 arrive within 200 ms.
 */
export async function run({ quick, engine, say }: Asked): Promise<Findings> {
  const ground = await openGround(engine)
  const repetitions = quick ? 1 : 3
  const runs: { floor: Measured; ours: Measured }[] = []
  for (let n = 0; n < repetitions; n++) {
    const floor = await measureOne('floor', ground, quick, say)
    const ours = await measureOne('ours', ground, quick, say)
    runs.push({ floor, ours })
  }
  await ground.close()
  const figures: Record<string, number> = { repetitions }
  for (const key of Object.keys(runs[0]!.ours) as (keyof Measured)[])
    for (const who of ['floor', 'ours'] as const) {
      const values = runs.map((one) => one[who][key])
      figures[`${who}.${key}`] = round(quantile(values, 0.5))
      if (repetitions > 1) figures[`${who}.${key}.spread`] = round(Math.max(...values) - Math.min(...values))
    }
  const of = (who: 'floor' | 'ours', key: keyof Measured) => figures[`${who}.${key}`]!
  figures['ratio.p50'] = round(of('ours', 'p50') / of('floor', 'p50'))
  figures['ratio.updatesPerSecond'] = round(of('ours', 'updatesPerSecond') / of('floor', 'updatesPerSecond'))
  figures['ratio.cpuPer10k'] = round(of('ours', 'cpuPer10k') / of('floor', 'cpuPer10k'))
  return {
    figures,
    pass: {
      everythingArrives: runs.every((one) => one.ours.missing === 0),
      p50AtMostTwiceTheFloor: of('ours', 'p50') <= 2 * of('floor', 'p50'),
      p99AtMost5msAboveTheFloor: of('ours', 'p99') <= of('floor', 'p99') + 5,
      updatesAtLeast60PercentOfTheFloor: figures['ratio.updatesPerSecond'] >= 0.6,
    },
  }
}

interface Measured {
  /** Keystroke to all others at five keystrokes a second each, in rooms of ten. */
  p50: number
  p99: number
  /** Keystroke to "stored"; nothing for the floor, which stores nothing. */
  savedP50: number
  savedP99: number
  missing: number
  /** Seconds of the server's processor for 10,000 deliveries, while its rooms type as people do. */
  cpuPer10k: number
  /** The largest rate tried at which 99 of 100 arrive within 200 ms, in rooms of five. */
  updatesPerSecond: number
}

async function measureOne(
  who: 'floor' | 'ours',
  ground: Ground,
  quick: boolean,
  say: (line: string) => void,
): Promise<Measured> {
  const node = who === 'ours' ? await startNode({ ...ground, limits: unhurried }) : await startFloor()
  const measured = {
    ...(await measureLatency(node, ground, quick)),
    updatesPerSecond: await measureRate(node, ground, quick),
  }
  await node.stop()
  say(`${who}: p50 ${measured.p50} ms, p99 ${measured.p99} ms, ${measured.updatesPerSecond} updates/s`)
  return measured
}

const startFloor = (): Promise<Node> =>
  listening(
    spawn(process.execPath, [fileURLToPath(new URL('./floor.ts', import.meta.url))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )

const newTexts = (ground: Ground, count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, () => ground.newText()))

async function measureLatency(node: Node, ground: Ground, quick: boolean): Promise<Omit<Measured, 'updatesPerSecond'>> {
  const typed: Typed = { sent: 0, delivered: 0, expected: 0, latencies: [], saves: [] }
  const typists = await seatTypists(node.url, await newTexts(ground, 4), 10, typed)
  await typeFor(typists, 40 * 5, 1, typed) // warms both sides up, and waits until all of it arrived
  Object.assign(typed, { sent: 0, delivered: 0, expected: 0 })
  typed.latencies.length = 0
  typed.saves.length = 0
  const before = await node.usage()
  await typeFor(typists, 40 * 5, quick ? 4 : 15, typed)
  const after = await node.usage()
  for (const typist of typists) typist.close()
  return {
    p50: round(quantile(typed.latencies, 0.5)),
    p99: round(quantile(typed.latencies, 0.99)),
    savedP50: round(quantile(typed.saves, 0.5) || 0),
    savedP99: round(quantile(typed.saves, 0.99) || 0),
    missing: typed.expected - typed.delivered,
    cpuPer10k: round((((after.cpuMs - before.cpuMs) / 1000) * 10_000) / Math.max(1, typed.delivered), 3),
  }
}

/** Doubles the rate while it holds; then tries between the last that held and the first that did not. */
async function measureRate(node: Node, ground: Ground, quick: boolean): Promise<number> {
  let held = 0
  let rate = 500
  let failed = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < (quick ? 7 : 12) && failed - held > held * 0.1; tries++) {
    if (await holds(node, ground, rate, quick ? 1.5 : 5)) held = rate
    else failed = rate
    rate = failed === Number.POSITIVE_INFINITY ? held * 2 : Math.round((held + failed) / 2)
  }
  return held
}

async function holds(node: Node, ground: Ground, perSecond: number, seconds: number): Promise<boolean> {
  const typed: Typed = { sent: 0, delivered: 0, expected: 0, latencies: [], saves: [] }
  const typists = await seatTypists(node.url, await newTexts(ground, 20), 5, typed)
  const began = performance.now()
  await typeFor(typists, perSecond, seconds, typed)
  const took = (performance.now() - began) / 1000
  for (const typist of typists) typist.close()
  return typed.delivered === typed.expected && quantile(typed.latencies, 0.99) <= 200 && took < seconds * 1.3 + 0.5
}
