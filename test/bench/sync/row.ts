import type { Ground } from '../../sync/nodes.ts'
import { load } from './load.ts'
import { pause, untilIdle } from './process.ts'
import { type Kind, newPlace, newRooms, type Place, removePlace, type Server, startServer } from './servers.ts'
import type { TypingFound, TypingJob } from './typing.ts'

/** What a run of the bench works with. */
export interface Bench {
  /** The servers to measure: without the peers where those could not be installed. */
  kinds: readonly Kind[]
  quick: boolean
  engine: 'sqlite' | 'postgres'
  repetitions: number
  seed: number
  ground: Ground
  say(line: string): void
}

/** One reading: what a server showed in a row at a repetition. */
export interface Sample {
  row: string
  server: Kind
  repetition: number
  figures: Record<string, number>
}

/** The median of a figure over the repetitions; undefined where it was not measured. */
export type Median = (server: Kind, figure: string) => number | undefined

export interface Goal {
  name: string
  value(median: Median): number | undefined
  atMost?: number
  atLeast?: number
}

/** A line of the table, or several that one load answers. */
export interface Row {
  name: string
  about: string
  /** Whether `--quick` measures it. */
  isQuick: boolean
  measure(bench: Bench): Promise<Sample[]>
  goals: readonly Goal[]
}

/** A figure of ours as a multiple of another server's. */
export const ratio =
  (figure: string, to: Kind) =>
  (median: Median): number | undefined => {
    const [ours, theirs] = [median('ours', figure), median(to, figure)]
    return ours === undefined || theirs === undefined ? undefined : ours / theirs
  }

export const above =
  (figure: string, to: Kind) =>
  (median: Median): number | undefined => {
    const [ours, theirs] = [median('ours', figure), median(to, figure)]
    return ours === undefined || theirs === undefined ? undefined : ours - theirs
  }

/** Every server in turn, and that as often as there are repetitions, so that a bad minute of the machine hits all alike. */
export async function interleaved(
  bench: Bench,
  row: string,
  kinds: readonly Kind[],
  one: (kind: Kind, repetition: number) => Promise<Record<string, number>>,
): Promise<Sample[]> {
  const samples: Sample[] = []
  for (let repetition = 1; repetition <= bench.repetitions; repetition++)
    for (const server of kinds.filter((kind) => bench.kinds.includes(kind))) {
      const figures = await one(server, repetition)
      samples.push({ row, server, repetition, figures })
      bench.say(`${row} ${repetition}/${bench.repetitions} ${server}: ${JSON.stringify(figures)}`)
    }
  return samples
}

/** A fresh server on a fresh place for as long as the work takes. */
export async function withServer<Value>(
  bench: Bench,
  kind: Kind,
  work: (server: Server, place: Place) => Promise<Value>,
  limits?: Parameters<typeof startServer>[1],
): Promise<Value> {
  const place = newPlace(kind, bench.ground)
  const server = await startServer(place, limits)
  try {
    return await work(server, place)
  } finally {
    await server.stop()
    removePlace(place)
  }
}

export type Typing = Pick<TypingJob, 'perRoom' | 'perSecond' | 'seconds'> & {
  rooms: number
  typists?: number
  cursors?: boolean
  warmSeconds?: number
}

/** People type in rooms of their own, until the server has come to rest again. */
export async function typeAt(server: Server, place: Place, typing: Typing): Promise<TypingFound> {
  const rooms = await newRooms(place, typing.rooms)
  const { perRoom, perSecond, seconds, typists = perRoom, cursors = false, warmSeconds = 0.5 } = typing
  const servers = [{ url: server.url, pid: server.pid }]
  const job = { perRoom, typists, cursors, perSecond, warmSeconds, seconds, kind: server.kind, servers, rooms }
  const found = await load({ is: 'type', ...job })
  await pause(100)
  await untilIdle(server.pid)
  return found
}
