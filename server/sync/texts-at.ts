import * as Y from 'yjs'
import type { Reader } from '../db/database.ts'
import { readStored } from './stored.ts'

/** The text as it was at a point. */
export async function textAt(db: Reader, id: string, point: { epoch: number; seq: number }): Promise<Uint8Array> {
  const { snapshot, tail } = await readStored(db, id, point)
  return Y.encodeStateAsUpdate(await together([snapshot.bytes, ...tail.map((update) => update.bytes)]))
}

/** So many updates at once; then others get their turn. */
const appliedAtOnce = 500

/** One text of many updates. */
export async function together(updates: readonly Uint8Array[]): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (let i = 0; i < updates.length; i += appliedAtOnce) {
    doc.transact(() => {
      for (const update of updates.slice(i, i + appliedAtOnce)) Y.applyUpdate(doc, update)
    })
    await new Promise(setImmediate)
  }
  return doc
}
