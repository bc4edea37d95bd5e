import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { encodeLive } from '../../../shared/live-wire.ts'
import { cookieOf, nodeOrigin } from '../../sync/nodes.ts'
import type { Kind } from './servers.ts'

/** Messages by their numbers: y-protocols', Hocuspocus' answer to a question, and our own. */
export const message = { sync: 0, presence: 1, auth: 2, whoIsHere: 3, syncReply: 4, live: 100 } as const
export const step = { ask: 0, answer: 1, update: 2 } as const

/** The little in which the servers' wires differ. Everything else is y-protocols, and the same code for all. */
export interface Driver {
  address(url: string, room: string): string
  headers(person: number): Record<string, string>
  /** What every frame begins with. */
  prefix(room: string): Uint8Array
  /** What a client says first. */
  greeting(): Uint8Array[]
  /** Whether the server answers questions; a bare broadcast does not. */
  answers: boolean
}

const plain = {
  headers: () => ({}),
  prefix: () => new Uint8Array(0),
  greeting: () => [],
  answers: true,
}

export const drivers: Record<Kind, Driver> = {
  floor: { ...plain, address: (url, room) => `${url}/${room}`, answers: false },
  'y-websocket': { ...plain, address: (url, room) => `${url}/${room}` },
  hocuspocus: {
    ...plain,
    address: (url) => url,
    prefix: (room) => encoding.encode((encoder) => encoding.writeVarString(encoder, room)),
    greeting: () => [
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, message.auth)
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarString(encoder, 'token')
        encoding.writeVarString(encoder, '4.7.0')
      }),
    ],
  },
  ours: {
    ...plain,
    address: (url, room) => `${url}/${room}`,
    headers: (person) => ({ cookie: cookieOf(person), origin: nodeOrigin }),
    greeting: () => [encodeLive({ is: 'hello', device: crypto.randomUUID(), next: 1, epoch: 0 })],
  },
}

/** A frame: the address, then one message. */
export function frameOf(prefix: Uint8Array, kind: number, bytes: Uint8Array, syncStep?: number): Uint8Array {
  const head = encoding.createEncoder()
  encoding.writeUint8Array(head, prefix)
  encoding.writeVarUint(head, kind)
  if (syncStep !== undefined) encoding.writeVarUint(head, syncStep)
  encoding.writeVarUint8Array(head, bytes)
  return encoding.toUint8Array(head)
}

export interface Heard {
  kind: number
  step: number | undefined
  decoder: decoding.Decoder
}

/** Reads a frame up to where its message's body begins. */
export function hear(data: Uint8Array, prefixLength: number): Heard {
  const decoder = decoding.createDecoder(data)
  decoder.pos = prefixLength
  const kind = decoding.readVarUint(decoder)
  const isSync = kind === message.sync || kind === message.syncReply
  return { kind, step: isSync ? decoding.readVarUint(decoder) : undefined, decoder }
}
