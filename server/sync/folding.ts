import { note } from './counters.ts'
import type { Point } from './documents.ts'
import { pagesOf } from './opening.ts'
import type { Room } from './room.ts'
import { readSnapshot, saveSnapshot } from './stored.ts'
import type { Engine } from './turns.ts'

/** Texts up to so many bytes are folded here, where they are open; larger ones in the worker, from what is stored. */
const hereBytes = 262_144

/** A snapshot for every so many updates costs the whole text each time, so a large text has them further apart. */
const bytesAnUpdate = 256

/** Whether so much was written since the last snapshot that the next opening would take long; or somebody was the last to leave. */
function isDue({ room, limits }: { room: Room; limits: Engine['limits'] }): boolean {
  if (room.isBroken || room.isStale || room.isFolding) return false
  const updates = room.point.seq - room.snapshot.seq
  if (updates === 0) return false
  const grown = room.bytes - room.snapshot.bytes
  const many = Math.max(limits.snapshotUpdates, room.snapshot.bytes / bytesAnUpdate)
  return room.peers.size === 0 || updates >= many || grown > Math.max(limits.snapshotBytes, room.snapshot.bytes)
}

/**
 * Keeps a snapshot where one is due. To be called between turns, when the text is exactly what is committed; the writing
 * goes on by itself, one document at a time. When it fails nothing is lost: the log has everything.
 */
export function keepSnapshot(engine: Engine, room: Room): void {
  if (!isDue({ room, limits: engine.limits })) return
  const { point } = room
  const isLarge = room.bytes > hereBytes
  const text = isLarge ? undefined : { bytes: room.text.whole(), stateVector: room.text.stateVector() }
  if (text) takeNote(room, point, text.bytes.length, room.bytes)
  const before = room.bytes
  later(engine, room, async () => {
    const folded = text ?? (await foldStored(engine, room.document.id, point))
    if (!text) takeNote(room, point, folded.bytes.length, before)
    await saveSnapshot(engine.db, room.document.id, point, folded, engine.clock())
  })
}

/** Keeps what an opening has folded. */
export function keepFolded(engine: Engine, room: Room, text: { bytes: Uint8Array; stateVector: Uint8Array }): void {
  const { point } = room
  later(engine, room, () => saveSnapshot(engine.db, room.document.id, point, text, engine.clock()))
}

/** Beside the event loop, from what is stored up to the point. */
async function foldStored({ db, folder }: Engine, id: string, point: Point) {
  const snapshot = await readSnapshot(db.read, id, point)
  return folder.fold(pagesOf(db.read, id, snapshot, { epoch: point.epoch, after: snapshot.seq, until: point.seq }))
}

function takeNote(room: Room, point: Point, bytes: number, before: number): void {
  if (room.document.epoch !== point.epoch) return
  room.bytes = bytes + (room.bytes - before)
  room.snapshot = { seq: point.seq, bytes }
}

function later(engine: Engine, room: Room, work: () => Promise<void>): void {
  const { counters, log } = engine
  room.isFolding = true
  const run = async () => {
    const began = performance.now()
    try {
      await work()
      note(counters.snapshotMs, performance.now() - began)
    } catch (error) {
      counters.snapshotsFailed++
      log.warn({ err: error, document: room.document.id }, 'a snapshot could not be kept; the log has everything')
    } finally {
      room.isFolding = false
    }
  }
  engine.folding = engine.folding.then(run)
}
