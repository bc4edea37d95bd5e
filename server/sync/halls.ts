import { type CloseCode, closeCodes, type Shape } from '../../shared/live.ts'
import { type Allowance, fullAllowance } from './bucket.ts'
import { type Counters, countLeft, note } from './counters.ts'
import type { Admission } from './door.ts'
import { keepFolded } from './folding.ts'
import { type Hearing, hearFrame, showEveryone, stockDevice } from './listen.ts'
import { loadDocument } from './opening.ts'
import { emptyOutbox, type PeerSocket, type Wire } from './outbox.ts'
import { type Peer, sendPresence, strike } from './peer.ts'
import { leavePresence, spreadPresence } from './presence.ts'
import { newRoom, type Room } from './room.ts'
import type { Engine, Turns } from './turns.ts'

export interface Halls {
  /** Opens the document once the person is admitted; decides again when seats or sessions changed meanwhile. */
  enter(
    documentId: string,
    admit: () => Promise<Admission | CloseCode>,
    decisions: () => number,
  ): Promise<{ room: Room; admission: Admission } | CloseCode>
  /** Gives the socket its place. Nothing may be awaited between `enter` and this. */
  join(room: Room, socket: PeerSocket, wire: Wire, cookie: string | undefined, admission: Admission): void
  /** Who is at the document changed: it is passed on in a moment. */
  presenceChanged(room: Room): void
}

/** Where documents are opened and sockets get their places. */
export function openRooms(engine: Engine, turns: Turns, shapes: Record<string, Shape>): Halls {
  const { limits, rooms, counters } = engine
  const opening = new Map<string, Promise<Room | undefined>>()
  const allowances = new Map<string, Allowance>()
  let nextId = 1

  const open = async (documentId: string): Promise<Room | undefined> => {
    const began = performance.now()
    const opened = await loadDocument(engine.db.read, documentId, engine.folder, (kind) => shapes[kind])
    if (!opened) return undefined
    const room = newRoom(opened)
    rooms.set(documentId, room)
    engine.elsewhere.opened(room)
    if (opened.folded) keepFolded(engine, room, opened.folded)
    note(counters.openMs, performance.now() - began)
    return room
  }
  const find = async (documentId: string): Promise<Room | undefined> => {
    const there = rooms.get(documentId) ?? opening.get(documentId)
    if (there) return there
    const asked = open(documentId).finally(() => opening.delete(documentId))
    opening.set(documentId, asked)
    return asked
  }

  const presenceTimers = new Set<Room>()
  const presenceChanged = (room: Room) => {
    if (presenceTimers.has(room)) return
    presenceTimers.add(room)
    const spread = () => {
      presenceTimers.delete(room)
      spreadPresence(room.presence, room.peers, (peer, frame) => sendPresence(peer, frame, limits))
      engine.elsewhere.shown(room)
    }
    setTimeout(spread, limits.presenceEveryMs).unref()
  }
  const hearing: Hearing = {
    limits,
    presenceChanged,
    enqueue: (room, task) => {
      room.queue.push(task)
      turns.wake(room)
    },
  }

  const allowanceOf = (personId: string): Allowance => {
    const known = allowances.get(personId) ?? fullAllowance(limits, performance.now())
    allowances.set(personId, known)
    return known
  }
  const leave = (room: Room, peer: Peer) => {
    clearTimeout(peer.resuming)
    room.peers.delete(peer)
    leavePresence(room.presence, peer)
    presenceChanged(room)
    if (room.peers.size === 0) room.quietSince = performance.now()
    peer.allowance.sockets--
    // Kept for a while after the last socket, so that coming back is no way to a full bucket.
    if (peer.allowance.sockets === 0)
      setTimeout(() => peer.allowance.sockets === 0 && allowances.delete(peer.user.personId), 10_000).unref()
  }

  return {
    enter: async (documentId, admit, decisions) => {
      for (;;) {
        const before = decisions()
        const admission = await admit()
        if (typeof admission === 'number') return admission
        const room = await find(documentId)
        if (!room) return closeCodes.not_found
        if (decisions() !== before || rooms.get(documentId) !== room) continue
        const isFull =
          room.peers.size >= limits.documentPeers || allowanceOf(admission.user.personId).sockets >= limits.personPeers
        return isFull ? closeCodes.too_many_peers : { room, admission }
      }
    },
    join: (room, socket, wire, cookie, admission) => {
      const peer = newPeer(nextId++, socket, wire, cookie, admission, allowanceOf(admission.user.personId), counters)
      peer.allowance.sockets++
      room.peers.add(peer)
      socket.on('message', (data: Buffer, isBinary) => {
        if (isBinary) hearFrame(hearing, room, peer, data)
        else strike(peer, closeCodes.malformed, limits)
      })
      socket.on('pong', () => {
        peer.heardAt = performance.now()
      })
      socket.on('error', () => socket.terminate())
      socket.on('close', (code) => {
        if (!peer.closing) countLeft(counters, code)
        leave(room, peer)
      })
      showEveryone(room, peer, limits)
      hearing.enqueue(room, { is: 'join', peer })
    },
    presenceChanged,
  }
}

const newPeer = (
  id: number,
  socket: PeerSocket,
  wire: Wire,
  cookie: string | undefined,
  admission: Admission,
  allowance: Allowance,
  counters: Counters,
): Peer => ({
  id,
  socket,
  outbox: emptyOutbox(wire),
  cookie,
  ...admission,
  allowance,
  counters,
  hello: undefined,
  device: stockDevice(),
  nextSeq: 1,
  presenceId: undefined,
  strikes: 0,
  answering: 0,
  resuming: undefined,
  sentAt: performance.now(),
  heardAt: performance.now(),
  closing: false,
})
