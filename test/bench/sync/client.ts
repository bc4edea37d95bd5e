import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import { decodeLive } from '../../../shared/live-wire.ts'
import { drivers, frameOf, hear, message, step } from './drivers.ts'
import type { Kind } from './servers.ts'

/** Where a client goes, and who it is there. */
export interface Seat {
  kind: Kind
  url: string
  room: string
  person: number
}

/** What a client hears, for whoever measures. */
export interface Listener {
  /** Document bytes: an update that somebody made, or the answer to a question. */
  update?(bytes: Uint8Array): void
  /** The server has stored every update of ours up to this number; only ours says so. */
  stored?(clientSeq: number): void
  closed?(code: number): void
}

/** A client that speaks the wire and builds no document: it costs little, and the same with every server. */
export interface Client {
  socket: WebSocket
  listener: Listener
  sendUpdate(update: Uint8Array): void
  sendPresence(presence: Uint8Array): void
  /** Asks for what is missing to the state; the answer comes after everything that was sent before. */
  ask(stateVector: Uint8Array): Promise<Uint8Array>
  /** Asks who is there: a sign of life that costs next to nothing. */
  askWhoIsHere(): void
  close(): Promise<void>
}

const noState = Uint8Array.of(0)

/** Editors say something every fifteen seconds; servers let go of whom they hear nothing from for a minute. */
const signOfLifeMs = 15_000

/** Connects, says who it is, asks for the document, and is back when the answer is there. */
export async function connect(seat: Seat, listener: Listener = {}): Promise<Client> {
  const driver = drivers[seat.kind]
  const prefix = driver.prefix(seat.room)
  const socket = new WebSocket(driver.address(seat.url, seat.room), {
    headers: driver.headers(seat.person),
    perMessageDeflate: false,
    maxPayload: 0,
  })
  const answers: ((update: Uint8Array) => void)[] = []
  const client = clientOn(socket, prefix, listener, answers)
  socket.on('message', (data: Buffer) => hearFrame(client, answers, data, prefix.length))
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.once('close', (code) => reject(new Error(`${seat.kind} closed the socket with ${code}`)))
    socket.once('open', () => {
      for (const greeting of driver.greeting()) socket.send(Buffer.concat([prefix, greeting]))
      if (driver.answers) client.ask(noState).then(() => resolve(), reject)
      else resolve()
    })
  })
  const alive = setInterval(() => client.askWhoIsHere(), signOfLifeMs)
  socket.on('close', (code) => {
    clearInterval(alive)
    client.listener.closed?.(code)
  })
  return client
}

function clientOn(
  socket: WebSocket,
  prefix: Uint8Array,
  listener: Listener,
  answers: ((update: Uint8Array) => void)[],
): Client {
  return {
    socket,
    listener,
    sendUpdate: (update) => socket.send(frameOf(prefix, message.sync, update, step.update)),
    sendPresence: (presence) => socket.send(frameOf(prefix, message.presence, presence)),
    ask: (stateVector) => {
      socket.send(frameOf(prefix, message.sync, stateVector, step.ask))
      return new Promise((resolve) => answers.push(resolve))
    },
    askWhoIsHere: () => socket.send(Buffer.concat([prefix, Uint8Array.of(message.whoIsHere)])),
    close: () => {
      if (socket.readyState === WebSocket.CLOSED) return Promise.resolve()
      const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()))
      socket.terminate()
      return gone
    },
  }
}

function hearFrame(
  { listener }: Client,
  answers: ((update: Uint8Array) => void)[],
  data: Buffer,
  prefixLength: number,
) {
  const { kind, step: said, decoder } = hear(data, prefixLength)
  if (kind === message.live) {
    const live = decodeLive(decoder)
    if (live?.is === 'ack') listener.stored?.(live.clientSeq)
    if (live?.is === 'refused') throw new Error(`update ${live.clientSeq} was refused: ${live.code}`)
  }
  if (said === undefined || said === step.ask) return
  const bytes = decoding.readVarUint8Array(decoder)
  listener.update?.(bytes)
  if (said === step.answer) answers.shift()?.(bytes)
}
