import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js'
import type * as Y from 'yjs'
import type { LiveText } from './live-text.ts'
import { createPeers, type Peer } from './peers.ts'

/** A key of a live map, bound to a control: what stands there, and who else is in it. */
export interface LiveField {
  value: Accessor<string>
  /** Writes after a moment's rest, or at once when the control is left. */
  write(text: string): void
  /** Somebody of another delegation who has the field open. */
  busy: Accessor<Peer | undefined>
  onFocus(): void
  onBlur(): void
}

const restMs = 300

/**
 * Binds a string of a live map; of two who write at once, the last stays. `place` names the field to the others. While
 * something typed is not in the text yet, the text counts as unsaved.
 */
export function createLiveField(bound: {
  live: LiveText
  map: Accessor<Y.Map<unknown>>
  key: string
  place: string
  delegationId?: string | undefined
}): LiveField {
  const { live, map, key, place } = bound
  const read = () => {
    const value = map().get(key)
    return typeof value === 'string' ? value : ''
  }
  const [stored, setStored] = createSignal('')
  const [typed, setTyped] = createSignal<string>()
  const peers = createPeers(live.awareness)
  let release: (() => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  createEffect(() => {
    const of = map()
    const look = () => setStored(read())
    look()
    of.observe(look)
    onCleanup(() => of.unobserve(look))
  })
  const flush = () => {
    clearTimeout(timer)
    const text = typed()
    if (text !== undefined && text !== read()) live.doc.transact(() => map().set(key, text))
    setTyped(undefined)
    release?.()
    release = undefined
  }
  addEventListener('pagehide', flush)
  onCleanup(() => {
    flush()
    removeEventListener('pagehide', flush)
  })

  return {
    value: () => typed() ?? stored(),
    write: (text) => {
      setTyped(text)
      release ??= live.hold()
      clearTimeout(timer)
      timer = setTimeout(flush, restMs)
    },
    busy: createMemo(() =>
      peers().find(
        (peer) => peer.field === place && (!bound.delegationId || peer.user.delegationId !== bound.delegationId),
      ),
    ),
    onFocus: () => live.awareness.setLocalStateField('field', place),
    onBlur: () => {
      flush()
      if (live.awareness.getLocalState()?.field === place) live.awareness.setLocalStateField('field', null)
    },
  }
}
