import { EventEmitter } from 'node:events'
import { WebSocket } from 'ws'
import type { PeerSocket, Wire } from './outbox.ts'

/** A socket without a network: what one request says is heard from it, and what it is sent is collected for the answer. */
export interface Line {
  socket: PeerSocket
  wire: Wire
  /** Says a frame, as a client on a socket would; waits while the peer is not read because its person sent too much. */
  say(frame: Uint8Array): Promise<void>
  /** What was sent so far. */
  heard: Uint8Array[]
  /** The code with which it was closed; 0 while it is open. */
  code(): number
  /** Until `holds`, asked again with everything that is sent, or the line is closed. */
  until(holds: () => boolean, signal: AbortSignal): Promise<void>
  /** The request is answered: nothing more can be said or sent. */
  hangUp(): void
}

const goneAway = 1001
const cutOff = 1006

export function openLine(): Line {
  const events = new EventEmitter()
  const heard: Uint8Array[] = []
  let code = 0
  let paused: { until: Promise<void>; resume: () => void } | undefined
  const close = (by: number) => {
    if (code !== 0) return
    code = by
    paused?.resume()
    events.emit('stir')
    // As a socket does, never within the call that closes it.
    queueMicrotask(() => events.emit('close', by))
  }
  const socket: PeerSocket = {
    get readyState() {
      return code === 0 ? WebSocket.OPEN : WebSocket.CLOSED
    },
    bufferedAmount: 0,
    pause: () => {
      if (paused) return
      const { promise, resolve } = Promise.withResolvers<void>()
      paused = { until: promise, resume: resolve }
    },
    resume: () => {
      paused?.resume()
      paused = undefined
    },
    ping: () => {},
    close,
    terminate: () => close(cutOff),
    on: (event: string, listen: (...said: never[]) => void) => events.on(event, listen as () => void),
    once: (event: string, listen: (...said: never[]) => void) => events.once(event, listen as () => void),
  }
  const wire: Wire = {
    writable: true,
    writableLength: 0,
    cork: () => {},
    uncork: () => {},
    write: (bytes: Uint8Array) => {
      heard.push(...messagesIn(bytes))
      events.emit('stir')
      return true
    },
  }
  return {
    socket,
    wire,
    heard,
    code: () => code,
    say: async (frame) => {
      while (paused && code === 0) await paused.until
      if (code === 0) events.emit('message', Buffer.from(frame.buffer, frame.byteOffset, frame.byteLength), true)
    },
    until: (holds, signal) =>
      new Promise((resolve) => {
        const look = () => {
          if (!holds() && code === 0 && !signal.aborted) return
          events.off('stir', look)
          signal.removeEventListener('abort', look)
          resolve()
        }
        events.on('stir', look)
        signal.addEventListener('abort', look)
        look()
      }),
    hangUp: () => close(goneAway),
  }
}

/** The messages of whole unmasked frames, one after the other as they were written. */
function* messagesIn(bytes: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length; ) {
    const short = bytes[at + 1]!
    const head = short < 126 ? 2 : short === 126 ? 4 : 10
    const length = head === 2 ? short : head === 4 ? view.getUint16(at + 2) : Number(view.getBigUint64(at + 2))
    yield bytes.slice(at + head, at + head + length)
    at += head + length
  }
}
