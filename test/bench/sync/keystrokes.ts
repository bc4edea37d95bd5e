import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { paragraph } from '../../sync/texts.ts'

/** A person who types into a paragraph of their own, one character a time, as an editor would send it. */
export interface Hand {
  clientId: number
  /** The update that begins the paragraph. */
  beginning: Uint8Array
  /** The clock after the beginning: the n-th keystroke ends at this plus n. */
  base: number
  /** The update of the next keystroke, or of so many characters pasted at once. */
  next(length?: number): Uint8Array
  /** What other clients show of this person's cursor: it stands behind the last character. */
  cursor(): Uint8Array
}

/**
 * Written by hand, without a document: what the load costs is to be the servers' share, not the typists'. The bytes are
 * those that Yjs writes for a character typed behind the one before.
 */
export function newHand(clientId: number, words = 'x'): Hand {
  const doc = new Y.Doc()
  doc.clientID = clientId
  doc.getXmlFragment('preamble').insert(0, [paragraph(words)])
  const base = Y.getState(doc.store, clientId)
  let clock = base
  let moves = 0
  return {
    clientId,
    beginning: Y.encodeStateAsUpdate(doc),
    base,
    next: (length = 1) => {
      clock += length
      return typed(clientId, clock - length, length)
    },
    cursor: () => shown(clientId, ++moves, clock),
  }
}

const letters = 'etaoin shrdlu'

function typed(client: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeUint8(encoder, 0b1000_0100) // a string behind its origin
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock - 1)
  encoding.writeVarString(encoder, letters[clock % letters.length]!.repeat(length))
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}

/** As Tiptap's caret shows it. */
function shown(client: number, moves: number, clock: number): Uint8Array {
  const place = { type: null, tname: null, item: { client, clock: clock - 1 }, assoc: -1 }
  const state = { user: { name: `Person ${client}`, color: '#9c3d2e' }, cursor: { anchor: place, head: place } }
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, moves)
  encoding.writeVarString(encoder, JSON.stringify(state))
  return encoding.toUint8Array(encoder)
}
