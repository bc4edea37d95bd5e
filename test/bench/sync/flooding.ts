import * as Y from 'yjs'
import { round } from '../../report.ts'
import { type Client, connect } from './client.ts'
import { newHistogram, record, timeAt } from './histogram.ts'
import { hashOf } from './history.ts'
import { newHand } from './keystrokes.ts'
import { pause, usageOf } from './process.ts'
import type { Kind } from './servers.ts'

/** Six people at a document; one pastes large pieces at a steady rate, and one may have stopped reading. */
export interface FloodJob {
  is: 'flood'
  kind: Kind
  url: string
  pid: number
  room: string
  people: number
  isPaused: boolean
  pieces: number
  pieceBytes: number
  perSecond: number
}

export interface FloodFound {
  /** The most memory that the server grew by while it went on. */
  growthMb: number
  /** Of those who read, from the paste until it is there. */
  p50: number
  p99: number
  missing: number
  /** The code by which the one that does not read was closed; 0 when it was not. */
  closedWith: number
  /** Whether that one, or a newcomer where it was let stay, has the whole text in the end. */
  resynced: number
}

export async function flood(job: FloodJob): Promise<FloodFound> {
  const { kind, url, room, people, pieces, pieceBytes } = job
  const clients: Client[] = []
  for (let person = 0; person < people; person++) clients.push(await connect({ kind, url, room, person }))
  const [writer, stopped] = [clients[0]!, clients.at(-1)!]
  const hand = newHand(77)
  const own = new Y.Doc()
  const send = (update: Uint8Array) => {
    Y.applyUpdate(own, update)
    writer.sendUpdate(update)
  }
  const sentAt: number[] = []
  const times = newHistogram()
  const readers = clients.slice(1, job.isPaused ? -1 : undefined)
  for (const reader of readers) watch(reader, hand.base, pieceBytes, sentAt, times)
  send(hand.beginning)
  await pause(500)
  let closedWith = 0
  stopped.listener.closed = (code) => {
    closedWith = code
  }
  if (job.isPaused) stopped.socket.pause()
  const before = usageOf(job.pid).rssMb
  let most = before
  const look = setInterval(() => {
    most = Math.max(most, usageOf(job.pid).rssMb)
  }, 50)
  await paste(job, hand, send, sentAt)
  const expected = readers.length * pieces
  for (const patience = performance.now() + 10_000; times.total < expected && performance.now() < patience; )
    await pause(5)
  clearInterval(look)
  stopped.socket.resume()
  await pause(1_000)
  const resynced = await hasAll(job, hashOf(own))
  const found = { p50: round(timeAt(times, 0.5), 3), p99: round(timeAt(times, 0.99), 3) }
  return { growthMb: round(most - before), ...found, missing: expected - times.total, closedWith, resynced }
}

function watch(
  reader: Client,
  base: number,
  pieceBytes: number,
  sentAt: number[],
  times: ReturnType<typeof newHistogram>,
) {
  let seen = 0
  reader.listener.update = (bytes) => {
    const now = performance.now()
    for (const clock of Y.parseUpdateMeta(bytes).to.values())
      for (const until = (clock - base) / pieceBytes; seen < until; seen++) record(times, now - sentAt[seen]!)
  }
}

async function paste(
  { pieces, pieceBytes, perSecond }: FloodJob,
  hand: ReturnType<typeof newHand>,
  send: (update: Uint8Array) => void,
  sentAt: number[],
): Promise<void> {
  const began = performance.now()
  for (let n = 0; n < pieces; ) {
    const due = Math.min(pieces, Math.floor(((performance.now() - began) / 1000) * perSecond))
    for (; n < due; n++) {
      sentAt.push(performance.now())
      send(hand.next(pieceBytes))
    }
    await pause(1)
  }
}

/** Comes back, as the provider of the one that was closed does, and reads everything. */
async function hasAll({ kind, url, room, people }: FloodJob, hash: string): Promise<number> {
  if (kind === 'floor') return 0
  const doc = new Y.Doc()
  const client = await connect(
    { kind, url, room, person: people - 1 },
    { update: (bytes) => Y.applyUpdate(doc, bytes) },
  )
  for (const patience = performance.now() + 10_000; performance.now() < patience && hashOf(doc) !== hash; )
    await pause(50)
  await client.close()
  return hashOf(doc) === hash ? 1 : 0
}
