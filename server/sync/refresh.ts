import * as Y from 'yjs'
import type { DocumentState } from '../../shared/live.ts'
import type { Reader } from '../db/database.ts'
import { note } from './counters.ts'
import { keepLeftBehind } from './late.ts'
import { loadDocument } from './opening.ts'
import type { Room, Task } from './room.ts'
import { closeRoom, relay, tellState } from './settle.ts'
import { type News, readSince } from './since.ts'
import type { Engine } from './turns.ts'

/** Brings open documents to what the database has: what other nodes appended, and whether they are still open. */
export async function refreshAll(engine: Engine, rooms: readonly Room[]): Promise<void> {
  if (rooms.length === 0) return
  const news = await ask(engine.db.read, rooms)
  for (const room of rooms) await takeNews(engine, room, news.get(room.document.id), [])
}

/** The same for one. `held` was judged and waits to be appended. Returns under which Yjs client ids others wrote. */
export async function refresh(
  engine: Engine,
  db: Reader,
  room: Room,
  held: readonly Task[],
): Promise<ReadonlySet<number>> {
  const news = (await ask(db, [room])).get(room.document.id)
  await takeNews(engine, room, news, held)
  return new Set(news?.updates.flatMap((update) => [...clientsOf(update.bytes)]))
}

/** What is heard while the question is under way makes a room stale again. */
async function ask(db: Reader, rooms: readonly Room[]): Promise<Map<string, News>> {
  for (const room of rooms) room.isStale = false
  try {
    return await readSince(db, rooms)
  } catch (error) {
    for (const room of rooms) room.isStale = true
    throw error
  }
}

/** The Yjs client ids that an update writes under. */
export const clientsOf = (update: Uint8Array): Iterable<number> => Y.parseUpdateMeta(update).to.keys()

async function takeNews(engine: Engine, room: Room, news: News | undefined, held: readonly Task[]): Promise<void> {
  if (!isSameText(room, news)) return leaveBehind(engine, room, held)
  if (news.updates.length > 0) {
    room.text.take(news.updates)
    learnOwners(room, news)
  }
  room.bytes += news.updates.reduce((sum, update) => sum + update.bytes.length, 0)
  follow(engine, room, news)
}

/** The same after the shadow took in what was not committed: the text is read anew, and which updates the log has. */
export async function reread(engine: Engine, room: Room): Promise<void> {
  const news = (await ask(engine.db.read, [room])).get(room.document.id)
  if (!isSameText(room, news)) return leaveBehind(engine, room, [])
  const stored = await loadDocument(engine.db.read, room.document.id, engine.folder, () => room.shape)
  if (!stored || stored.document.seq !== news.document.seq || stored.document.epoch !== news.document.epoch) {
    room.isStale = true // it moved between the two reads: next turn
    return
  }
  const { text, owners, bytes } = stored
  Object.assign(room, { text, owners, bytes })
  room.isBroken = false
  follow(engine, room, news)
}

const isSameText = (room: Room, news: News | undefined): news is News => news?.document.epoch === room.point.epoch

/** The document was begun anew: its sockets are sent away, and nothing of theirs merges. */
async function leaveBehind(engine: Engine, room: Room, held: readonly Task[]): Promise<void> {
  await keepLeftBehind(engine, room, [...held, ...room.queue])
  closeRoom(engine, room, 'document_restarted')
}

/** The gate of the other node let nobody write under an id but whose it is, or becomes. */
function learnOwners(room: Room, { updates }: News): void {
  for (const { personId, bytes } of updates)
    for (const client of clientsOf(bytes)) if (!room.owners.has(client)) room.owners.set(client, personId)
}

function follow(engine: Engine, room: Room, { document, updates }: News): void {
  const { counters, clock } = engine
  const before: DocumentState = room.document.state
  room.document = document
  room.point = document
  counters.updatesFromNodes += updates.length
  for (const { at } of updates) note(counters.nodeLagMs, Math.max(0, Date.parse(clock()) - Date.parse(at)))
  relay(
    engine,
    room,
    updates.map(({ bytes }) => ({ bytes, from: undefined })),
  )
  if (document.state !== before) tellState(engine, room)
}
