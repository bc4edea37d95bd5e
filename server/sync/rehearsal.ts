import * as Y from 'yjs'
import { closeCodes, type Shape } from '../../shared/live.ts'
import type { Database } from '../db/database.ts'
import { nobodyElse } from '../db/signals.ts'
import { seedHash } from './chain.ts'
import { newCounters } from './counters.ts'
import { openElsewhere } from './elsewhere.ts'
import { startFolder } from './folder.ts'
import { openRooms } from './halls.ts'
import { standardLimits } from './limits.ts'
import { type Line, openLine } from './line.ts'
import { newRoom, type Room } from './room.ts'
import { openText } from './text.ts'
import { type Engine, startTurns } from './turns.ts'
import { updateFrame } from './wire.ts'

const players = 4
const rounds = 1_500
/** A database that is far away answers fewer times. */
const longestMs = 1_000
const id = 'rehearsal'
const shape: Shape = { roots: { body: 'text' }, elements: [], marks: [] }

/**
 * Has a few imaginary people write a text that is kept nowhere, before the real ones come. V8 compiles what has run a few
 * thousand times: without a rehearsal the first thousands of keystrokes of a process, and in small rooms that is hours of
 * writing, take twice as long as the later ones. Takes about half a second; returns how many updates were written.
 */
export async function rehearse({ db, clock, log }: Pick<Engine, 'db' | 'clock' | 'log'>): Promise<number> {
  const rooms = new Map<string, Room>()
  const engine: Engine = {
    db: withoutTrace(db),
    clock,
    log,
    limits: { ...standardLimits, ...unhurried },
    counters: newCounters(),
    rooms,
    elsewhere: openElsewhere(nobodyElse, rooms, id),
    folder: startFolder(),
    folding: Promise.resolve(),
    acknowledgeFirst: false,
  }
  const turns = startTurns(engine, { wait: () => new Promise(setImmediate), took: () => {} })
  const halls = openRooms(engine, turns, {})
  const room = emptyRoom()
  rooms.set(id, room)
  const cast = Array.from({ length: players }, (_, i) => newPlayer(i))
  for (const [i, { line }] of cast.entries()) halls.join(room, line.socket, line.wire, undefined, admissionOf(i))
  const until = performance.now() + longestMs
  for (let round = 0; round < rounds && performance.now() < until; round++) {
    for (const player of round % 2 === 0 ? cast : [cast[round % players]!]) await player.type()
    await turns.quiet()
  }
  for (const { line } of cast) line.socket.close(closeCodes.server_stops)
  engine.elsewhere.close()
  return engine.counters.updatesStored
}

/** Nobody types so fast but here. Its text is too short to be folded. */
const unhurried = {
  messagesPerSecond: 1_000_000,
  bytesPerSecond: 1_000_000_000,
  workMsPerSecond: 1_000_000,
  snapshotUpdates: 1_000_000,
  snapshotBytes: 1_000_000_000,
}

/** The database is asked to append to a document that it does not have: the statement runs, and writes nothing. */
const withoutTrace = (db: Database): Database => ({
  ...db,
  append: async (appends) => {
    await db.append(appends)
    return new Set(appends.map((append) => append.documentId))
  },
})

function emptyRoom(): Room {
  const bytes = Y.encodeStateAsUpdate(new Y.Doc())
  const text = openText({ bytes, stateVector: Y.encodeStateVector(new Y.Doc()) }, shape)
  const about = { id, agreementId: id, kind: id, subject: id, state: 'open', sealedAt: undefined } as const
  const document = { ...about, epoch: 1, seq: 0, hash: seedHash(id, 1, bytes) }
  const snapshot = { seq: 0, bytes: bytes.length }
  return newRoom({ document, shape, text, owners: new Map(), bytes: bytes.length, snapshot, folded: undefined })
}

function newPlayer(at: number): { line: Line; type(): Promise<void> } {
  const line = openLine()
  const doc = new Y.Doc()
  const text = doc.getText('body')
  let typed: Uint8Array = new Uint8Array()
  doc.on('update', (update) => {
    typed = update
  })
  const type = () => {
    text.insert(text.length, String.fromCharCode(97 + at))
    line.heard.length = 0
    return line.say(updateFrame(typed))
  }
  return { line, type }
}

const admissionOf = (at: number) => {
  const personId = `${id} ${at}`
  return {
    access: 'write' as const,
    sessionId: personId,
    actor: { personId, name: personId, administrator: false, seats: [] },
    user: { personId, name: personId, seat: id },
  }
}
