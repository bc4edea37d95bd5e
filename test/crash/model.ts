import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { pino } from 'pino'
import { WebSocket } from 'ws'
import * as syncProtocol from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Database } from '../../server/db/database.ts'
import { createLive, type Live } from '../../server/sync/live.ts'
import { closeCodes } from '../../shared/live.ts'
import { decodeLive, encodeLive, type LiveMessage, messageLive } from '../../shared/live-wire.ts'
import { syncFrame } from '../sync/hall.ts'
import { cookieOf, type Ground, nodeOrigin, personOf, unhurried } from '../sync/nodes.ts'
import { type Edit, edit } from '../sync/texts.ts'

/** A node in this process, which can be stopped as an operator stops it or as a power cut does. */
export interface ModelNode {
  url: string
  stop(): Promise<void>
  crash(): Promise<void>
}

export async function startModelNode({ db, agreementId }: Ground, acknowledgeFirst: boolean): Promise<ModelNode> {
  let isDead = false
  const mortal = new Proxy(db, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key)
      if (typeof value !== 'function') return value
      return isDead ? () => Promise.reject(new Error('the node is dead')) : value.bind(target)
    },
  })
  const live = newLive(mortal, agreementId, acknowledgeFirst)
  const server = createServer()
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  live.attach(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const end = async () => {
    await live.close()
    await new Promise((resolve) => server.close(resolve))
  }
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/sync`,
    stop: end,
    crash: async () => {
      isDead = true
      for (const socket of sockets) socket.destroy()
      await end()
    },
  }
}

const newLive = (db: Database, agreementId: string, acknowledgeFirst: boolean): Live =>
  createLive({
    db,
    access: { plan: async () => 'write' },
    identify: async (cookie) => {
      const person = personOf(cookie)
      if (person === undefined) return undefined
      const seat = { id: `seat ${person}`, agreementId, kind: 'delegate' } as const
      return { actor: { personId: person, name: person, administrator: false, seats: [seat] }, sessionId: person }
    },
    allowedOrigins: [nodeOrigin],
    clock: () => new Date().toISOString(),
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    limits: { ...unhurried, pollMs: 25, snapshotUpdates: 60 },
    acknowledgeFirst,
  })

/** How the way between a person and a node is: open, held up in both directions, or none. */
type Way = 'open' | 'held' | 'none'

/** Somebody who writes, on a network that does what networks do. What was acknowledged is noted word by word. */
export interface ModelPerson {
  doc: Y.Doc
  way: Way
  said: string[]
  acknowledged: Set<string>
  refused: number
  /** The server said, or showed by sending away, that it can store nothing at the moment. */
  isTold: boolean
  edit(what: Edit): void
  connect(node: Pick<ModelNode, 'url'>, again: boolean): Promise<void>
  hold(): void
  /** Lets through what was held, from here in another order if it is to be so. */
  release(shuffled: boolean): void
  repeatLast(): void
  cut(): void
}

interface Leaving {
  frame: Uint8Array
  /** What is in it of this person's: known to be stored once the server has acknowledged its number. */
  words: readonly string[] | undefined
}

export function newPerson(number: number, id: string, isOurs: boolean, dropsOne: boolean): ModelPerson {
  const doc = new Y.Doc()
  const device = crypto.randomUUID()
  let socket: WebSocket | undefined
  let leaving: Leaving[] = []
  let arriving: Buffer[] = []
  let sent = new Map<number, Leaving>()
  let next = 1
  let last: Leaving | undefined
  let isToDrop = dropsOne

  const send = (one: Leaving) => {
    if (person.way === 'held') leaving.push(one)
    else if (person.way === 'open' && socket?.readyState === WebSocket.OPEN) {
      if (one.words) {
        sent.set(next++, one)
        last = one
      }
      socket.send(one.frame)
    }
  }
  const hearLive = (message: LiveMessage) => {
    if (message.is === 'resync') sent.delete(message.clientSeq)
    if (message.is === 'refused') {
      sent.delete(message.clientSeq)
      person.refused++
    }
    if (message.is === 'storing') person.isTold = !message.works
    if (message.is !== 'ack') return
    for (const [at, { words }] of sent) {
      if (at > message.clientSeq) continue
      for (const word of words ?? []) person.acknowledged.add(word)
      sent.delete(at)
    }
  }
  const hear = (data: Buffer) => {
    const decoder = decoding.createDecoder(data)
    const kind = decoding.readVarUint(decoder)
    if (kind === messageLive) {
      const message = decodeLive(decoder)
      if (message) hearLive(message)
    }
    if (kind !== 0) return
    if (isToDrop && data[1] === 2) {
      isToDrop = false
      return
    }
    const answer = encoding.createEncoder()
    encoding.writeVarUint(answer, 0)
    syncProtocol.readSyncMessage(decoder, answer, doc, 'server')
    if (encoding.length(answer) > 1) send({ frame: encoding.toUint8Array(answer), words: [...person.said] })
  }
  doc.on('update', (update: Uint8Array, by: unknown) => {
    if (by === 'server') return
    // What Yjs tidies by itself holds no word of this person's.
    const words = by === 'said' ? person.said.slice(-1) : []
    send({ frame: syncFrame((e) => syncProtocol.writeUpdate(e, update)), words })
  })

  const person: ModelPerson = {
    doc,
    way: 'none',
    said: [],
    acknowledged: new Set(),
    refused: 0,
    isTold: false,
    edit: (what) => {
      person.said.push(`p${number}w${person.said.length}`)
      doc.transact(() => {
        edit(doc, what)
        doc.getMap('meta').set(person.said.at(-1)!, 1)
      }, 'said')
    },
    connect: async (node, again) => {
      if (person.way !== 'none') return
      const opened = new WebSocket(`${node.url}/${id}`, { headers: { cookie: cookieOf(number), origin: nodeOrigin } })
      socket = opened
      person.way = 'open'
      // What was not acknowledged goes out once more under its old numbers, as a device does that does not know what arrived.
      const unsure =
        again && isOurs && [...sent.keys()].every((at, n) => at === next - sent.size + n) ? sent : new Map()
      sent = new Map()
      next -= unsure.size
      opened.on('error', () => {})
      opened.on('message', (data: Buffer) => {
        if (socket !== opened) return
        if (person.way === 'held') arriving.push(data)
        else hear(data)
      })
      opened.on('close', (code) => {
        if (code === closeCodes.storage_fails) person.isTold = true
        if (socket === opened) lose()
      })
      await new Promise<void>((resolve) => {
        opened.once('close', () => resolve())
        opened.once('open', () => {
          if (isOurs) opened.send(encodeLive({ is: 'hello', device, next, epoch: 0 }))
          send({ frame: syncFrame((e) => syncProtocol.writeSyncStep1(e, doc)), words: undefined })
          for (const one of unsure.values()) send(one)
          resolve()
        })
      })
    },
    hold: () => {
      if (person.way === 'open') person.way = 'held'
    },
    release: (shuffled) => {
      if (person.way !== 'held') return
      person.way = 'open'
      const out = shuffled ? leaving.toReversed() : leaving
      const heard = arriving
      leaving = []
      arriving = []
      for (const one of out) send(one)
      for (const data of heard) hear(data)
    },
    repeatLast: () => {
      if (last && person.way === 'open') send(last)
    },
    cut: () => {
      const closing = socket
      lose()
      closing?.terminate()
    },
  }
  const lose = () => {
    socket = undefined
    person.way = 'none'
    leaving = []
    arriving = []
  }
  return person
}
