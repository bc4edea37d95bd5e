import { batch, createSignal } from 'solid-js'
import { IndexeddbPersistence } from 'y-indexeddb'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Instant } from '../../shared/dates.ts'
import { type Access, closeCodes, type DocumentState } from '../../shared/live.ts'
import { decodeLive, type LiveMessage, messageLive } from '../../shared/live-wire.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { keepEpoch, keptEpoch, keptName, unsentKey } from './kept.ts'
import { numberedSocket } from './live-socket.ts'
import { startTally } from './tally.ts'

/** `saved`: every change made here is on the server's disk. `offline`: there is no connection, and changes wait here. */
export type SavedState = 'opening' | 'sending' | 'saved' | 'offline' | 'refused'

/** A live document as pages use it; all but `doc` and `awareness` are signals. */
export interface LiveText {
  doc: Y.Doc
  awareness: Awareness
  /** Whether the text has arrived, from the server or from what this machine keeps. */
  ready(): boolean
  saved(): SavedState
  /** Changes that the server is not known to have. */
  waiting(): number
  /** When the server last stored a change of ours, or confirmed that it has them all. */
  savedAt(): Instant | undefined
  /** When the connection was lost. */
  offlineSince(): Instant | undefined
  /** Why the server does not take our changes. They stay in the text here. */
  refusal(): RefusalCode | undefined
  state(): DocumentState
  /** What this person may do; undefined until the server has said. */
  access(): Access | undefined
  /** Whether to let the person write: an open document and a writer. Without a connection, as it was when it was lost. */
  editable(): boolean
  /** Something is being typed that is not in the text yet: counts as unsaved until the returned function is called. */
  hold(): () => void
  /** Connects again after a refusal or at once, and offers what waits. */
  retry(): void
  destroy(): void
}

export interface LiveTextOptions {
  /** Keeps the text and what was not sent in this browser, under the person's name, so that it survives closing it. */
  offline: boolean
  /** Who is signed in; without it nothing is kept. */
  personId?: string | undefined
}

/** Why the server closed for good, as a refusal. */
const finalCloses: Partial<Record<number, RefusalCode>> = {
  [closeCodes.malformed]: 'edit_refused',
  [closeCodes.not_signed_in]: 'not_signed_in',
  [closeCodes.not_allowed]: 'only_members',
  [closeCodes.not_found]: 'not_found',
  [closeCodes.document_restarted]: 'document_restarted',
}
/** The server's socket takes no larger message; sending it again would end the same way. */
const messageTooBig = 1009

