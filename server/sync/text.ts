import * as Y from 'yjs'
import type { Shape } from '../../shared/live.ts'
import { takeExactly } from './exactly.ts'
import { type Places, placesOf } from './places.ts'

/**
 * The committed text of an open document. Awake it is a Yjs document, which the gate judges by; at rest it is bytes,
 * which answer a client as well and weigh a tenth.
 */
export interface Text {
  /** The Yjs document, woken where it rested. */
  doc(): Y.Doc
  /** Where things are in the document that is awake. */
  places(): Places
  stateVector(): Uint8Array
  /** What a client with this state vector lacks. */
  since(stateVector: Uint8Array): Uint8Array
  whole(): Uint8Array
  /** Takes in updates that are committed. */
  take(updates: readonly { bytes: Uint8Array }[]): void
  /** Must be told when the Yjs document was changed. */
  changed(): void
  rest(): void
}

type Form = { doc: Y.Doc; places: Places } | { bytes: Uint8Array }

/** A Yjs document to judge by. Nobody listens to it, so it need not look for listeners at every change. */
const shadow = (): Y.Doc => Object.assign(new Y.Doc({ guid: 'shadow' }), { emit: () => {} })

export function openText(snapshot: { bytes: Uint8Array; stateVector: Uint8Array }, shape: Shape): Text {
  let form: Form = { bytes: snapshot.bytes }
  let whole: Uint8Array | undefined = snapshot.bytes
  let vector: Uint8Array | undefined = snapshot.stateVector

  const awake = (): { doc: Y.Doc; places: Places } => {
    if ('doc' in form) return form
    const doc = shadow()
    const { bytes } = form
    takeExactly(doc, () => Y.applyUpdate(doc, bytes))
    form = { doc, places: placesOf(doc, shape) }
    return form
  }
  const text: Text = {
    doc: () => awake().doc,
    places: () => awake().places,
    stateVector: () => {
      vector ??= 'doc' in form ? Y.encodeStateVector(form.doc) : Y.encodeStateVectorFromUpdate(form.bytes)
      return vector
    },
    since: (stateVector) => {
      if (Y.decodeStateVector(stateVector).size === 0) return text.whole()
      return 'doc' in form ? Y.encodeStateAsUpdate(form.doc, stateVector) : Y.diffUpdate(form.bytes, stateVector)
    },
    whole: () => {
      whole ??= 'doc' in form ? Y.encodeStateAsUpdate(form.doc) : form.bytes
      return whole
    },
    take: (updates) => {
      if (updates.length === 0) return
      const { doc } = awake()
      takeExactly(doc, () => {
        for (const { bytes } of updates) Y.applyUpdate(doc, bytes)
      })
      text.changed()
    },
    changed: () => {
      whole = undefined
      vector = undefined
    },
    rest: () => {
      if ('doc' in form) form = { bytes: text.whole() }
    },
  }
  return text
}
