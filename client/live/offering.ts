import * as encoding from 'lib0/encoding'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import { chunksOf, standardChunk } from '../../shared/live-chunks.ts'

export const messageSync = 0

/** Answers what the server asks for: in one piece, or in as many as a long absence takes. */
export interface Offering {
  /** A connection begins: nothing was asked on it yet. */
  begin(): void
  /** The server has said what state it is in; before that nothing is answered. */
  greeted(): void
  /** The server has this, and asks for the rest. */
  ask(stateVector: Uint8Array): void
  /** Whether what is being sent is a part, and more follows. */
  isInParts(): boolean
}

export function startOffering(
  doc: Y.Doc,
  send: (frame: Uint8Array<ArrayBuffer>) => void,
  mayOffer: () => boolean,
): Offering {
  let asked: Uint8Array | undefined
  let isGreeted = false
  let isInParts = false
  const offer = () => {
    if (!asked || !isGreeted) return
    const known = asked
    asked = undefined
    if (!mayOffer()) return
    const update = Y.encodeStateAsUpdate(doc, known)
    const chunks = update.length < standardChunk.bytes ? [update] : chunksOf(update, Y.decodeStateVector(known))
    for (const [i, chunk] of chunks.entries()) {
      isInParts = i < chunks.length - 1
      send((isInParts ? changeFrame(chunk) : answerFrame(chunk)) as Uint8Array<ArrayBuffer>)
    }
  }
  return {
    begin: () => {
      asked = undefined
      isGreeted = false
    },
    greeted: () => {
      isGreeted = true
      offer()
    },
    ask: (stateVector) => {
      asked = stateVector
      offer()
    },
    isInParts: () => isInParts,
  }
}

const syncFrame = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageSync)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
const changeFrame = (update: Uint8Array): Uint8Array =>
  syncFrame((encoder) => syncProtocol.writeUpdate(encoder, update))
const answerFrame = (update: Uint8Array): Uint8Array =>
  syncFrame((encoder) => {
    encoding.writeVarUint(encoder, syncProtocol.messageYjsSyncStep2)
    encoding.writeVarUint8Array(encoder, update)
  })
