import type { Duplex } from 'node:stream'

/** A whole WebSocket frame; made once, it goes to however many peers. */
export type Frame = Buffer

const finalBinary = 0x82

/** An unmasked binary frame in one piece, as servers send them (RFC 6455 §5.2). */
export function frameOf(message: Uint8Array): Frame {
  const { length } = message
  const head = length < 126 ? 2 : length < 65_536 ? 4 : 10
  const frame = Buffer.allocUnsafe(head + length)
  frame[0] = finalBinary
  if (head === 2) frame[1] = length
  else if (head === 4) {
    frame[1] = 126
    frame.writeUInt16BE(length, 2)
  } else {
    frame[1] = 127
    frame.writeBigUInt64BE(BigInt(length), 2)
  }
  frame.set(message, head)
  return frame
}

/** What is written to: the connection under a peer's socket. */
export interface Wire extends Pick<Duplex, 'cork' | 'uncork' | 'writableLength' | 'writable'> {
  write(bytes: Uint8Array): boolean
}

/** What a peer needs of a socket; a WebSocket is one, and so is a request that stands for one. */
export interface PeerSocket {
  readonly readyState: number
  readonly bufferedAmount: number
  pause(): void
  resume(): void
  ping(): void
  close(code: number, reason?: string): void
  terminate(): void
  on(event: 'message', listen: (data: Buffer, isBinary: boolean) => void): unknown
  on(event: 'pong', listen: () => void): unknown
  on(event: 'error', listen: () => void): unknown
  on(event: 'close', listen: (code: number) => void): unknown
  once(event: 'close', listen: (code: number) => void): unknown
}

/** What waits for one connection until the end of the step that runs. */
export interface Outbox {
  readonly wire: Wire
  frames: Frame[]
  bytes: number
}

export const emptyOutbox = (wire: Wire): Outbox => ({ wire, frames: [], bytes: 0 })

const posted: Outbox[] = []

/** Sends the frame at the end of the step, together with whatever else the step has for the same connection. */
export function post(outbox: Outbox, frame: Frame): void {
  if (outbox.frames.length === 0 && posted.push(outbox) === 1) queueMicrotask(deliverAll)
  outbox.frames.push(frame)
  outbox.bytes += frame.length
}

/** What waits for the connection, here and in the system below. */
export const backlog = (outbox: Outbox): number => outbox.bytes + outbox.wire.writableLength

function deliverAll(): void {
  for (const outbox of posted.splice(0)) deliver(outbox)
}

/** Small frames go out as one piece: a system call costs more than to copy them. */
const copiedBytes = 16_384

/** Sends what waits now: before something else is written to the same connection. */
export function deliver(outbox: Outbox): void {
  const { wire, frames, bytes } = outbox
  if (frames.length === 0) return
  outbox.frames = []
  outbox.bytes = 0
  if (!wire.writable) return
  if (frames.length === 1) wire.write(frames[0]!)
  else if (bytes <= copiedBytes) wire.write(Buffer.concat(frames, bytes))
  else {
    wire.cork()
    for (const frame of frames) wire.write(frame)
    wire.uncork()
  }
}
