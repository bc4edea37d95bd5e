import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { pino } from 'pino'
import { WebSocket } from 'ws'
import * as awarenessProtocol from 'y-protocols/awareness'
import * as syncProtocol from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createDocument } from '../../server/sync/documents.ts'
import { createLive, type Live, type LiveOptions } from '../../server/sync/live.ts'
import type { Actor } from '../../shared/agreement.ts'
import { newId } from '../../shared/ids.ts'
import type { Access } from '../../shared/live.ts'
import { decodeLive, encodeLive, type LiveMessage, messageLive } from '../../shared/live-wire.ts'
import type { Person, TestWorld } from '../world.ts'

export const origin = 'http://parley.test'

/** A server with nothing but live texts: delegates write, every other seat reads, and who has none sees nothing. */
export interface Hall {
  live: Live
  url: string
  /** People whose session has ended, and whose seats were taken, in this hall. */
  signedOut: Set<Person>
  unseated: Set<Person>
  close(): Promise<void>
}

export async function openHall(
  world: TestWorld,
  options: Partial<LiveOptions> & { page?: RequestListener } = {},
): Promise<Hall> {
  const people = new Map((Object.keys(world.person) as Person[]).map((person) => [world.cookie(person), person]))
  const signedOut = new Set<Person>()
  const unseated = new Set<Person>()
  const identify = async (cookie: string | undefined) => {
    const person = cookie === undefined ? undefined : people.get(cookie)
    if (!person || signedOut.has(person)) return undefined
    const actor = await world.actor(person)
    return { actor: unseated.has(person) ? { ...actor, seats: [] } : actor, sessionId: `session of ${person}` }
  }
  const live = createLive({
    db: world.db,
    access: { plan: async (_db, actor, document) => accessOf(actor, document.agreementId) },
    identify,
    allowedOrigins: [origin],
    clock: () => new Date().toISOString(),
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    ...options,
  })
  const server: Server = createServer(options.page)
  live.attach(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    live,
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync`,
    signedOut,
    unseated,
    close: async () => {
      await live.close()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function accessOf(actor: Actor, agreementId: string): Access | undefined {
  const seats = actor.seats.filter((seat) => seat.agreementId === agreementId)
  if (seats.length === 0) return undefined
  return seats.some((seat) => seat.kind === 'delegate') ? 'write' : 'read'
}

/** A plan to write, as the plan room would make one. */
export const newPlanText = (world: TestWorld, seed?: Uint8Array): Promise<string> =>
  world.db.write((trx) =>
    createDocument(trx, { agreementId: world.agreementId, kind: 'plan', subject: newId(), seed }, world.now),
  )

/** y-websocket's own provider, as published, with a session's cookie and a page's origin. */
export function joinStock(
  hall: Hall,
  id: string,
  cookie: string | undefined,
  doc = new Y.Doc(),
  from: string | null = origin,
): WebsocketProvider {
  class Socket extends WebSocket {
    constructor(url: string | URL, protocols: string[]) {
      super(url, protocols, { headers: { ...(cookie ? { cookie } : {}), ...(from ? { origin: from } : {}) } })
    }
  }
  return new WebsocketProvider(hall.url, id, doc, {
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
}

/** A client made of y-protocols and nothing else, which can say anything. */
export interface Raw {
  doc: Y.Doc
  awareness: awarenessProtocol.Awareness
  socket: WebSocket
  /** What the server said in our own messages. */
  heard: LiveMessage[]
  /** Reasons that the server gave to a stock client. */
  denied: string[]
  closed: Promise<{ code: number; reason: string }>
  send(frame: Uint8Array): void
  /** How many updates went out, as the server numbers them when the hello began at 1. */
  sent: number
  /** An update as a keystroke sends it. */
  write(update: Uint8Array): void
  /** The next thing of ours that the server says and that fits. */
  hear<Is extends LiveMessage['is']>(
    is: Is,
    fits?: (message: Extract<LiveMessage, { is: Is }>) => boolean,
  ): Promise<Extract<LiveMessage, { is: Is }>>
  /** Until the document has this, or the socket closes. */
  until(holds: () => boolean): Promise<void>
}

export interface RawOptions {
  doc?: Y.Doc
  device?: string
  next?: number
  epoch?: number
  /** Whether changes of the document are sent as they happen; a hostile client sends by hand. */
  follows?: boolean
  /** The page's origin; null sends none. */
  from?: string | null
  /** Told of the client before it connects, of each numbered update before it leaves, and of all that the server says. */
  joining?: (raw: Raw) => void
  sending?: (catchesUp: boolean) => void
  hearing?: (message: LiveMessage) => void
}

export async function joinRaw(
  hall: Pick<Hall, 'url'>,
  id: string,
  cookie: string | undefined,
  options: RawOptions = {},
): Promise<Raw> {
  const { doc = new Y.Doc(), device, follows = true, from = origin } = options
  const awareness = new awarenessProtocol.Awareness(doc)
  const socket = new WebSocket(`${hall.url}/${id}`, {
    headers: { ...(cookie ? { cookie } : {}), ...(from ? { origin: from } : {}) },
  })
  socket.binaryType = 'nodebuffer'
  const waiting = new Set<() => void>()
  const stir = () => {
    for (const look of [...waiting]) look()
  }
  let open = true
  const raw: Raw = {
    doc,
    awareness,
    socket,
    heard: [],
    denied: [],
    closed: new Promise((resolve) =>
      socket.once('close', (code, reason) => {
        open = false
        awareness.destroy()
        resolve({ code, reason: reason.toString() })
        stir()
      }),
    ),
    sent: 0,
    send: (bytes) => {
      if (bytes[0] === 0 && (bytes[1] === 1 || bytes[1] === 2)) {
        raw.sent++
        options.sending?.(bytes[1] === 1)
      }
      socket.send(bytes)
    },
    write: (update) => raw.send(syncFrame((encoder) => syncProtocol.writeUpdate(encoder, update))),
    hear: async (is, fits = () => true) => {
      const find = () => raw.heard.find((message) => message.is === is && fits(message as never)) as never
      await raw.until(() => find() !== undefined)
      return find()
    },
    until: (holds) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (holds()) resolve()
          else if (!open) reject(new Error('the socket closed first'))
          else return
          waiting.delete(look)
        }
        waiting.add(look)
        look()
      }),
  }
  options.joining?.(raw)
  doc.on('update', (update: Uint8Array, by: unknown) => {
    if (follows && by !== raw && socket.readyState === WebSocket.OPEN) raw.write(update)
    stir()
  })
  awareness.on('change', stir)
  socket.on('message', (data: Buffer) => {
    const known = raw.heard.length
    const answer = hear(raw, data)
    for (const said of raw.heard.slice(known)) options.hearing?.(said)
    if (answer) raw.send(answer)
    stir()
  })
  socket.on('error', () => {})
  const opened = new Promise<void>((resolve) =>
    socket.once('open', () => {
      if (device) raw.send(encodeLive({ is: 'hello', device, next: options.next ?? 1, epoch: options.epoch ?? 0 }))
      raw.send(syncFrame((encoder) => syncProtocol.writeSyncStep1(encoder, doc)))
      resolve()
    }),
  )
  await Promise.race([opened, raw.closed])
  return raw
}

function hear(raw: Raw, data: Uint8Array): Uint8Array | undefined {
  const decoder = decoding.createDecoder(data)
  const answer = encoding.createEncoder()
  switch (decoding.readVarUint(decoder)) {
    case 0:
      encoding.writeVarUint(answer, 0)
      syncProtocol.readSyncMessage(decoder, answer, raw.doc, raw)
      return encoding.length(answer) > 1 ? encoding.toUint8Array(answer) : undefined
    case 1:
      awarenessProtocol.applyAwarenessUpdate(raw.awareness, decoding.readVarUint8Array(decoder), raw)
      return undefined
    case 2:
      decoding.readVarUint(decoder)
      raw.denied.push(decoding.readVarString(decoder))
      return undefined
    case messageLive:
      raw.heard.push(decodeLive(decoder)!)
      return undefined
    default:
      throw new Error('no message of y-websocket or ours')
  }
}

export function frame(write: (encoder: encoding.Encoder) => unknown): Uint8Array {
  const encoder = encoding.createEncoder()
  write(encoder)
  return encoding.toUint8Array(encoder)
}

export const syncFrame = (write: (encoder: encoding.Encoder) => void): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, 0)
    write(encoder)
  })

export const presence = (client: number, clock: number, state: unknown): Uint8Array =>
  frame((encoder) => {
    encoding.writeVarUint(encoder, 1)
    const update = frame((inner) => {
      encoding.writeVarUint(inner, 1)
      encoding.writeVarUint(inner, client)
      encoding.writeVarUint(inner, clock)
      encoding.writeVarString(inner, JSON.stringify(state))
    })
    encoding.writeVarUint8Array(encoder, update)
  })

/** Resolves when the document holds it, whoever brings it there. */
export const untilDoc = (doc: Y.Doc, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!holds()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })

export const words = (doc: Y.Doc): string => doc.getXmlFragment('preamble').toString()
