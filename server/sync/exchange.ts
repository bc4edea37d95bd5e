import * as decoding from 'lib0/decoding'
import { closeCodes } from '../../shared/live.ts'
import type { Exchanged } from '../../shared/live-exchange.ts'
import { decodeLive, encodeLive, messageLive } from '../../shared/live-wire.ts'
import type { Admission } from './door.ts'
import type { Halls } from './halls.ts'
import type { LiveLimits } from './limits.ts'
import { openLine } from './line.ts'
import type { Room } from './room.ts'
import { readFrame } from './wire.ts'

/** One request of somebody whose network lets no socket through. */
export interface Request {
  cookie: string | undefined
  /** What a socket's client would send, its hello first. Presence is not shown this way. */
  frames: readonly Uint8Array[]
  /** The point that the client has the text up to, and how long to wait for news where there are none. */
  since: number | undefined
  waitMs: number
  /** The client is gone. */
  signal: AbortSignal
}

/** RFC 6455: a message too big to be taken. */
const tooBig = 1009
/** Past this something is wrong that would have closed a socket. */
const patienceMs = 30_000
/** News come in bursts: so long after the first of them the answer goes. */
const gatherMs = 40

/**
 * Takes what a request says as if it came over a socket, in the same turns as everybody's, and answers once all of it is
 * dealt with: acknowledged means on the disk here too. Each request is a peer of its own, for as long as it lasts.
 */
export async function exchange(
  halls: Pick<Halls, 'join'>,
  room: Room,
  admission: Admission,
  request: Request,
  limits: LiveLimits,
): Promise<Exchanged> {
  if (request.frames.some((frame) => frame.length > limits.frameBytes)) return { code: tooBig, frames: [] }
  const line = openLine()
  const end = AbortSignal.any([request.signal, AbortSignal.timeout(patienceMs + request.waitMs)])
  halls.join(room, line.socket, line.wire, request.cookie, admission)
  try {
    for (const frame of request.frames) await line.say(frame)
    const owed = whatIsOwed(request.frames)
    await line.until(() => isPaid(owed, line.heard), end)
    if (owed.ack === 0 && request.waitMs > 0 && request.since === room.point.seq && line.code() === 0)
      await news(room, line, request, end)
    await new Promise(setImmediate) // what one turn sends, it sends to the end
    if (line.code() !== 0) return { code: line.code(), frames: line.heard.filter(isForAll) }
    if (!isPaid(owed, line.heard)) return { code: closeCodes.storage_fails, frames: [] }
    return { code: 0, frames: [...line.heard.filter(isForAll), seqFrame(room, admission)] }
  } finally {
    line.hangUp()
  }
}

async function news(room: Room, line: ReturnType<typeof openLine>, request: Request, end: AbortSignal): Promise<void> {
  const before = line.heard.filter(isForAll).length
  const waited = AbortSignal.any([end, AbortSignal.timeout(request.waitMs)])
  await line.until(() => line.heard.filter(isForAll).length > before || room.point.seq !== request.since, waited)
  if (!waited.aborted && line.code() === 0) await new Promise((resolve) => setTimeout(resolve, gatherMs))
}

interface Owed {
  answers: number
  /** The number of the last update; 0 where there is none. */
  ack: number
  state: boolean
}

/** What a request is waiting for, by what it says. A frame that is none is somebody else's affair: it strikes. */
function whatIsOwed(frames: readonly Uint8Array[]): Owed {
  const owed: Owed = { answers: 0, ack: 0, state: false }
  let next = 1
  for (const frame of frames) {
    const said = read(frame)
    if (said?.is === 'hello') {
      next = said.hello.next
      owed.state = true
    } else if (said?.is === 'ask') owed.answers++
    else if (said?.is === 'write') owed.ack = next++
  }
  return owed
}

function read(frame: Uint8Array): ReturnType<typeof readFrame> | undefined {
  try {
    return readFrame(frame)
  } catch {
    return undefined // the peer is struck for it where it is heard
  }
}

function isPaid(owed: Owed, heard: readonly Uint8Array[]): boolean {
  let answers = 0
  let ack = 0
  let state = !owed.state
  for (const frame of heard) {
    if (frame[0] === messageSync && frame[1] === syncAnswer) answers++
    if (frame[0] !== messageLive) continue
    const decoder = decoding.createDecoder(frame)
    decoding.readVarUint(decoder)
    const said = decodeLive(decoder)
    if (said?.is === 'ack') ack = Math.max(ack, said.clientSeq)
    if (said?.is === 'state') state = true
  }
  return answers >= owed.answers && ack >= owed.ack && state
}

const messageSync = 0
const syncAnswer = 1
const messagePresence = 1

/** Presence is for who is there to be seen. */
const isForAll = (frame: Uint8Array): boolean => frame[0] !== messagePresence

/** Up to where the text of this answer goes, for the next request to wait from. */
const seqFrame = (room: Room, { access }: Admission): Uint8Array =>
  encodeLive({
    is: 'state',
    state: room.document.state,
    access,
    epoch: room.document.epoch,
    seq: room.point.seq,
    sealedAt: room.document.sealedAt ?? '',
  })
