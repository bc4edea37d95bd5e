import type { Logger } from 'pino'
import type { Instant } from '../../shared/dates.ts'
import type { Database } from '../db/database.ts'
import type { Point } from './documents.ts'
import type { LiveLimits } from './limits.ts'
import { append, type Batch, readStoredNumbers, saveSnapshot } from './log.ts'
import { refresh, reread } from './refresh.ts'
import { type Outcome, type Room, takeTurn } from './room.ts'
import { closeRoom, settle } from './settle.ts'

/** What the engine works with; one of each a process. */
export interface Engine {
  db: Database
  clock: () => Instant
  log: Logger
  limits: LiveLimits
  rooms: Map<string, Room>
  /**
   * Tests alone set this: everybody is told before the commit, as stock servers do. The crash program shows with it that
   * it can see a loss.
   */
  acknowledgeFirst: boolean
}

export interface Turns {
  /** The room has something to do. */
  wake(room: Room): void
  /** When everything that waits has been dealt with. */
  quiet(): Promise<void>
}

/** How long the turn of all rooms may judge before sockets are read again. */
const sliceMs = 15

interface Turn {
  room: Room
  outcomes: Outcome[]
}

/**
 * The engine's one loop. A turn judges what waits in all rooms, commits it in one transaction, and only then passes it on
 * and acknowledges it; meanwhile the next turn's work gathers. One turn runs at a time, so what a room holds between
 * turns is exactly what is committed.
 */
export function startTurns(engine: Engine): Turns {
  const dirty = new Set<Room>()
  let running: Promise<void> | undefined

  const run = async () => {
    while (dirty.size > 0) {
      await new Promise(setImmediate)
      const rooms = [...dirty]
      dirty.clear()
      try {
        await takeTurns(engine, rooms, (room) => dirty.add(room))
      } catch (error) {
        engine.log.error({ err: error }, 'a turn of the live texts failed')
        for (const room of rooms) closeRoom(engine, room, 'storage_fails')
      }
    }
    running = undefined
  }
  const wake = (room: Room) => {
    dirty.add(room)
    running ??= run()
  }
  return { wake, quiet: async () => void (await running) }
}

async function takeTurns(engine: Engine, rooms: readonly Room[], again: (room: Room) => void): Promise<void> {
  const { limits } = engine
  for (const room of rooms) await prepare(engine, room)
  const open = rooms.filter((room) => engine.rooms.get(room.document.id) === room)
  const until = performance.now() + sliceMs
  const turns: Turn[] = []
  for (const room of open) {
    if (performance.now() > until) again(room)
    else turns.push({ room, outcomes: takeTurn(room, until, limits) })
  }
  if (engine.acknowledgeFirst)
    for (const turn of turns) settle(engine, turn.room, turn.outcomes, turn.room.point, engine.clock())
  await store(engine, turns, again)
  for (const { room } of turns) {
    if (room.queue.length > 0 || room.isBroken) again(room)
    await keepSnapshot(engine, room)
  }
}

/** Brings the room to what the database has, where it may have more, and looks up what waiting devices sent before. */
async function prepare(engine: Engine, room: Room): Promise<void> {
  if (room.isBroken) await reread(engine, room)
  else if (room.isStale) await refresh(engine, room)
  for (const task of room.queue) {
    if (task.is !== 'hello') continue
    const sender = { personId: task.peer.user.personId, device: task.hello.device, from: task.hello.next }
    task.stored = await readStoredNumbers(engine.db.read, room.document.id, sender)
  }
}

/** Commits what is fresh, then settles each room. A room that moved meanwhile is brought up to date and tried again. */
async function store(engine: Engine, turns: readonly Turn[], again: (room: Room) => void): Promise<void> {
  const at = engine.clock()
  const done = (turn: Turn, head: Point) => {
    turn.room.point = head
    turn.room.failingSince = undefined
    if (!engine.acknowledgeFirst) settle(engine, turn.room, turn.outcomes, head, at)
  }
  for (const turn of turns) if (!isFresh(turn)) done(turn, turn.room.point)
  let waiting = turns.filter(isFresh)
  while (waiting.length > 0) {
    const heads = await appendAll(engine, waiting, at)
    for (const turn of waiting) {
      const head = heads.get(turn.room.document.id)
      if (head) done(turn, head)
    }
    const missed = waiting.filter((turn) => !heads.has(turn.room.document.id))
    waiting = []
    for (const turn of missed) if (await mayTryAgain(engine, turn, again)) waiting.push(turn)
  }
}

const isFresh = (turn: Turn): boolean => turn.outcomes.some((outcome) => 'fresh' in outcome)

const batchOf = ({ room, outcomes }: Turn): Batch => ({
  documentId: room.document.id,
  base: room.point,
  entries: outcomes.flatMap((outcome) => ('fresh' in outcome ? [outcome.fresh] : [])),
})

/** All in one transaction; when it fails, each document in its own, so that one cannot fail the others. */
async function appendAll(engine: Engine, turns: readonly Turn[], at: Instant): Promise<Map<string, Point>> {
  const batches = turns.map(batchOf)
  try {
    return (await append(engine.db, batches, at)).heads
  } catch (error) {
    engine.log.warn({ err: error, documents: batches.length }, 'live texts could not be appended to')
  }
  const heads = new Map<string, Point>()
  for (const [i, batch] of batches.entries()) {
    try {
      for (const [id, head] of (await append(engine.db, [batch], at)).heads) heads.set(id, head)
    } catch (error) {
      engine.log.warn({ err: error, document: batch.documentId }, 'a live text could not be appended to')
      turns[i]!.room.failingSince ??= performance.now()
    }
  }
  return heads
}

/**
 * Why a batch was not written, and what follows. Another node wrote: its updates join the shadow and the batch is tried
 * on the new head. Sealed or begun anew: the batch waits to be judged again. The database failed: for a while it waits
 * too; what was committed without our knowing is then found by its number.
 */
async function mayTryAgain(engine: Engine, turn: Turn, again: (room: Room) => void): Promise<boolean> {
  const { room, outcomes } = turn
  if (room.failingSince === undefined) {
    const before = room.point.seq
    await refresh(engine, room)
    if (engine.rooms.get(room.document.id) !== room) return false
    if (room.document.state === 'open' && room.point.seq > before) return true
  } else if (performance.now() - room.failingSince > engine.limits.commitPatienceMs) {
    closeRoom(engine, room, 'storage_fails')
    return false
  }
  room.isBroken = true
  room.queue.unshift(...outcomes.map((outcome) => outcome.task))
  if (room.failingSince === undefined) again(room)
  else setTimeout(() => again(room), 100).unref()
  return false
}

async function keepSnapshot(engine: Engine, room: Room): Promise<void> {
  const { limits, db, clock, log } = engine
  const grown = room.bytes - room.snapshot.bytes
  const updates = room.point.seq - room.snapshot.seq
  const due = updates >= limits.snapshotUpdates || grown > Math.max(limits.snapshotBytes, room.snapshot.bytes)
  if (!due || room.isBroken || room.isStale) return
  const bytes = room.text.whole()
  room.snapshot = { seq: room.point.seq, bytes: bytes.length }
  room.bytes = bytes.length
  try {
    await saveSnapshot(db, room.document.id, room.point, { bytes, stateVector: room.text.stateVector() }, clock())
  } catch (error) {
    log.warn({ err: error, document: room.document.id }, 'a snapshot could not be kept; the log has everything')
  }
}
