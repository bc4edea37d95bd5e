import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { closeCodes, type DocumentState } from '../../shared/live.ts'
import { decodeExchange, encodeExchange, exchangeType } from '../../shared/live-exchange.ts'
import { decodeLive, encodeLive, type LiveMessage, messageLive } from '../../shared/live-wire.ts'
import { attended } from '../attended.ts'

/** Small changes wait so long for more of them. */
const gatherMs = 400
/** How long the server may hold a request that brings nothing yet. */
const waitMs = 20_000

/**
 * A socket made of requests, for networks that let no other through: to the provider it looks like one. One request is
 * under way at a time; it carries what was written, asks for what is new, and waits for that at the server.
 */
export class RequestSocket extends EventTarget {
  readonly OPEN = 1
  binaryType = 'arraybuffer'
  readyState = 0
  onopen: ((event: Event) => void) | null = null
  onmessage: ((event: MessageEvent) => void) | null = null
  onclose: ((event: CloseEvent) => void) | null = null
  onerror: ((event: Event) => void) | null = null
  readonly #path: string
  readonly #state: () => Uint8Array
  #hello: (LiveMessage & { is: 'hello' }) | undefined
  #updates: Uint8Array[] = []
  #next = 1
  #seq: number | undefined
  #textState: DocumentState | undefined
  #waiting: AbortController | undefined
  #isGreeted = false

  /** `state` is the state vector of the text here: each request asks for everything since. */
  constructor(url: string | URL, state: () => Uint8Array) {
    super()
    this.#path = `/api/live/${new URL(url, location.href).pathname.split('/').at(-1)}`
    this.#state = state
    void this.#run()
  }

  send(frame: Uint8Array): void {
    if (frame[0] === messageLive) {
      const decoder = decoding.createDecoder(frame)
      decoding.readVarUint(decoder)
      const said = decodeLive(decoder)
      if (said?.is === 'hello') {
        this.#hello = said
        this.#next = said.next
      }
    } else if (frame[0] === syncMessage && frame[1] !== ask) {
      this.#updates.push(frame)
      // What waits at the server is given up for it.
      this.#waiting?.abort()
    }
    // Presence is not shown this way, and every request asks by itself.
  }

  close(code = 1000): void {
    if (this.readyState === closed) return
    this.readyState = closed
    this.#waiting?.abort()
    const event = new CloseEvent('close', { code })
    queueMicrotask(() => this.onclose?.(event))
  }

  async #run(): Promise<void> {
    // The first request says nothing: it only finds out whether there is a way.
    const way = await this.#post([], 0)
    if (way && this.readyState === 0) {
      this.readyState = this.OPEN
      const event = new Event('open')
      this.dispatchEvent(event)
      this.onopen?.(event)
    }
    while (this.readyState === this.OPEN) {
      await this.#exchange()
      if (this.#updates.length > 0) await new Promise((resolve) => setTimeout(resolve, gatherMs))
    }
  }

  async #exchange(): Promise<void> {
    const updates = this.#updates.splice(0)
    const { device, epoch } = this.#hello!
    const hello = encodeLive({ is: 'hello', device, next: this.#next, epoch })
    this.#next += updates.length
    const frames = [hello, askFrame(this.#state()), ...updates]
    const heard = await this.#post(frames, updates.length > 0 || !this.#isGreeted ? 0 : waitMs)
    if (!heard) return
    this.#hear(heard)
    this.#isGreeted = true
  }

  /** Undefined where the socket is closed by it, or the request was given up for something that has to go. */
  async #post(frames: Uint8Array[], wait: number): Promise<Uint8Array[] | undefined> {
    const abort = new AbortController()
    if (wait > 0) this.#waiting = abort
    const query = wait > 0 && this.#seq !== undefined ? `?since=${this.#seq}&wait=${wait}` : ''
    try {
      const response = await fetch(this.#path + query, {
        method: 'POST',
        headers: { 'Content-Type': exchangeType, ...(attended() ? {} : { Unattended: 'yes' }) },
        body: encodeExchange({ code: 0, frames }),
        signal: abort.signal,
      })
      if (!response.ok) {
        this.close(codeOf(response.status))
        return undefined
      }
      const { code, frames: heard } = decodeExchange(new Uint8Array(await response.arrayBuffer()))
      if (code !== 0) this.close(code)
      return code === 0 ? heard : undefined
    } catch (error) {
      // The connection is gone, and comes back as a new one that catches up; but not where we gave up the wait ourselves.
      if (!abort.signal.aborted) {
        console.warn('a request for the live text failed', error)
        this.close(lost)
      }
      return undefined
    } finally {
      this.#waiting = undefined
    }
  }

  #hear(frames: readonly Uint8Array[]): void {
    const said = frames.map(readLive)
    const states = said.filter((message) => message?.is === 'state')
    const isAskedAgain = said.some((message) => message?.is === 'resync')
    const isOpened = states.at(-1)?.state === 'open' && this.#textState !== 'open'
    const isAsked = !this.#isGreeted || isAskedAgain || isOpened
    this.#seq = states.at(-1)?.seq ?? this.#seq
    this.#textState = states.at(-1)?.state ?? this.#textState
    for (const frame of frames) {
      // Each request is greeted as a new peer and asked for what it has; only where that can be news is it answered.
      if (frame[0] === syncMessage && frame[1] === ask && !isAsked) continue
      if (this.readyState === this.OPEN) this.onmessage?.(new MessageEvent('message', { data: frame.slice().buffer }))
    }
  }
}

function readLive(frame: Uint8Array): LiveMessage | undefined {
  if (frame[0] !== messageLive) return undefined
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  return decodeLive(decoder)
}

function askFrame(stateVector: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, syncMessage)
  encoding.writeVarUint(encoder, ask)
  encoding.writeVarUint8Array(encoder, stateVector)
  return encoding.toUint8Array(encoder)
}

const codeOf = (status: number): number =>
  status === 401 ? closeCodes.not_signed_in : status === 404 ? closeCodes.not_found : lost

const syncMessage = 0
const ask = 0
const closed = 3
const lost = 1006
