import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { batch, createEffect, createRoot, createSignal, on } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import * as syncProtocol from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Instant } from '../../shared/dates.ts'
import { type Access, closeCodes, type DocumentState } from '../../shared/live.ts'
import { chunksOf, standardChunk } from '../../shared/live-chunks.ts'
import { decodeLive, type LiveMessage, messageLive } from '../../shared/live-wire.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { startKeeper } from './keeper.ts'
import { keepChoice, keepEpoch } from './kept.ts'
import { handOver } from './left-behind.ts'
import { numberedSocket, type Traffic } from './live-socket.ts'
import { startTally } from './tally.ts'
import { findWay } from './way.ts'

/**
 * `saved`: every change made here is on the server's disk. `offline`: there is no connection, and changes wait here.
 * `proposed`: what was written here came too late and is kept by the server for its author alone. `unable`: the server
 * can store nothing at the moment; what is written waits.
 */
export type SavedState = 'opening' | 'sending' | 'saved' | 'offline' | 'refused' | 'proposed' | 'unable'

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
  /** The connection goes by requests: every few seconds, and without seeing who else is here. */
  slow(): boolean
  /** What was written here is not the text's any more: it is kept as a proposal, or the text was begun anew. Open it again. */
  outdated(): boolean
  /** Whether the page can be left: what waits is kept in this browser, or nothing does. */
  isSafe(): boolean
  /** Something is being typed that is not in the text yet: counts as unsaved until the returned function is called. */
  hold(): () => void
  /** Connects again after a refusal or at once, and offers what waits. */
  retry(): void
  destroy(): void
}

export interface LiveTextOptions {
  /**
   * Whether the text, and what was not sent, may be kept in this browser so that it survives closing it: where the person
   * has said so on this device. Never for what a delegation says among itself.
   */
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
  const { personId } = options
  const doc = new Y.Doc()
  const tally = startTally()
  const device = crypto.randomUUID()
  const keeper = options.offline && personId ? startKeeper(doc, { personId, documentId: id, device }) : undefined
  let next = 1
  let epoch = 0
  /** What the server asked for on this connection, until it is answered; not before it has said what state it is in. */
  let asked: Uint8Array | undefined
  let isGreeted = false
  /** Sends the parts of a long absence. */
  let isInParts = false
  /** Updates that the server keeps as a proposal; their refusal follows. */
  const keptNumbers = new Set<number>()
  let isDestroyed = false
  let isLeaving = false
  let retrying: ReturnType<typeof setTimeout> | undefined

  const [isConnected, setConnected] = createSignal<boolean>()
  const [ready, setReady] = createSignal(false)
  const [waiting, setWaiting] = createSignal(0)
  const [savedAt, setSavedAt] = createSignal<Instant>()
  const [offlineSince, setOfflineSince] = createSignal<Instant>()
  const [refusal, setRefusal] = createSignal<RefusalCode>()
  const [state, setState] = createSignal<DocumentState>('open')
  const [access, setAccess] = createSignal<Access>()
  const [held, setHeld] = createSignal(0)
  const [isProposed, setProposed] = createSignal(false)
  const [isOutdated, setOutdated] = createSignal(false)
  const [canStore, setCanStore] = createSignal(true)

  const count = () => {
    setWaiting(tally.waiting())
    keeper?.note(tally.waiting())
  }
  const traffic: Traffic = {
    hello: () => {
      tally.connected()
      asked = undefined
      isGreeted = false
      keptNumbers.clear()
      setCanStore(true)
      return { device, next, epoch }
    },
    update: (catchesUp) => tally.sent(next++, isInParts ? 'part' : catchesUp ? 'whole' : 'change'),
    isClosed: () => isOutdated(),
    presence: doc.clientID,
  }
  const way = findWay(
    (Base) => numberedSocket(Base, traffic),
    () => Y.encodeStateVector(doc),
  )
  // Before the provider is made, which sends as soon as it hears of a change: what it sends must be counted already.
  doc.on('update', (_update: Uint8Array, by: unknown) => {
    if (by === provider || keeper?.isOrigin(by)) return
    tally.edited()
    count()
  })
  const provider = new WebsocketProvider(address(), id, doc, {
    WebSocketPolyfill: way.Socket,
    connect: false,
    // Another tab would show what no server has; each tab hears from the server alone.
    disableBc: true,
    shouldReconnect: ({ code }) => !(code >= 4400 && code < 4500) && code !== messageTooBig,
  })

