import * as Y from 'yjs'
import type { DocumentState } from '../../shared/live.ts'
import { keepLeftBehind } from './late.ts'
import { loadDocument, readSince } from './opening.ts'
import type { Room, Task } from './room.ts'
import { closeRoom, relay, tellState } from './settle.ts'
import { readOwners, readStoredNumbers } from './stored.ts'
import { openText } from './text.ts'
import type { Engine } from './turns.ts'

/**
 * Brings an open document to what the database has: what other nodes appended, and whether it is still open. `held` was
 * judged and waits to be appended.
 */
export async function refresh(engine: Engine, room: Room, held: readonly Task[] = []): Promise<void> {
  const news = await readNews(engine, room, held)
  if (!news) return
  if (news.updates.length > 0) {
    const doc = room.text.doc()
    doc.transact(() => {
      for (const update of news.updates) Y.applyUpdate(doc, update.bytes)
    })
    room.text.changed()
    room.owners = await readOwners(engine.db.read, room.document.id)
  }
  follow(engine, room, news)
}

/** The same after the shadow took in what was not committed: the text is read anew, and which updates the log has. */
export async function reread(engine: Engine, room: Room): Promise<void> {
  const news = await readNews(engine, room)
  if (!news) return
  const stored = await loadDocument(engine.db.read, room.document.id, engine.folder)
  if (!stored || stored.document.seq !== news.document.seq || stored.document.epoch !== news.document.epoch) {
    room.isStale = true // it moved between the two reads: next turn
    return
  }
  const { snapshot, tail, owners } = stored
  room.text = openText(snapshot, tail, room.shape)
  room.owners = owners
  room.bytes = tail.reduce((sum, update) => sum + update.bytes.length, snapshot.bytes.length)
  room.isBroken = false
  await recallStored(engine, room)
  follow(engine, room, news)
}

type News = NonNullable<Awaited<ReturnType<typeof readSince>>>

/** Undefined when the document was begun anew: its sockets are sent away, and nothing of theirs merges. */
async function readNews(engine: Engine, room: Room, held: readonly Task[] = []): Promise<News | undefined> {
  const news = await readSince(engine.db.read, room.document.id, room.point)
  room.isStale = false
  if (!news) {
    await keepLeftBehind(engine, room, [...held, ...room.queue])
    closeRoom(engine, room, 'document_restarted')
  }
  return news
}

function follow(engine: Engine, room: Room, { document, updates }: News): void {
  const before: DocumentState = room.document.state
  room.document = document
  room.point = document
  room.bytes += room.isBroken ? 0 : updates.reduce((sum, update) => sum + update.bytes.length, 0)
  relay(
    engine,
    room,
    updates.map(({ bytes }) => ({ bytes, from: undefined })),
  )
  if (document.state !== before) tellState(engine, room)
}

/** For writes that wait again: some may be in the log although nobody could say so. */
async function recallStored(engine: Engine, room: Room): Promise<void> {
  const first = new Map<Room['queue'][number]['peer'], number>()
  for (const task of room.queue) if (task.is === 'write' && !first.has(task.peer)) first.set(task.peer, task.clientSeq)
  for (const [peer, from] of first) {
    const sender = { personId: peer.user.personId, device: peer.device, from }
    peer.stored = await readStoredNumbers(engine.db.read, room.document.id, sender)
  }
}
