import * as Y from 'yjs'
import type { Instant } from '../../shared/dates.ts'
import { closeCodes } from '../../shared/live.ts'
import { spend } from './bucket.ts'
import { countOne } from './counters.ts'
import type { Point } from './documents.ts'
import { wroteHere } from './late.ts'
import { frameOf } from './outbox.ts'
import { closePeer, type Peer, send, sendAnswer, sendFrame, sendLive, strike } from './peer.ts'
import { type Outcome, type Room, stateMessage, type Write } from './room.ts'
import type { Engine } from './turns.ts'
import { answerFrame, askFrame, deniedFrame, updateFrame } from './wire.ts'

/** Passes on what was committed, answers who asked, and tells every sender what became of what it sent. */
export function settle(engine: Engine, room: Room, outcomes: readonly Outcome[], head: Point, at: Instant): void {
  const fresh = outcomes.flatMap((outcome) =>
    'fresh' in outcome ? [{ bytes: outcome.fresh.bytes, from: outcome.task.peer }] : [],
  )
  if (fresh.length > 0) room.quietSince = performance.now()
  relay(engine, room, fresh)
  const reached = new Map<Peer, number>()
  for (const outcome of outcomes) {
    if (outcome.task.is === 'write') reached.set(outcome.task.peer, outcome.task.clientSeq)
    tell(engine, room, outcome)
  }
  for (const [peer, clientSeq] of reached) sendLive(peer, { is: 'ack', clientSeq, seq: head.seq, at }, engine.limits)
}

function tell(engine: Engine, room: Room, outcome: Outcome): void {
  const { task } = outcome
  if ('fresh' in outcome) engine.counters.updatesStored++
  else if ('known' in outcome) engine.counters.updatesKnown++
  else if ('gap' in outcome) resync(engine, room, outcome.task)
  else if ('refused' in outcome) refuse(engine, room, outcome)
  else if (task.is === 'join') invite(engine, room, task.peer)
  else if (task.is === 'hello') greet(engine, room, task.peer)
  else if (task.is === 'ask') answer(engine, room, task.peer, task.stateVector)
}

function resync(engine: Engine, room: Room, { peer, clientSeq }: Write): void {
  engine.counters.updatesGap++
  sendLive(peer, { is: 'resync', clientSeq }, engine.limits)
  send(peer, askFrame(room.text.stateVector()), engine.limits)
}

/** Asks a writer for what it wrote while away; where the text is closed, who was one too. A reader has nothing to give. */
function invite(engine: Engine, room: Room, peer: Peer): void {
  const gives = peer.access === 'write' || (room.document.state !== 'open' && wroteHere(room, peer.user.personId))
  if (gives) send(peer, askFrame(room.text.stateVector()), engine.limits)
}

function greet(engine: Engine, room: Room, peer: Peer): void {
  sendLive(peer, stateMessage(room, peer), engine.limits)
}

/** Answering costs the whole document to walk, so it is counted as such. */
function answer(engine: Engine, room: Room, peer: Peer, stateVector: Uint8Array): void {
  const { limits } = engine
  try {
    const update = room.text.since(stateVector)
    spend(peer.allowance.bytes, Math.max(update.length, room.bytes / 16), limits.bytesPerSecond, performance.now())
    sendAnswer(peer, answerFrame(update), limits)
  } catch {
    closePeer(peer, closeCodes.malformed) // no state vector
  }
}

/** Honest clients are refused by state, access and size; three of any other kind close the socket for good. */
function refuse(engine: Engine, room: Room, outcome: Extract<Outcome, { refused: unknown }>): void {
  const { task, refused, why } = outcome
  const { peer } = task
  const { limits, log, counters } = engine
  countOne(counters.refused, why)
  log.info({ document: room.document.id, person: peer.user.personId, code: refused, why }, 'an update was refused')
  if ('kept' in outcome && outcome.kept) sendLive(peer, { is: 'kept', clientSeq: task.clientSeq }, limits)
  if (peer.hello) sendLive(peer, { is: 'refused', clientSeq: task.clientSeq, code: refused }, limits)
  else send(peer, deniedFrame(refused), limits)
  if (why === 'access') strike(peer, closeCodes.not_allowed, limits)
  else if (why !== 'state' && why !== 'full' && why !== 'too_large') strike(peer, closeCodes.malformed, limits)
}

/** Up to so many updates go on as they came, and so many copies of them; more go on as one. */
const framesApart = 3
const copiesApart = 64
/** `Y.mergeUpdates` is quadratic: fine for tens. */
const mergedAtOnce = 64

/** Sends committed updates to everyone at the document, but not back to their senders while they go on as they came. */
export function relay(
  engine: Engine,
  room: Room,
  updates: readonly { bytes: Uint8Array; from: Peer | undefined }[],
): void {
  if (updates.length <= framesApart || updates.length * room.peers.size <= copiesApart) {
    for (const { bytes, from } of updates) {
      const frame = frameOf(updateFrame(bytes))
      for (const peer of room.peers) if (peer !== from) sendFrame(peer, frame, engine.limits)
    }
    return
  }
  for (let i = 0; i < updates.length; i += mergedAtOnce) {
    const merged = Y.mergeUpdates(updates.slice(i, i + mergedAtOnce).map((update) => update.bytes))
    const frame = frameOf(updateFrame(merged))
    for (const peer of room.peers) sendFrame(peer, frame, engine.limits)
  }
}

/** The document was sealed, opened or locked: our clients hear it; opened again, writers are asked for what they kept. */
export function tellState(engine: Engine, room: Room): void {
  for (const peer of room.peers) {
    sendLive(peer, stateMessage(room, peer), engine.limits)
    if (room.document.state === 'open') room.queue.push({ is: 'join', peer })
  }
}

/** Sends everyone away and forgets the room; what waited was never acknowledged, and its senders keep it. */
export function closeRoom(engine: Engine, room: Room, why: keyof typeof closeCodes): void {
  engine.rooms.delete(room.document.id)
  room.queue = []
  for (const peer of room.peers) closePeer(peer, closeCodes[why])
}
