import { createSignal } from 'solid-js'
import { RequestSocket } from './request-socket.ts'

/** After so many sockets in a row that brought nothing, requests are tried. */
const failuresBefore = 3
/** How often sockets are tried again while requests do. */
const probeMs = 60_000

/** The way to the server: sockets, or requests where those do not get through. */
export interface Way {
  /** For y-websocket's provider: makes whichever is due. */
  Socket: typeof WebSocket
  /** Whether it goes by requests. */
  isSlow(): boolean
  destroy(): void
}

export function findWay(number: (Base: typeof WebSocket) => typeof WebSocket, state: () => Uint8Array): Way {
  const [isSlow, setSlow] = createSignal(false)
  let failures = 0
  let probe: ReturnType<typeof setTimeout> | undefined
  let current: { close(): void } | undefined

  /** A socket that is closed before it brought anything was no way, if it was not we who closed it. */
  const watch = (socket: WebSocket) => {
    let hasBrought = false
    socket.addEventListener('message', () => {
      hasBrought = true
      failures = 0
      setSlow(false)
    })
    socket.addEventListener('close', ({ code }) => {
      if (!hasBrought && code < 4000 && navigator.onLine) failures++
    })
  }
  class Direct extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      watch(this)
    }
  }
  /** While requests do, a bare socket looks now and then whether the network lets one through by now. */
  const look = (url: string | URL) => {
    clearTimeout(probe)
    probe = setTimeout(() => {
      const trial = new WebSocket(url)
      let gotThrough = false
      trial.addEventListener('message', () => {
        gotThrough = true
        trial.close()
      })
      trial.addEventListener('close', () => {
        if (!gotThrough) return look(url)
        failures = 0
        current?.close()
      })
    }, probeMs)
  }
  class Requests extends RequestSocket {
    constructor(url: string | URL) {
      super(url, state)
      current = this
      this.addEventListener('open', () => {
        setSlow(true)
        look(url)
      })
    }
    override close(code?: number): void {
      clearTimeout(probe)
      // Requests fail too: the next try is a socket's, so that a server that comes back is met as usual.
      if (code !== undefined && code < 4000) failures = failuresBefore - 1
      super.close(code)
    }
  }
  const [Sockets, Requested] = [number(Direct), number(Requests as unknown as typeof WebSocket)]
  /** What a constructor returns takes the place of what it would have made. */
  const choose = function choose(url: string | URL, protocols?: string | string[]) {
    return failures >= failuresBefore ? new Requested(url) : new Sockets(url, protocols)
  }
  return {
    Socket: choose as unknown as typeof WebSocket,
    isSlow,
    destroy: () => clearTimeout(probe),
  }
}
