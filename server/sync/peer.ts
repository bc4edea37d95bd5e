import { WebSocket } from 'ws'
import type { Actor } from '../../shared/agreement.ts'
import { type Access, type CloseCode, closeCodes, type PeerUser } from '../../shared/live.ts'
import { encodeLive, type LiveMessage } from '../../shared/live-wire.ts'
import type { Allowance } from './bucket.ts'
import { type Counters, countOne } from './counters.ts'
import type { LiveLimits } from './limits.ts'
import { backlog, deliver, type Frame, frameOf, type Outbox, type PeerSocket, post } from './outbox.ts'
import { keepaliveFrame } from './wire.ts'

/** One socket: one person at one document, for as long as both may. */
export interface Peer {
  id: number
  socket: PeerSocket
  /** What waits to be sent on the connection under the socket. */
  outbox: Outbox
  cookie: string | undefined
  sessionId: string
  actor: Actor
  user: PeerUser
  access: Access
  allowance: Allowance
  counters: Counters
  /** Set by our client's hello; a stock client never sends one, and hears no message of ours. */
  hello: { device: string; epoch: number } | undefined
  /** What the log calls the sender, and the number of its next update. */
  device: string
  nextSeq: number
  /** The one awareness client id of this socket, once it has shown one. */
  presenceId: number | undefined
  strikes: number
  /** Bytes of the largest answer that the peer may still be reading. */
  answering: number
  /** Runs while the socket is not read because its person sent too much. */
  resuming: NodeJS.Timeout | undefined
  sentAt: number
  heardAt: number
  closing: boolean
}

/** Sends a frame; a peer that does not read is closed before what waits for it grows past the bound, and resyncs. */
export function sendFrame(peer: Peer, frame: Frame, limits: LiveLimits, answering = 0): void {
  if (peer.closing || peer.socket.readyState !== WebSocket.OPEN) return
  const waiting = backlog(peer.outbox)
  peer.answering = Math.max(waiting === 0 ? 0 : peer.answering, answering)
  if (waiting > 0 && waiting + frame.length > limits.backlogBytes + peer.answering) {
    closePeer(peer, closeCodes.too_slow)
    return
  }
  peer.sentAt = performance.now()
  peer.counters.framesOut++
  peer.counters.bytesOut += frame.length
  post(peer.outbox, frame)
}

export const send = (peer: Peer, message: Uint8Array, limits: LiveLimits): void =>
  sendFrame(peer, frameOf(message), limits)

/** Sends what the peer asked for: on a slow line a whole document takes its time, and does not count as being slow. */
export function sendAnswer(peer: Peer, message: Uint8Array, limits: LiveLimits): void {
  const frame = frameOf(message)
  sendFrame(peer, frame, limits, frame.length)
}

/** Presence news can be skipped: newer news says the same better. */
export function sendPresence(peer: Peer, frame: Frame, limits: LiveLimits): void {
  if (backlog(peer.outbox) <= limits.presenceBacklogBytes) sendFrame(peer, frame, limits)
  else peer.counters.presenceSkipped++
}

export function sendLive(peer: Peer, message: LiveMessage, limits: LiveLimits): void {
  if (peer.hello) send(peer, encodeLive(message), limits)
}

/** Says why and closes; a peer that does not take the farewell within two seconds is cut off. */
export function closePeer(peer: Peer, code: CloseCode): void {
  if (peer.closing) return
  peer.closing = true
  countOne(peer.counters.closed, code)
  clearTimeout(peer.resuming)
  peer.socket.resume()
  deliver(peer.outbox)
  const reason = Object.entries(closeCodes).find(([, value]) => value === code)?.[0]
  peer.socket.close(code, reason)
  const end = setTimeout(() => peer.socket.terminate(), 2_000)
  end.unref()
  peer.socket.once('close', () => clearTimeout(end))
}

/** Counts a write that no honest client sends; too many close the socket for good. */
export function strike(peer: Peer, code: CloseCode, limits: LiveLimits): void {
  peer.strikes++
  if (peer.strikes >= limits.strikes) closePeer(peer, code)
}

/** A sign of life to who heard nothing for a while, and the end of who said nothing for longer. */
export function keepAlive(peer: Peer, limits: LiveLimits, now: number): void {
  if (now - peer.heardAt > limits.silentMs) peer.socket.terminate()
  else {
    if (now - peer.sentAt > limits.keepaliveMs) send(peer, keepaliveFrame, limits)
    // Who only reads, in a room where much is written, says nothing of its own accord.
    if (now - peer.heardAt > limits.keepaliveMs) peer.socket.ping()
  }
}