  /** Answers what the server asked for: in one piece, or in as many as a long absence takes. */
  const offer = () => {
    const { ws } = provider
    if (!asked || !isGreeted || !ws) return
    const known = asked
    asked = undefined
    // What is kept as a proposal goes into the text when its author says so, never by itself.
    if (isProposed() && tally.waiting() === 0) return
    const update = Y.encodeStateAsUpdate(doc, known)
    const chunks = update.length < standardChunk.bytes ? [update] : chunksOf(update, Y.decodeStateVector(known))
    for (const [i, chunk] of chunks.entries()) {
      isInParts = i < chunks.length - 1
      ws.send((isInParts ? changeFrame(chunk) : answerFrame(chunk)) as Uint8Array<ArrayBuffer>)
    }
  }
  provider.messageHandlers[messageSync] = (_encoder, decoder, _provider, emitSynced) => {
    const step = decoding.readVarUint(decoder)
    if (step === syncProtocol.messageYjsSyncStep1) {
      asked = decoding.readVarUint8Array(decoder)
      offer()
    } else {
      Y.applyUpdate(doc, decoding.readVarUint8Array(decoder), provider)
      if (step === syncProtocol.messageYjsSyncStep2 && emitSynced && !provider.synced) provider.synced = true
    }
  }

  /** Comes again after a while with what the server did not take and did not keep. */
  const comeAgain = () => {
    clearTimeout(retrying)
    retrying = setTimeout(() => {
      if (isDestroyed) return
      provider.disconnect()
      provider.connect()
    }, retryMs)
  }
  /** All that was written here is with the server, as a proposal: this browser need not keep it, and the text goes on without it. */
  const proposed = async () => {
    if (tally.waiting() > 0 || isLeaving) return
    isLeaving = true
    setRefusal(undefined)
    // Before the page opens the text again, which would find it here.
    await keeper?.forget().catch((error: unknown) => {
      console.error('what is kept here could not be taken away', error)
    })
    setOutdated(true)
  }
  const hear = (message: LiveMessage) => {
    if (message.is === 'state') {
      setState(message.state)
      setAccess(message.access)
      if (message.state === 'open' && isOutdated()) return provider.disconnect()
      if (message.state === 'open' && message.access === 'read' && tally.waiting() > 0) setRefusal('document_read_only')
      if (message.epoch !== epoch) begin(message.epoch)
      isGreeted = true
      offer()
    } else if (message.is === 'ack') {
      tally.acknowledged(message.clientSeq)
      setSavedAt(message.at)
      if (tally.waiting() === 0) setRefusal(undefined)
      if (isProposed()) void proposed()
    } else if (message.is === 'kept') {
      keptNumbers.add(message.clientSeq)
    } else if (message.is === 'refused') {
      if (keptNumbers.delete(message.clientSeq)) return setProposed(true)
      tally.missed(message.clientSeq)
      setRefusal(message.code)
      if (message.code === 'document_sealed' || message.code === 'document_locked') comeAgain()
    } else if (message.is === 'resync') tally.missed(message.clientSeq)
    else if (message.is === 'storing') setCanStore(message.works)
    count()
  }
  provider.messageHandlers[messageLive] = (_encoder, decoder) => {
    const message = decodeLive(decoder)
    if (message) batch(() => hear(message))
  }

