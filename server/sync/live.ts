import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { type CloseCode, closeCodes, documentShapes, type Shape } from '../../shared/live.ts'
import type { Exchanged } from '../../shared/live-exchange.ts'
import type { Database } from '../db/database.ts'
import { within } from '../db/within.ts'
import { countOne, newCounters } from './counters.ts'
import {
  type AccessRule,
  type Admission,
  admit,
  admitTo,
  type Door,
  documentOf,
  type Identify,
  type Identity,
} from './door.ts'
import { openElsewhere } from './elsewhere.ts'
import { exchange, type Request } from './exchange.ts'
import { postpone } from './failing.ts'
import { type Figure, liveFigures } from './figures.ts'
import { startFolder } from './folder.ts'
import { openRooms } from './halls.ts'
import { type LiveLimits, standardLimits } from './limits.ts'
import { hear, type News } from './news.ts'
import { closePeer, type Peer } from './peer.ts'
import type { Room } from './room.ts'
import { startSweeps } from './sweeps.ts'
import { type Engine, startTurns } from './turns.ts'

export interface LiveOptions {
  db: Database
  /** What a person may do with documents of each kind; a kind that is not here does not exist. */
  access: Record<string, AccessRule>
  identify: Identify
  /** The origins whose pages may open sockets, as browsers write them: `https://parley.example.org`. */
  allowedOrigins: readonly string[]
  clock: () => Instant
  log: Logger
  limits?: Partial<LiveLimits> | undefined
  shapes?: Record<string, Shape> | undefined
  /** Only for the crash program's control: see `Engine`. */
  acknowledgeFirst?: boolean | undefined
}

/** What upgrades reach us through: an HTTP server. */
export interface UpgradeSource {
  on(event: 'upgrade', listener: (request: IncomingMessage, socket: Duplex, head: Buffer) => void): unknown
}

/** The live texts of this process. */
export interface Live {
  /** Takes the upgrades on `/sync/<document id>`. */
  attach(server: UpgradeSource): void
  /** The session is over: its sockets close at once. */
  sessionEnded(sessionId: string): Promise<void>
  /** The person's seats changed: what each of its sockets may do is decided again at once. */
  seatsChanged(personId: string): Promise<void>
  /** What the person may do with the document; undefined where it does not exist to that person. */
  admit(identity: Identity, documentId: string): Promise<Admission | undefined>
  /** Takes what a request says, and answers it, where no socket can be opened. */
  exchange(identity: Identity, documentId: string, request: Request): Promise<Exchanged>
  limits: LiveLimits
  /** What the engine has done and holds, for whoever watches over it. */
  figures(): Figure[]
  /** Reads no more, stores and acknowledges what was read, and sends everyone away to come back. */
  close(): Promise<void>
}

