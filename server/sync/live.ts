import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Instant } from '../../shared/dates.ts'
import { type CloseCode, closeCodes, documentShapes, type Shape } from '../../shared/live.ts'
import type { Database } from '../db/database.ts'
import { countOne, newCounters } from './counters.ts'
import { type AccessRule, type Admission, admit, type Door, documentOf, type Identify } from './door.ts'
import { type Figure, liveFigures } from './figures.ts'
import { startFolder } from './folder.ts'
import { openRooms } from './halls.ts'
import { type LiveLimits, standardLimits } from './limits.ts'
import { hear } from './news.ts'
import { closePeer } from './peer.ts'
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
  /** What the engine has done and holds, for whoever watches over it. */
  figures(): Figure[]
  /** Reads no more, stores and acknowledges what was read, and sends everyone away to come back. */
  close(): Promise<void>
}

export function createLive(options: LiveOptions): Live {
  const { db, clock, log, access, identify, allowedOrigins, shapes = documentShapes } = options
  const limits = { ...standardLimits, ...options.limits }
  const engine: Engine = {
    db,
    clock,
    log,
    limits,
    counters: newCounters(),
    rooms: new Map(),
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

  const stopHearing = hear((news) => {
    if ('documentId' in news) {
      const room = engine.rooms.get(news.documentId)
      if (room) turns.wake(Object.assign(room, { isStale: true }))
    } else
      void sweeps.decideAgain((peer) =>
        'sessionId' in news ? peer.sessionId === news.sessionId : peer.user.personId === news.personId,
      )
  })

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer, documentId: string) => {
    const entrance = await halls.enter(documentId, () => admit(door, request, documentId), sweeps.decisions)
    if (closed || socket.destroyed) return void socket.destroy()
    sockets.handleUpgrade(request, socket, head, (accepted) => {
      if (typeof entrance === 'number') {
        countOne(engine.counters.closed, entrance)
        refuse(accepted, entrance)
      } else halls.join(entrance.room, accepted, socket, request.headers.cookie, entrance.admission)
    })
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
    figures: () => liveFigures(engine),
    close: async () => {
      closed = true
      stopHearing()
      await sweeps.stop()
      const peers = [...engine.rooms.values()].flatMap((room) => [...room.peers])
      const gone = peers.map((peer) => new Promise((resolve) => peer.socket.once('close', resolve)))
      for (const peer of peers) peer.socket.pause()
      await turns.quiet()
      await engine.folding
      await engine.folder.stop()
      for (const peer of peers) closePeer(peer, closeCodes.server_stops)
      await Promise.all(gone)
      engine.rooms.clear()
    },
  }
}

/** Providers take a close code as an answer; to a refused upgrade they come back for ever. */
function refuse(socket: WebSocket, code: CloseCode): void {
  socket.on('error', () => socket.terminate())
  socket.close(code, Object.entries(closeCodes).find(([, value]) => value === code)?.[0])
  setTimeout(() => socket.terminate(), 2_000).unref()
}

export type { AccessRule, Admission, Identify }
