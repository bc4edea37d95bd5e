import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { decodeLive, type LiveMessage, messageLive } from '../../shared/live-wire.ts'

/** The frames of y-websocket: a frame holds one message. */
const message = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3 } as const
const sync = { step1: 0, step2: 1, update: 2 } as const

/** What a client's frame says. A `write` is not looked into here: a reader's is dropped unread. */
export type Inbound =
  | { is: 'ask'; stateVector: Uint8Array }
  | { is: 'write'; bytes: Uint8Array; catchUp: boolean }
  | { is: 'presence'; bytes: Uint8Array }
  | { is: 'whoIsHere' }
  | { is: 'hello'; hello: LiveMessage & { is: 'hello' } }
  | { is: 'nothing' }

/** Throws when the frame is cut short or its lengths are wrong. */
export function readFrame(frame: Uint8Array): Inbound {
  const decoder = decoding.createDecoder(frame)
  switch (decoding.readVarUint(decoder)) {
    case message.sync:
      return readSync(decoder)
    case message.awareness:
      return { is: 'presence', bytes: decoding.readVarUint8Array(decoder) }
    case message.queryAwareness:
      return { is: 'whoIsHere' }
    case messageLive: {
      const live = decodeLive(decoder)
      return live?.is === 'hello' ? { is: 'hello', hello: live } : { is: 'nothing' }
    }
    default:
      return { is: 'nothing' }
  }
}

function readSync(decoder: decoding.Decoder): Inbound {
  const step = decoding.readVarUint(decoder)
  const bytes = decoding.readVarUint8Array(decoder)
  if (step === sync.step1) return { is: 'ask', stateVector: bytes }
  if (step === sync.step2 || step === sync.update) return { is: 'write', bytes, catchUp: step === sync.step2 }
  throw new Error('no such step of the sync protocol')
}

function frameOf(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

/** The numbers of the message and its step, the length, and the bytes; every keystroke comes by here. */
function syncFrame(step: number, bytes: Uint8Array): Uint8Array {
  const head = [message.sync, step]
  let { length } = bytes
  for (; length >= 0x80; length = Math.floor(length / 0x80)) head.push(0x80 | (length & 0x7f))
  head.push(length)
  const frame = new Uint8Array(head.length + bytes.length)
  frame.set(head)
  frame.set(bytes, head.length)
  return frame
}

/** Asks the client for everything since the state vector. */
export const askFrame = (stateVector: Uint8Array): Uint8Array => syncFrame(sync.step1, stateVector)
/** Answers a client's question; the client takes itself to be in step after it. */
export const answerFrame = (update: Uint8Array): Uint8Array => syncFrame(sync.step2, update)
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(sync.update, update)

export const presenceFrame = (bytes: Uint8Array): Uint8Array =>
  frameOf((encoder) => {
    encoding.writeVarUint(encoder, message.awareness)
    encoding.writeVarUint8Array(encoder, bytes)
  })

/** Presence news about nobody: y-websocket drops a connection on which it hears nothing for half a minute. */
export const keepaliveFrame = presenceFrame(Uint8Array.of(0))

/** The only way to tell a stock client that its update was refused. */
export const deniedFrame = (reason: string): Uint8Array =>
  frameOf((encoder) => {
    encoding.writeVarUint(encoder, message.auth)
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarString(encoder, reason)
  })