/** Opens the live document and keeps it in step with the server until it is destroyed. */
export function createLiveDocument(id: string, options: LiveTextOptions): LiveText {
  const keeper = options.offline ? options.personId : undefined
  const doc = new Y.Doc()
  const tally = startTally()
  const device = crypto.randomUUID()
  let next = 1
  let epoch = keeper ? keptEpoch(keeper, id) : 0
  let kept: IndexeddbPersistence | undefined

  const [isConnected, setConnected] = createSignal<boolean>()
  const [ready, setReady] = createSignal(false)
  const [waiting, setWaiting] = createSignal(0)
  const [savedAt, setSavedAt] = createSignal<Instant>()
  const [offlineSince, setOfflineSince] = createSignal<Instant>()
  const [refusal, setRefusal] = createSignal<RefusalCode>()
  const [state, setState] = createSignal<DocumentState>('open')
  const [access, setAccess] = createSignal<Access>()
  const [held, setHeld] = createSignal(0)

  const count = () => {
    setWaiting(tally.waiting())
    void kept?.set(unsentKey, tally.waiting())
  }
  const socket = numberedSocket({
    hello: () => {
      tally.connected()
      return { device, next, epoch }
    },
    update: (catchesUp) => tally.sent(next++, catchesUp),
    presence: doc.clientID,
  })
  // Before the provider is made, which sends as soon as it hears of a change: what it sends must be counted already.
  doc.on('update', (_update: Uint8Array, by: unknown) => {
    if (by === provider || by === kept) return
    tally.edited()
    count()
  })
  const provider = new WebsocketProvider(address(), id, doc, {
    WebSocketPolyfill: socket,
    connect: false,
    // Another tab would show what no server has; each tab hears from the server alone.
    disableBc: true,
    shouldReconnect: ({ code }) => !(code >= 4400 && code < 4500) && code !== messageTooBig,
  })

  const hear = (message: LiveMessage) => {
    if (message.is === 'state') {
      setState(message.state)
      setAccess(message.access)
      if (message.epoch !== epoch) begin(message.epoch)
    } else if (message.is === 'ack') {
      tally.acknowledged(message.clientSeq)
      setSavedAt(message.at)
      if (tally.waiting() === 0) setRefusal(undefined)
    } else if (message.is === 'refused') {
      tally.missed(message.clientSeq)
      setRefusal(message.code)
    } else if (message.is === 'resync') tally.missed(message.clientSeq)
    count()
  }
  provider.messageHandlers[messageLive] = (_encoder, decoder) => {
    const message = decodeLive(decoder)
    if (message) batch(() => hear(message))
  }

  /** The epoch is known now: from here on the text can be kept. */
  const begin = (known: number) => {
    epoch = known
    if (!keeper || kept) return
    keepEpoch(keeper, id, known)
    kept = new IndexeddbPersistence(keptName(keeper, id, known), doc)
  }
  /** What is kept comes in before the connection is made, so that it is offered as one. */
  const open = async () => {
    if (keeper && epoch > 0) {
      kept = new IndexeddbPersistence(keptName(keeper, id, epoch), doc)
      await kept.whenSynced
      tally.found(Number((await kept.get(unsentKey)) ?? 0))
      setReady(doc.store.clients.size > 0)
      count()
    }
    if (!isDestroyed) provider.connect()
  }

  provider.on('sync', (isSynced) => isSynced && setReady(true))
  provider.on('status', ({ status }) => {
    if (status === 'connecting') return
    batch(() => {
      setConnected(status === 'connected')
      setOfflineSince((since) => (status === 'connected' ? undefined : (since ?? new Date().toISOString())))
    })
  })
  provider.on('connection-close', (event) => {
    setConnected(false)
    setOfflineSince((since) => since ?? new Date().toISOString())
    if (event?.code === messageTooBig) setRefusal('edit_too_large')
  })
  provider.on('closed', ({ code }) => {
    const why = finalCloses[code]
    if (why) setRefusal(why)
    if (why === 'document_restarted' && keeper) keepEpoch(keeper, id, undefined)
  })

  // The browser knows sooner than the socket that the network is gone.
  const lost = () => provider.disconnect()
  const back = () => provider.connect()
  const leaving = (event: BeforeUnloadEvent) => {
    if (held() > 0 || (tally.waiting() > 0 && !kept)) event.preventDefault()
  }
  addEventListener('offline', lost)
  addEventListener('online', back)
  addEventListener('beforeunload', leaving)
  let isDestroyed = false
  void open()

  const saved = (): SavedState => {
    if (refusal()) return 'refused'
    if (isConnected() === false) return 'offline'
    if (!ready() || isConnected() === undefined) return 'opening'
    return waiting() + held() > 0 ? 'sending' : 'saved'
  }
  return {
    doc,
    awareness: provider.awareness,
    ready,
    saved,
    waiting,
    savedAt,
    offlineSince,
    refusal,
    state,
    access,
    editable: () => ready() && state() === 'open' && access() !== 'read' && !isFinal(refusal()),
    hold: () => {
      let isHeld = true
      setHeld((count) => count + 1)
      return () => {
        if (isHeld) setHeld((count) => count - 1)
        isHeld = false
      }
    },
    retry: () => {
      setRefusal(undefined)
      provider.disconnect()
      provider.connect()
    },
    destroy: () => {
      isDestroyed = true
      removeEventListener('offline', lost)
      removeEventListener('online', back)
      removeEventListener('beforeunload', leaving)
      provider.destroy()
      doc.destroy()
    },
  }
}

/** After these nothing that is written could ever be taken. */
const isFinal = (code: RefusalCode | undefined): boolean => Object.values(finalCloses).includes(code)

const address = (): string => `${location.origin.replace(/^http/, 'ws')}/sync`
