import { newId } from '../../shared/ids.ts'
import { closeCodes } from '../../shared/live.ts'
import type { LiveMessage } from '../../shared/live-wire.ts'
import { spend } from './bucket.ts'
import type { LiveLimits } from './limits.ts'
import { closePeer, type Peer, sendFrame, strike } from './peer.ts'
import { presenceNews, takePresence } from './presence.ts'
import type { Room, Task } from './room.ts'
import { type Inbound, readFrame } from './wire.ts'

/** What a frame leads to, beside an answer at once. */
export interface Hearing {
  limits: LiveLimits
  /** Puts a task before the next turn of the room. */
  enqueue(room: Room, task: Task): void
  /** Somebody's presence changed. */
  presenceChanged(room: Room): void
}

export const stockDevice = (): string => `socket:${newId()}`

/** Takes a frame. What costs more than the person's allowance is taken too, but the next is read only later. */
export function hearFrame(hearing: Hearing, room: Room, peer: Peer, frame: Uint8Array): void {
  if (peer.closing) return
  const now = performance.now()
  peer.heardAt = now
  const wait = waitFor(peer, frame.length, hearing.limits, now)
  if (wait > 0) pause(peer, wait)
  let heard: Inbound
  try {
    heard = readFrame(frame)
  } catch {
    strike(peer, closeCodes.malformed, hearing.limits)
    return
  }
  take(hearing, room, peer, heard)
}

function waitFor({ allowance }: Peer, bytes: number, limits: LiveLimits, now: number): number {
  return Math.max(
    spend(allowance.messages, 1, limits.messagesPerSecond, now),
    spend(allowance.bytes, bytes, limits.bytesPerSecond, now),
    spend(allowance.work, 0, limits.workMsPerSecond, now),
  )
}

function pause(peer: Peer, ms: number): void {
  peer.socket.pause()
  clearTimeout(peer.resuming)
  peer.counters.pauses++
  peer.resuming = setTimeout(() => peer.socket.resume(), ms)
}

function take(hearing: Hearing, room: Room, peer: Peer, heard: Inbound): void {
  const { limits, enqueue } = hearing
  if (heard.is === 'write') {
    peer.counters.updatesIn++
    peer.counters.updateBytesIn += heard.bytes.length
    enqueue(room, { is: 'write', peer, clientSeq: peer.nextSeq++, bytes: heard.bytes, catchUp: heard.catchUp })
  } else if (heard.is === 'hello') meet(hearing, room, peer, heard.hello)
  else if (heard.is === 'presence') showPresence(hearing, room, peer, heard.bytes)
  else if (heard.is === 'whoIsHere') showEveryone(room, peer, limits)
  else if (heard.is === 'ask') {
    if (heard.stateVector.length > limits.stateVectorBytes) strike(peer, closeCodes.malformed, limits)
    else enqueue(room, { is: 'ask', peer, stateVector: heard.stateVector })
  }
}

/** Our client's first word. It takes the place of an older connection of the same device, whose last words it repeats. */
function meet({ limits, enqueue }: Hearing, room: Room, peer: Peer, hello: LiveMessage & { is: 'hello' }): void {
  const { device, next, epoch } = hello
  const isProper = !peer.hello && peer.nextSeq === 1 && next > 0 && /^[\w-]{8,64}$/.test(device)
  if (!isProper) strike(peer, closeCodes.malformed, limits)
  else if (epoch !== 0 && epoch !== room.document.epoch) closePeer(peer, closeCodes.document_restarted)
  else {
    supersede(room, peer, device)
    peer.hello = { device, epoch }
    peer.device = device
    peer.nextSeq = next
    enqueue(room, { is: 'hello', peer, hello })
  }
}

function supersede(room: Room, peer: Peer, device: string): void {
  for (const other of room.peers) {
    if (other === peer || other.device !== device || other.user.personId !== peer.user.personId) continue
    room.queue = room.queue.filter((task) => task.peer !== other)
    closePeer(other, closeCodes.superseded)
  }
}

function showPresence(hearing: Hearing, room: Room, peer: Peer, bytes: Uint8Array): void {
  const isTaken = (id: number) => {
    const owner = room.owners.get(id)
    return owner !== undefined && owner !== peer.user.personId
  }
  const before = peer.presenceId
  peer.counters.presenceIn++
  try {
    takePresence(room.presence, peer, bytes, isTaken, hearing.limits)
  } catch {
    strike(peer, closeCodes.malformed, hearing.limits)
  }
  const client = peer.presenceId
  if (client !== undefined && client !== before && peer.access === 'write' && !room.owners.has(client))
    hearing.enqueue(room, { is: 'claim', peer, client })
  hearing.presenceChanged(room)
}

/** Who is here already, in one message. */
export function showEveryone(room: Room, peer: Peer, limits: LiveLimits): void {
  const frame = presenceNews(room.presence, room.presence.states.keys(), peer.presenceId)
  if (frame) sendFrame(peer, frame, limits)
}
