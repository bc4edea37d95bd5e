import type { Logger } from 'pino'
import type { Instant } from '../../shared/dates.ts'
import type { Database } from '../db/database.ts'
import { type Counters, note } from './counters.ts'
import type { Elsewhere } from './elsewhere.ts'
import { postpone } from './failing.ts'
import type { Folder } from './folder.ts'
import { keepSnapshot } from './folding.ts'
import type { LiveLimits } from './limits.ts'
import { type Pace, startPace } from './pace.ts'
import { refreshAll, reread } from './refresh.ts'
import type { Room } from './room.ts'
import { closeRoom, settle } from './settle.ts'
import { store, type Turn } from './store.ts'
import { takeTurn } from './turn.ts'

/** What the engine works with; one of each a process. */
export interface Engine {
  db: Database
  clock: () => Instant
  log: Logger
  limits: LiveLimits
  counters: Counters
  rooms: Map<string, Room>
  elsewhere: Elsewhere
  folder: Folder
  /** The snapshots that are being written, one after the other. */
  folding: Promise<void>
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

/**
 * The engine's one loop. A turn judges what waits in all rooms, commits it in one transaction, and only then passes it on
 * and acknowledges it; meanwhile the next turn's work gathers. One turn runs at a time, so what a room holds between
 * turns is exactly what is committed.
 */
export function startTurns(engine: Engine, pace: Pace = startPace()): Turns {
  const dirty = new Set<Room>()
  let running: Promise<void> | undefined

  const run = async () => {
    while (dirty.size > 0) {
      await pace.wait()
      const began = performance.now()
      const rooms = [...dirty].filter((room) => room.retryAt <= began)
      for (const room of dirty) if (room.retryAt > began) setTimeout(() => wake(room), room.retryAt - began)
      dirty.clear()
      try {
        pace.took(began, await takeTurns(engine, rooms, wake))
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

/** Takes the turns of these rooms; returns how many updates they took. */
async function takeTurns(engine: Engine, rooms: readonly Room[], again: (room: Room) => void): Promise<number> {
  const { limits } = engine
  const isOpen = (room: Room) => engine.rooms.get(room.document.id) === room
  await prepareAll(engine, rooms.filter(isOpen), again)
  const open = rooms.filter((room) => isOpen(room) && isPrepared(room))
  const until = performance.now() + sliceMs
  const turns: Turn[] = []
  for (const room of open) {
    if (performance.now() > until) again(room)
    else turns.push({ room, outcomes: takeTurn(room, until, limits) })
  }
  note(engine.counters.turnMs, performance.now() - until + sliceMs)
  if (engine.acknowledgeFirst)
    for (const turn of turns) settle(engine, turn.room, turn.outcomes, turn.room.point, engine.clock())
  await store(engine, turns, again)
  for (const { room } of turns) {
    if (room.queue.length > 0 || room.isBroken) again(room)
    keepSnapshot(engine, room)
  }
  return turns.reduce((sum, turn) => sum + turn.outcomes.length, 0)
}

/** Whether the room can take its turn: its text is what is committed. */
const isPrepared = (room: Room): boolean => !room.isBroken && room.retryAt <= performance.now()

/** Brings rooms to what the database has, where it may have more. Those that the database fails wait for a later turn. */
async function prepareAll(engine: Engine, rooms: readonly Room[], again: (room: Room) => void): Promise<void> {
  const prepare = async (some: readonly Room[], work: () => Promise<void>) => {
    if (some.length === 0) return
    try {
      if (engine.elsewhere.isLost()) throw new Error('the database is silent')
      await work()
    } catch (error) {
      engine.log.warn({ err: error, documents: some.length }, 'live texts could not be brought up to date')
      for (const room of some) postpone(engine, room, again)
    }
  }
  const stale = rooms.filter((room) => room.isStale && !room.isBroken)
  await prepare(stale, () => refreshAll(engine, stale))
  const unready = rooms.filter((room) => !isPrepared(room) && room.retryAt <= performance.now())
  for (const room of unready) {
    await prepare([room], () => reread(engine, room))
    if (!isPrepared(room)) again(room)
  }
}
