import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { PeerUser } from '../../shared/live.ts'
import { checkValue } from './content.ts'
import type { LiveLimits } from './limits.ts'
import { type Frame, frameOf } from './outbox.ts'
import type { Peer } from './peer.ts'
import { showsPresence } from './seat.ts'
import { presenceFrame } from './wire.ts'

/** What a peer may show beside who it is: where its cursor is, and which field it is in. */
const shownFields = ['cursor', 'field'] as const

/** Who is at a document, and where in it. Kept in memory alone; the server writes who, the peer only where. */
export interface Presence {
  /** By awareness client id: who shows it, at which socket here or on which other node, and the encoded state. */
  states: Map<number, { holder: Peer | NodeId; personId: string; json: string }>
  /** Clocks of ids that left: they go on when the id comes back, or nobody would believe the news. */
  clocks: Map<number, number>
  changed: Set<number>
  /** What of it changed here, and not on another node: the others are told. */
  changedHere: Set<number>
}

export type NodeId = string

export const nobodyHere = (): Presence => ({
  states: new Map(),
  clocks: new Map(),
  changed: new Set(),
  changedHere: new Set(),
})

/**
 * Takes what a client said of itself. Clients repeat what they heard of others too, so only the entry of the socket's own
 * id counts, once: the first id that it shows and that is nobody else's. Throws on what no awareness message looks like.
 */
export function takePresence(
  presence: Presence,
  peer: Peer,
  bytes: Uint8Array,
  isTaken: (id: number) => boolean,
  limits: LiveLimits,
): void {
  if (!showsPresence(peer.user)) return
  const decoder = decoding.createDecoder(bytes)
  const count = decoding.readVarUint(decoder)
  let isShown = false
  for (let i = 0; i < count; i++) {
    const id = decoding.readVarUint(decoder)
    const clock = decoding.readVarUint(decoder)
    const json = decoding.readVarUint8Array(decoder)
    if (!claim(presence, peer, id, isTaken)) continue
    if (isShown || json.length > limits.presenceBytes) throw new Error('too much is shown')
    isShown = true
    show(presence, peer, { id, clock, state: JSON.parse(new TextDecoder().decode(json)) }, limits)
  }
}

function claim(presence: Presence, peer: Peer, id: number, isTaken: (id: number) => boolean): boolean {
  if (peer.presenceId !== undefined) return peer.presenceId === id
  const shown = presence.states.get(id)
  if (shown && shown.personId !== peer.user.personId) return false
  if (isTaken(id)) return false
  if (shown) release(shown.holder)
  peer.presenceId = id
  return true
}

function show(
  presence: Presence,
  peer: Peer,
  said: { id: number; clock: number; state: unknown },
  limits: LiveLimits,
): void {
  // From 1 on: clients take 0 for what they know of somebody never heard of.
  const clock = Math.max(presence.clocks.get(said.id) ?? 0, said.clock - 1) + 1
  presence.clocks.set(said.id, clock)
  presence.changed.add(said.id)
  presence.changedHere.add(said.id)
  const { personId } = peer.user
  if (said.state === null) presence.states.delete(said.id)
  else
    presence.states.set(said.id, {
      holder: peer,
      personId,
      json: JSON.stringify(stamped(said.state, peer.user, limits)),
    })
}

/** The socket shows nothing under its id any more: its person does so elsewhere. */
export function release(holder: Peer | NodeId): void {
  if (typeof holder === 'object') holder.presenceId = undefined
}

/** Who it is comes from the session; of what the client says, only the known fields stay. */
function stamped(state: unknown, user: PeerUser, limits: LiveLimits): Record<string, unknown> {
  if (typeof state !== 'object' || state === null) throw new Error('a state is an object')
  const shown: Record<string, unknown> = { user }
  for (const field of shownFields) {
    const value = (state as Record<string, unknown>)[field]
    if (value === undefined) continue
    checkValue(value, limits, 1)
    shown[field] = value
  }
  return shown
}

/** Takes the peer off the list. */
export function leavePresence(presence: Presence, peer: Peer): void {
  const id = peer.presenceId
  if (id === undefined) return
  peer.presenceId = undefined
  if (presence.states.get(id)?.holder !== peer) return
  remove(presence, id)
  presence.changedHere.add(id)
}

/** Whatever is shown next under the id is newer. */
export function remove(presence: Presence, id: number): void {
  presence.states.delete(id)
  presence.clocks.set(id, (presence.clocks.get(id) ?? 0) + 1)
  presence.changed.add(id)
  if (presence.clocks.size > 10_000) presence.clocks = new Map([...presence.clocks].slice(-5_000))
}

/** The news about these ids as a frame, leaving out the reader's own id; undefined when nothing is left to say. */
export function presenceNews(presence: Presence, ids: Iterable<number>, except: number | undefined): Frame | undefined {
  const entries = [...ids].filter((id) => id !== except)
  if (entries.length === 0) return undefined
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, entries.length)
  for (const id of entries) {
    encoding.writeVarUint(encoder, id)
    encoding.writeVarUint(encoder, presence.clocks.get(id) ?? 0)
    encoding.writeVarString(encoder, presence.states.get(id)?.json ?? 'null')
  }
  return frameOf(presenceFrame(encoding.toUint8Array(encoder)))
}

/** Passes on what changed since the last time, to everyone but the one it is about. */
export function spreadPresence(
  presence: Presence,
  peers: Iterable<Peer>,
  tell: (peer: Peer, frame: Frame) => void,
): void {
  if (presence.changed.size === 0) return
  const changed = presence.changed
  presence.changed = new Set()
  const toAll = presenceNews(presence, changed, undefined)
  for (const peer of peers) {
    const own = peer.presenceId !== undefined && changed.has(peer.presenceId)
    const frame = own ? presenceNews(presence, changed, peer.presenceId) : toAll
    if (frame) tell(peer, frame)
  }
}