export function createLive(options: LiveOptions): Live {
  const { db, clock, log, access, identify, allowedOrigins, shapes = documentShapes } = options
  const limits = { ...standardLimits, ...options.limits }
  const rooms = new Map<string, Room>()
  const engine: Engine = {
    db,
    clock,
    log,
    limits,
    counters: newCounters(),
    rooms,
    elsewhere: openElsewhere(db.signals, rooms, newId()),
    folder: startFolder(),
    folding: Promise.resolve(),
    acknowledgeFirst: options.acknowledgeFirst ?? false,
  }
  const door: Door = { db: db.read, access, identify, allowedOrigins }
  const turns = startTurns(engine)
  const halls = openRooms(engine, turns, shapes)
  const sweeps = startSweeps(engine, door, turns)
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    clientTracking: false,
  })
  let closed = false

  const stale = (room: Room) => turns.wake(Object.assign(room, { isStale: true }))
  const act = (news: News) => {
    if ('documentId' in news) {
      const room = rooms.get(news.documentId)
      if (room) stale(room)
      return
    }
    const isMeant = (peer: Peer) =>
      'sessionId' in news ? peer.sessionId === news.sessionId : peer.user.personId === news.personId
    sweeps.decideAgain(isMeant).catch((error) => log.warn({ err: error }, 'sockets could not be decided again'))
  }
  const stopHearing = hear((news) => {
    act(news)
    engine.elsewhere.news(news)
  })
  engine.elsewhere.listen({
    stale,
    presenceChanged: halls.presenceChanged,
    news: act,
    lost: () => {
      log.error('the database is silent: live texts are read-only until it answers')
      for (const room of rooms.values()) postpone(engine, Object.assign(room, { isStale: true }), turns.wake)
    },
    found: () => {
      for (const room of rooms.values()) stale(Object.assign(room, { retryAt: 0 }))
    },
  })

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer, documentId: string) => {
    let isAnswered = false
    const answer = (give: (accepted: WebSocket) => void) => {
      if (isAnswered) return
      isAnswered = true
      clearTimeout(patience)
      if (closed || socket.destroyed) socket.destroy()
      else sockets.handleUpgrade(request, socket, head, give)
    }
    const turnAway = (code: CloseCode) =>
      answer((accepted) => {
        countOne(engine.counters.closed, code)
        refuse(accepted, code)
      })
    const patience = setTimeout(() => turnAway(closeCodes.storage_fails), engine.elsewhere.isLost() ? 0 : doorMs)
    try {
      const entrance = await halls.enter(documentId, () => admit(door, request, documentId), sweeps.decisions)
      if (typeof entrance === 'number') turnAway(entrance)
      else answer((accepted) => halls.join(entrance.room, accepted, socket, request.headers.cookie, entrance.admission))
    } finally {
      clearTimeout(patience)
    }
  }

  return {
    attach: (server) =>
      void server.on('upgrade', (request, socket, head) => {
        socket.on('error', () => socket.destroy())
        const documentId = documentOf(request)
        if (documentId === undefined) return void socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n')
        upgrade(request, socket, head, documentId).catch((error) => {
          log.error({ err: error }, 'a socket could not be opened')
          socket.destroy()
        })
      }),
    sessionEnded: (sessionId) => sweeps.decideAgain((peer) => peer.sessionId === sessionId),
    seatsChanged: (personId) => sweeps.decideAgain((peer) => peer.user.personId === personId),
    admit: (identity, documentId) => admitTo(door, identity, documentId),
    exchange: async (identity, documentId, request) => {
      const admitted = async () => (await admitTo(door, identity, documentId)) ?? closeCodes.not_found
      const entrance = await halls.enter(documentId, admitted, sweeps.decisions)
      if (closed) return { code: closeCodes.server_stops, frames: [] }
      if (typeof entrance === 'number') return { code: entrance, frames: [] }
      return exchange(halls, entrance.room, entrance.admission, request, limits)
    },
    limits,
    figures: () => liveFigures(engine),
    close: async () => {
      closed = true
      stopHearing()
      const peers = [...rooms.values()].flatMap((room) => [...room.peers])
      const gone = peers.map((peer) => new Promise((resolve) => peer.socket.once('close', resolve)))
      for (const peer of peers) peer.socket.pause()
      // What a database that hangs does not take by then was never acknowledged: its senders have it.
      await within(drainMs, turns.quiet())
      for (const peer of peers) closePeer(peer, closeCodes.server_stops)
      await Promise.all(gone)
      engine.elsewhere.close()
      await within(drainMs / 2, Promise.all([sweeps.stop(), engine.folding]))
      await engine.folder.stop()
      rooms.clear()
    },
  }
}

/** How long a stopping process waits for what it has read to be stored. */
const drainMs = 3_000

/** So long does somebody stand at the door while the database is slow; then it is: come back, perhaps to another node. */
const doorMs = 4_000

/** Providers take a close code as an answer; to a refused upgrade they come back for ever. */
function refuse(socket: WebSocket, code: CloseCode): void {
  socket.on('error', () => socket.terminate())
  socket.close(code, Object.entries(closeCodes).find(([, value]) => value === code)?.[0])
  setTimeout(() => socket.terminate(), 2_000).unref()
}

export type { AccessRule, Admission, Identify }
