import * as Y from 'yjs'
import { type Client, connect } from './client.ts'
import { hashOf, writeHistory } from './history.ts'
import { pause } from './process.ts'
import type { Kind } from './servers.ts'

/** Fills rooms with the same history, each from one connection, an update to a message. */
export interface StoreJob {
  is: 'store'
  kind: Kind
  url: string
  rooms: string[]
  edits: number
  /** Edits that make one message. */
  together: number
  seed: number
}

export interface StoreFound {
  hash: string
  /** What the whole history comes to as one update. */
  bytes: number
  perSecond: number
}

/** Returns when the servers have answered with all of it. The last clients stay until this process ends. */
export async function store({ kind, url, rooms, edits, together, seed }: StoreJob): Promise<StoreFound> {
  const { updates, hash, bytes } = writeHistory(edits, seed, together)
  const began = performance.now()
  for (const [person, room] of rooms.entries()) {
    const client = await connect({ kind, url, room, person })
    for (const update of updates) await sendGently(client, update)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, await client.ask(Y.encodeStateVector(doc)))
    if (hashOf(doc) !== hash) throw new Error(`${kind} answers with another text than was written`)
  }
  return { hash, bytes, perSecond: Math.round((rooms.length * edits * 1000) / (performance.now() - began)) }
}

/** Sends no faster than the server reads. */
export async function sendGently(client: Client, update: Uint8Array): Promise<void> {
  client.sendUpdate(update)
  while (client.socket.bufferedAmount > 65_536) await pause(1)
}
