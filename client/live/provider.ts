import * as decoding from 'lib0/decoding'
import { batch, createEffect, createRoot, createSignal, on } from 'solid-js'
import * as syncProtocol from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Instant } from '../../shared/dates.ts'
import type { Access, DocumentState } from '../../shared/live.ts'
import { decodeLive, type LiveMessage, messageLive } from '../../shared/live-wire.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { finalCloses, isFinal, messageTooBig } from './final-closes.ts'
import { startKeeper } from './keeper.ts'
import { keepChoice, keepEpoch } from './kept.ts'
import { handOver } from './left-behind.ts'
import { numberedSocket, type Traffic } from './live-socket.ts'
import type { LiveText, LiveTextOptions, SavedState } from './live-text.ts'
import { messageSync, startOffering } from './offering.ts'
import { startTally } from './tally.ts'
import { findWay } from './way.ts'

/** Opens the live document and keeps it in step with the server until it is destroyed. */
export function createLiveDocument(id: string, options: LiveTextOptions): LiveText {
  const { personId } = options
  const doc = new Y.Doc()
  const tally = startTally()
  const device = crypto.randomUUID()
  const keeper = options.offline && personId ? startKeeper(doc, { personId, documentId: id, device }) : undefined
  let next = 1
  let epoch = 0
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
      offering.begin()
      keptNumbers.clear()
      setCanStore(true)
      return { device, next, epoch }
    },
    update: (catchesUp) => tally.sent(next++, offering.isInParts() ? 'part' : catchesUp ? 'whole' : 'change'),
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

  const offering = startOffering(
    doc,
    (frame) => provider.ws?.send(frame),
    // What is kept as a proposal goes into the text when its author says so, never by itself.
    () => !isProposed() || tally.waiting() > 0,
  )
  provider.messageHandlers[messageSync] = (_encoder, decoder, _provider, emitSynced) => {
    const step = decoding.readVarUint(decoder)
    if (step === syncProtocol.messageYjsSyncStep1) offering.ask(decoding.readVarUint8Array(decoder))
    else {
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
      offering.greeted()
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

const retryMs = 10_000

const address = (): string => `${location.origin.replace(/^http/, 'ws')}/sync`
