import { openGround } from '../../sync/nodes.ts'
import { findHighest, guess, onceEach, rateOf } from './ladder.ts'
import { load } from './load.ts'
import { pause, untilIdle } from './process.ts'
import type { Bench, Goal, Median, Row, Sample } from './row.ts'
import { newPlace, newRooms, type Place, removePlace, type Server, startServer } from './servers.ts'
import type { TypingFound, TypingJob } from './typing.ts'

const counts = [1, 2, 3]
const limit = 200

type Typing = Pick<TypingJob, 'perRoom' | 'typists' | 'cursors' | 'perSecond' | 'warmSeconds' | 'seconds'>

/** People of every room are spread over the nodes in turn, as a balancer without stickiness does. */
async function typeAcross(nodes: readonly Server[], place: Place, rooms: number, typing: Typing): Promise<TypingFound> {
  const servers = nodes.map(({ url, pid }) => ({ url, pid }))
  const found = await load({ is: 'type', kind: 'ours', servers, rooms: await newRooms(place, rooms), ...typing })
  await pause(300)
  for (const { pid } of nodes) await untilIdle(pid)
  return found
}

async function measureOne(bench: Bench, place: Place, count: number, guesses: Map<number, number>) {
  const nodes: Server[] = []
  for (let i = 0; i < count; i++) nodes.push(await startServer(place))
  const everybody = { perRoom: 5, typists: 5, cursors: false, warmSeconds: 1 }
  const seconds = bench.quick ? 1 : 3
  await typeAcross(nodes, place, 20, { ...everybody, perSecond: 500, seconds })
  const human = { perRoom: 10, typists: 10, cursors: true, perSecond: 200, warmSeconds: 1, seconds: seconds * 2 }
  const typed = await typeAcross(nodes, place, 4, human)
  const attempt = (window: number) => (k: number) =>
    typeAcross(nodes, place, 50, { ...everybody, perSecond: rateOf(k), seconds: window })
  const from = guesses.get(count) ?? (await guess(onceEach(attempt(1)).at, [limit], 3))[0]!
  const windows = onceEach(attempt(seconds))
  const best = bench.quick ? from : await findHighest(windows.at, limit, from, 0)
  guesses.set(count, best)
  const atBest = await windows.at(Math.max(0, best))
  await Promise.all(nodes.map((node) => node.stop()))
  return {
    [`on${count}.p50`]: typed.p50,
    [`on${count}.p99`]: typed.p99,
    [`on${count}.p50BetweenNodes`]: typed.betweenP50,
    [`on${count}.p99BetweenNodes`]: typed.betweenP99,
    [`on${count}.missing`]: typed.missing,
    [`on${count}.updatesPerSecond`]: rateOf(best),
    [`on${count}.nodesCore`]: atBest.serverCore,
    [`on${count}.loadCore`]: atBest.loadCore,
  }
}

/** On a real PostgreSQL of its own that waits for its disk; it shares its core with the load, the nodes share theirs. */
async function measure(bench: Bench): Promise<Sample[]> {
  if (!bench.kinds.includes('ours')) return []
  const ground = bench.engine === 'postgres' ? bench.ground : await openGround('postgres', { durable: true })
  const place = newPlace('ours', ground)
  const guesses = new Map<number, number>()
  const samples: Sample[] = []
  for (let repetition = 1; repetition <= bench.repetitions; repetition++) {
    const figures: Record<string, number> = {}
    for (const count of counts) {
      const found = Object.entries(await measureOne(bench, place, count, guesses)).filter(([, value]) => value !== null)
      Object.assign(figures, Object.fromEntries(found))
      bench.say(`nodes ${repetition}/${bench.repetitions} on ${count}: ${JSON.stringify(Object.fromEntries(found))}`)
    }
    samples.push({ row: 'nodes', server: 'ours', repetition, figures })
  }
  removePlace(place)
  if (ground !== bench.ground) await ground.close()
  return samples
}

const between = (count: number, figure: string, base: string) => (median: Median) => {
  const [many, one] = [median('ours', `on${count}.${figure}`), median('ours', `on1.${base}`)]
  return many === undefined || one === undefined ? undefined : [many, one]
}

/** A rung of the ladder is a fifth: a throughput that is one lower did not fall by anything that was measured. */
const goalsOf = (count: number): Goal[] => [
  {
    name: `nodes.on${count}.p99BetweenNodes.msAboveOne`,
    value: (median) => difference(between(count, 'p99BetweenNodes', 'p99')(median)),
    atMost: 25,
  },
  {
    name: `nodes.on${count}.updatesPerSecond.ofOne`,
    value: (median) => quotient(between(count, 'updatesPerSecond', 'updatesPerSecond')(median)),
    atLeast: 0.83,
  },
]
const difference = (pair: number[] | undefined) => pair && pair[0]! - pair[1]!
const quotient = (pair: number[] | undefined) => pair && pair[0]! / pair[1]!

export const nodes: Row = {
  name: 'nodes',
  about: 'one, two and three nodes of ours on PostgreSQL: all share one core, so what is added is no power',
  isQuick: false,
  measure,
  goals: [2, 3].flatMap(goalsOf),
}