  const mayKeep = () => personId !== undefined && keepChoice(personId) === true
  /** The epoch is known now: from here on the text can be kept. */
  const begin = (known: number) => {
    epoch = known
    if (mayKeep() && !isProposed()) keeper?.keep(known)
  }
  /** What is kept comes in before the connection is made, so that it is offered as one. */
  const open = async () => {
    const found = await keeper?.recall().catch((error: unknown) => {
      console.error('what this browser keeps could not be read', error)
    })
    if (found && found.epoch > 0) {
      epoch = found.epoch
      tally.found(found.unsent)
      setReady(doc.store.clients.size > 0)
      count()
    }
    if (!isDestroyed) provider.connect()
  }
  // The person may allow it, or not any more, while the text is open.
  const endChoice = createRoot((dispose) => {
    createEffect(
      on(
        mayKeep,
        (may) => {
          if (may && epoch > 0) keeper?.keep(epoch)
          else if (!may && tally.waiting() === 0)
            keeper
              ?.forget()
              .catch((error: unknown) => console.error('what is kept here could not be taken away', error))
          count()
        },
        { defer: true },
      ),
    )
    return dispose
  })

  /** The text was begun anew: what the one before had here is handed over, and the page opens the new one. */
  const moveOn = async () => {
    try {
      if (tally.waiting() > 0) {
        await handOver(id, { doc, epoch, device })
        tally.settled()
        setProposed(true)
      }
      if (keeper) await keeper.forget()
      if (personId) keepEpoch(personId, id, undefined)
      batch(() => {
        count()
        setRefusal(undefined)
        setOutdated(true)
      })
    } catch (error) {
      console.error('what was written for the text before could not be handed over', error)
      clearTimeout(retrying)
      retrying = setTimeout(() => void (isDestroyed || moveOn()), retryMs)
    }
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
    if (why === 'document_restarted') void moveOn()
  })

  // The browser knows sooner than the socket that the network is gone.
  const lost = () => provider.disconnect()
  const back = () => {
    if (!isOutdated()) provider.connect()
  }
  const leaving = (event: BeforeUnloadEvent) => {
    if (held() > 0 || (tally.waiting() > 0 && !keeper?.isKeeping())) event.preventDefault()
  }
  addEventListener('offline', lost)
  addEventListener('online', back)
  addEventListener('beforeunload', leaving)
  void open()

  const saved = (): SavedState => {
    if (refusal()) return 'refused'
    if (isConnected() === false && !isOutdated()) return 'offline'
    if (!ready() || isConnected() === undefined) return 'opening'
    if (!canStore()) return 'unable'
    if (waiting() + held() > 0) return 'sending'
    return isProposed() ? 'proposed' : 'saved'
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
    isSafe: () => tally.waiting() === 0 || keeper?.isKeeping() === true,
    slow: way.isSlow,
    outdated: isOutdated,
    editable: () =>
      ready() && state() === 'open' && access() !== 'read' && !isFinal(refusal()) && !isOutdated() && !isProposed(),
    hold: () => {
      let isHeld = true
      setHeld((count) => count + 1)
      return () => {
        if (isHeld) setHeld((count) => count - 1)
        isHeld = false
      }
    },
    retry: () => {
      const why = refusal()
      setRefusal(undefined)
      if (why === 'document_restarted') return void moveOn()
      provider.disconnect()
      provider.connect()
    },
    destroy: () => {
      isDestroyed = true
      clearTimeout(retrying)
      removeEventListener('offline', lost)
      removeEventListener('online', back)
      removeEventListener('beforeunload', leaving)
      endChoice()
      way.destroy()
      keeper?.stop()
      provider.destroy()
      doc.destroy()
    },
  }
}

const messageSync = 0
const retryMs = 10_000

const syncFrame = (write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, messageSync)
  write(encoder)
  return encoding.toUint8Array(encoder)
}
const changeFrame = (update: Uint8Array): Uint8Array =>
  syncFrame((encoder) => syncProtocol.writeUpdate(encoder, update))
const answerFrame = (update: Uint8Array): Uint8Array =>
  syncFrame((encoder) => {
    encoding.writeVarUint(encoder, syncProtocol.messageYjsSyncStep2)
    encoding.writeVarUint8Array(encoder, update)
  })

/** After these nothing that is written could ever be taken. */
const isFinal = (code: RefusalCode | undefined): boolean => Object.values(finalCloses).includes(code)

const address = (): string => `${location.origin.replace(/^http/, 'ws')}/sync`
