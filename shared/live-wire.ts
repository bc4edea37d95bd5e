import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Access, DocumentState } from './live.ts'
import type { RefusalCode } from './refusals.ts'

/**
 * What our client and the server say to each other beside y-websocket's own messages, under a message number that stock
 * clients never use and are never sent. Updates are numbered by their order on the socket, from the hello's `next` on.
 */
export const messageLive = 100

export type LiveMessage =
  /** The client's first message: what the device calls itself, the number of its next update, the epoch of its text (0: none yet). */
  | { is: 'hello'; device: string; next: number; epoch: number }
  /** The state of the document, and what this person may do; again whenever either changes. */
  | { is: 'state'; state: DocumentState; access: Access; epoch: number; seq: number; sealedAt: string }
  /** Every update up to `clientSeq` has been dealt with; all that were not refused are on the disk, the last as `seq`. */
  | { is: 'ack'; clientSeq: number; seq: number; at: string }
  /** This update was refused and changed nothing. */
  | { is: 'refused'; clientSeq: number; code: RefusalCode }
  /** This update came when the text took none any more, and is on the disk for its author alone; `refused` follows. */
  | { is: 'kept'; clientSeq: number }
  /** This update rests on something that the server has not. It asks for everything missing; the answer covers this one. */
  | { is: 'resync'; clientSeq: number }
  /** The server can store nothing at the moment, or can again: until then what is sent waits, and nobody is told that it is saved. */
  | { is: 'storing'; works: boolean }

const numbers = { hello: 0, state: 1, ack: 2, refused: 3, resync: 4, kept: 5, storing: 6 } as const

export function encodeLive(message: LiveMessage): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageLive)
  encoding.writeVarUint(encoder, numbers[message.is])
  writeBody(encoder, message)
  return encoding.toUint8Array(encoder)
}

function writeBody(encoder: encoding.Encoder, message: LiveMessage): void {
  switch (message.is) {
    case 'hello':
      encoding.writeVarString(encoder, message.device)
      encoding.writeVarUint(encoder, message.next)
      encoding.writeVarUint(encoder, message.epoch)
      break
    case 'state':
      encoding.writeVarString(encoder, message.state)
      encoding.writeVarString(encoder, message.access)
      encoding.writeVarUint(encoder, message.epoch)
      encoding.writeVarUint(encoder, message.seq)
      encoding.writeVarString(encoder, message.sealedAt)
      break
    case 'ack':
      encoding.writeVarUint(encoder, message.clientSeq)
      encoding.writeVarUint(encoder, message.seq)
      encoding.writeVarString(encoder, message.at)
      break
    case 'refused':
      encoding.writeVarUint(encoder, message.clientSeq)
      encoding.writeVarString(encoder, message.code)
      break
    case 'resync':
    case 'kept':
      encoding.writeVarUint(encoder, message.clientSeq)
      break
    case 'storing':
      encoding.writeVarUint(encoder, message.works ? 1 : 0)
  }
}

/** Reads what follows the message number. Undefined for a message of a later release. */
export function decodeLive(decoder: decoding.Decoder): LiveMessage | undefined {
  const text = () => decoding.readVarString(decoder)
  const number = () => decoding.readVarUint(decoder)
  switch (number()) {
    case numbers.hello:
      return { is: 'hello', device: text(), next: number(), epoch: number() }
    case numbers.state:
      return {
        is: 'state',
        state: text() as DocumentState,
        access: text() as Access,
        epoch: number(),
        seq: number(),
        sealedAt: text(),
      }
    case numbers.ack:
      return { is: 'ack', clientSeq: number(), seq: number(), at: text() }
    case numbers.refused:
      return { is: 'refused', clientSeq: number(), code: text() as RefusalCode }
    case numbers.resync:
      return { is: 'resync', clientSeq: number() }
    case numbers.storing:
      return { is: 'storing', works: number() === 1 }
    case numbers.kept:
      return { is: 'kept', clientSeq: number() }
    default:
      return undefined
  }
}
