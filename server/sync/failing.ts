import { sendLive } from './peer.ts'
import type { Room } from './room.ts'
import { closeRoom } from './settle.ts'
import type { Engine } from './turns.ts'

const firstRetryMs = 100
const longestRetryMs = 2_000

/**
 * The document cannot be stored at the moment, and the room turns read-only: nothing that is sent is acknowledged or
 * passed on, and its people are told so.
 */
function fail({ limits }: Engine, room: Room): void {
  if (room.failingSince !== undefined) return
  room.failingSince = performance.now()
  for (const peer of room.peers) sendLive(peer, { is: 'storing', works: false }, limits)
}

/**
 * What waits is tried again, ever more rarely. After a while the people are sent away to come back: perhaps another node
 * still reaches the database.
 */
export function postpone(engine: Engine, room: Room, again: (room: Room) => void): void {
  fail(engine, room)
  const now = performance.now()
  const failing = now - room.failingSince!
  if (failing > engine.limits.commitPatienceMs) closeRoom(engine, room, 'storage_fails')
  else {
    room.retryAt = now + Math.min(longestRetryMs, Math.max(firstRetryMs, failing / 2))
    again(room)
  }
}

/** The document is stored again. */
export function heal({ limits }: Engine, room: Room): void {
  if (room.failingSince === undefined) return
  room.failingSince = undefined
  for (const peer of room.peers) sendLive(peer, { is: 'storing', works: true }, limits)
}
