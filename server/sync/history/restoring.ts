import * as Y from 'yjs'
import type { Shape } from '../../../shared/live.ts'
import { judge } from '../gate.ts'
import { standardLimits } from '../limits.ts'
import { placesOf } from '../places.ts'
import { livesAt } from './fates.ts'
import { entriesOf, heldBy, itemsOf } from './held.ts'
import type { Held, Lineage } from './lineage.ts'
import { withRoots } from './play.ts'
import { cloneOf, deltaAt, type Then, valueThen } from './then.ts'

/**
 * The edit after which the text says what it said at a point, made by a new client id on the text as it is now: words
 * that stand are left alone, with their writers; the others are taken out or written again. Nothing that was logged is
 * touched. Undefined when the text says the same already.
 *
 * `committed` is the text as it is stored: Yjs takes out marks by itself that set nothing any more, and no log tells.
 */
export function restoration(
  now: Lineage,
  committed: readonly Uint8Array[],
  then: Then,
  shape: Shape,
  client: number,
): Uint8Array | undefined {
  const doc = withRoots(shape)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(now.doc))
  doc.transact(() => {
    for (const update of committed) Y.applyUpdate(doc, update)
  })
  doc.clientID = client
  let edit: Uint8Array | undefined
  doc.on('update', (update: Uint8Array) => {
    edit = update
  })
  const isHere = then.lineage === now
  doc.transact(() => {
    for (const name of Object.keys(shape.roots))
      bringBack(doc.share.get(name)!, isHere ? doc.share.get(name)! : then.lineage.doc.share.get(name)!, then)
  })
  return edit && accepted(edit, now, shape, client)
}

/** As the gate would take it from a person. */
function accepted(edit: Uint8Array, now: Lineage, shape: Shape, client: number): Uint8Array {
  const verdict = judge(edit, {
    doc: now.doc,
    places: placesOf(now.doc, shape),
    shape,
    limits: standardLimits,
    freeClients: standardLimits.documentClients - now.doc.store.clients.size,
    ownership: (of) => (of === client ? 'free' : 'foreign'),
  })
  if (verdict.is === 'fresh') return verdict.bytes
  throw new Error(verdict.is === 'refused' ? verdict.why : verdict.is)
}

/** Makes a type say what another, or it itself, said then. */
function bringBack(type: Held, source: Held, then: Then): void {
  if (type instanceof Y.Text) bringBackText(type, source, then)
  else {
    if (type instanceof Y.Array || type instanceof Y.XmlFragment) bringBackList(type, source, then)
    if (type instanceof Y.Map || type instanceof Y.XmlElement) bringBackKeys(type, source, then)
  }
}

function bringBackList(list: Y.Array<unknown> | Y.XmlFragment, source: Held, then: Then): void {
  const isOwn = (list as Held) === source
  if (!isOwn) list.delete(0, list.length)
  let index = 0
  for (const item of itemsOf(source)) {
    const stands = isOwn && !item.deleted
    const stood = (clock: number) => livesAt(then.lineage, then.seq, item.id.client, clock)
    if (item.countable === false) continue
    for (let clock = item.id.clock; clock < item.id.clock + item.length; clock++) {
      if (stands && !stood(clock)) list.delete(index, 1)
      else if (stands) {
        if (item.content instanceof Y.ContentType) bringBack(item.content.type, item.content.type, then)
        index++
      } else if (stood(clock)) {
        const made = item.content instanceof Y.ContentType ? cloneOf(item.content.type, then) : heldBy(item, clock)
        list.insert(index++, [made as never])
      }
    }
  }
}

function bringBackKeys(type: Y.Map<unknown> | Y.XmlElement, source: Held, then: Then): void {
  const set = (key: string, value: unknown) =>
    type instanceof Y.Map ? type.set(key, value) : type.setAttribute(key, value as string)
  const drop = (key: string) => (type instanceof Y.Map ? type.delete(key) : type.removeAttribute(key))
  for (const key of new Set([...type._map.keys(), ...source._map.keys()])) {
    const standing = entriesOf(type, key).findLast((item) => !item.deleted)
    const stood = valueThen(source, key, then)
    if (!stood) {
      if (standing) drop(key)
    } else if (stood.content instanceof Y.ContentType) {
      if (standing === stood) bringBack(stood.content.type, stood.content.type, then)
      else set(key, cloneOf(stood.content.type, then))
    } else if (JSON.stringify(heldBy(standing)) !== JSON.stringify(heldBy(stood))) set(key, heldBy(stood))
  }
}

/** Characters that stand stay; their marks are set as they were. */
function bringBackText(text: Y.Text, source: Held, then: Then): void {
  const isOwn = (text as Held) === source
  const delta = deltaAt(source, then, isOwn)
  if (!isOwn) delta.push({ delete: text.length })
  text.applyDelta(delta)
}
