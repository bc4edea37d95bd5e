import { closeCodes } from '../../shared/live.ts'
import { admitTo, type Door, type Identity } from './door.ts'
import { closePeer, keepAlive, type Peer } from './peer.ts'
import type { Room } from './room.ts'
import type { Engine, Turns } from './turns.ts'

export interface Sweeps {
  /** Asks again what the sockets of these peers may do. */
  decideAgain(whose: (peer: Peer) => boolean): Promise<void>
  /** Counts the times that something was decided again: who is being admitted meanwhile is decided again too. */
  decisions(): number
  stop(): Promise<void>
}

/** What is done from time to time: decide again, look for other nodes' updates, signs of life, rest. */
export function startSweeps(engine: Engine, door: Door, turns: Turns): Sweeps {
  const { limits, rooms, log, elsewhere } = engine
  let decisions = 0
  const decideAgain = async (whose: (peer: Peer) => boolean) => {
    decisions++
    const identities = new Map<string | undefined, Promise<Identity | undefined>>()
    for (const room of [...rooms.values()])
      for (const peer of [...room.peers]) if (whose(peer)) await decide(door, room, peer, identities)
  }
  const stops = [
    every(limits.recheckMs, log, async () => elsewhere.isLost() || decideAgain(() => true)),
    every(limits.pollMs, log, async () => elsewhere.isLost() || poll(engine, turns)),
    every(1_000, log, async () => {
      tidy(engine, turns, performance.now())
      elsewhere.tidy(performance.now())
    }),
  ]
  return {
    decideAgain,
    decisions: () => decisions,
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()))
    },
  }
}

/** Does the work again and again, never twice at once; the pause is counted from its end. */
function every(ms: number, log: Engine['log'], work: () => Promise<unknown>): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout
  let running: Promise<void> = Promise.resolve()
  const plan = () => {
    timer = setTimeout(() => {
      running = work()
        .catch((error) => log.warn({ err: error }, 'a sweep over the live texts failed'))
        .then(() => void (stopped || plan()))
    }, ms)
    timer.unref()
  }
  plan()
  return () => {
    stopped = true
    clearTimeout(timer)
    return running
  }
}

/** Closes who may not any more; who may something else now comes back and is let in as that. */
async function decide(
  door: Door,
  room: Room,
  peer: Peer,
  identities: Map<string | undefined, Promise<Identity | undefined>>,
): Promise<void> {
  const asked = identities.get(peer.cookie) ?? door.identify(peer.cookie)
  identities.set(peer.cookie, asked)
  const identity = await asked
  if (identity?.sessionId !== peer.sessionId) return expel(peer, closeCodes.not_signed_in)
  const admission = await admitTo(door, identity, room.document.id)
  if (!admission) return expel(peer, closeCodes.not_allowed)
  const isSame = admission.access === peer.access && JSON.stringify(admission.user) === JSON.stringify(peer.user)
  if (!isSame) expel(peer, closeCodes.access_changed)
}

/** What waits of the peer's was sent by somebody who may not any more. */
function expel(peer: Peer, code: Parameters<typeof closePeer>[1]): void {
  peer.access = 'read'
  closePeer(peer, code)
}

/** Finds open documents that another node wrote to, or moved. */
async function poll(engine: Engine, turns: Turns): Promise<void> {
  const ids = [...engine.rooms.keys()]
  for (let i = 0; i < ids.length; i += 500) {
    const rows = await engine.db.read
      .selectFrom('document')
      .select(['id', 'state', 'epoch', 'head_seq'])
      .where('id', 'in', ids.slice(i, i + 500))
      .execute()
    for (const row of rows) {
      const room = engine.rooms.get(row.id)
      if (!room || isCurrent(room, row)) continue
      room.isStale = true
      turns.wake(room)
    }
  }
}

const isCurrent = ({ document, point }: Room, row: { state: string; epoch: number; head_seq: number }): boolean =>
  row.state === document.state && row.epoch === document.epoch && row.head_seq <= point.seq

/** To wake a large text takes a while, so it rests the later the larger it is: another `restMs` for so many bytes. */
const bytesARest = 1_048_576

/** Signs of life; documents that nobody writes in come to rest, and those that everybody left are kept and closed. */
function tidy({ rooms, limits }: Engine, turns: Turns, now: number): void {
  for (const [id, room] of rooms) {
    for (const peer of room.peers) keepAlive(peer, limits, now)
    const patience = limits.restMs * (1 + (room.peers.size > 0 ? room.bytes / bytesARest : 0))
    const quiet = now - room.quietSince > patience && room.queue.length === 0 && !room.isBroken && !room.isFolding
    if (quiet && room.peers.size === 0) rooms.delete(id)
    else if (quiet) room.text.rest()
    else if (room.peers.size === 0 && room.point.seq > room.snapshot.seq) turns.wake(room) // to be folded
  }
}
