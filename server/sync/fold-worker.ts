import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'

/** What the worker is sent: updates to take in, in order, and then the question for what they come to. */
export type FoldOrder = { updates: Uint8Array[] } | 'end'
/** The text in one update. Undefined where the updates rest on something that is not among them. */
export type Folded = { bytes: Uint8Array<ArrayBuffer>; stateVector: Uint8Array<ArrayBuffer> } | undefined

const port = parentPort!
let doc = new Y.Doc()

port.on('message', (order: FoldOrder) => {
  if (order !== 'end') {
    doc.transact(() => {
      for (const update of order.updates) Y.applyUpdate(doc, update)
    })
    return
  }
  const isWhole = !doc.store.pendingStructs && !doc.store.pendingDs
  const bytes = new Uint8Array(Y.encodeStateAsUpdate(doc))
  const stateVector = new Uint8Array(Y.encodeStateVector(doc))
  doc = new Y.Doc()
  const folded: Folded = isWhole ? { bytes, stateVector } : undefined
  port.postMessage(folded, isWhole ? [bytes.buffer] : [])
})
