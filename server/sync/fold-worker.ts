import { parentPort } from 'node:worker_threads'
import * as Y from 'yjs'
import { takeExactly } from './exactly.ts'

/** What the worker is sent: updates to take in, one behind the other, and in the end the question for what they come to. */
export type FoldOrder = { bytes: Uint8Array; lengths: Uint32Array } | 'end'
/** The text in one update. Undefined where the updates rest on something that is not among them. */
export type Folded = { bytes: Uint8Array<ArrayBuffer>; stateVector: Uint8Array<ArrayBuffer> } | undefined

const port = parentPort!
let doc = new Y.Doc()

port.on('message', (order: FoldOrder) => {
  if (order !== 'end') {
    const { bytes, lengths } = order
    let at = 0
    takeExactly(doc, () => {
      for (const length of lengths) {
        Y.applyUpdate(doc, bytes.subarray(at, at + length))
        at += length
      }
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
