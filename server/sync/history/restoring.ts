import * as Y from 'yjs'
import type { Shape } from '../../../shared/live.ts'
import { judge } from '../gate.ts'
import { standardLimits } from '../limits.ts'
import { placesOf } from '../places.ts'
import type { Held, Lineage } from './lineage.ts'
import { withRoots } from './play.ts'
import {
  type Child,
  childAgain,
  childrenAt,
  deltaAt,
  entryAt,
  typeWords,
  type When,
  whenAt,
  whenNow,
  wordsOf,
} from './then.ts'

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
  lineage: Lineage,
  seq: number,
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
  const then = whenAt(lineage, seq)
  doc.transact(() => {
    for (const name of Object.keys(shape.roots))
      bringBack(doc.share.get(name)!, (lineage === now ? doc : lineage.doc).share.get(name)!, then)
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

/** Makes a type say what another, or it itself, said then. What says the same already is left alone. */
function bringBack(type: Held, source: Held, then: When): void {
  if (typeWords(type, whenNow) === typeWords(source, then)) return
  if (type instanceof Y.Text) bringBackText(type, source, then)
  // An element is a fragment with keys.
  if (type instanceof Y.Array || type instanceof Y.XmlFragment) bringBackList(type, source, then)
  if (type instanceof Y.Map || type instanceof Y.XmlElement) bringBackKeys(type, source, then)
}

function bringBackList(list: Y.Array<unknown> | Y.XmlFragment, source: Held, then: When): void {
  const there = childrenAt(list, whenNow)
  const wanted = childrenAt(source, then)
  const isSame = (a: Child, b: Child) => isOne(a, b) || wordsOf(a, whenNow) === wordsOf(b, then)
  let start = 0
  while (start < Math.min(there.length, wanted.length) && isSame(there[start]!, wanted[start]!)) start++
  let end = 0
  const most = Math.min(there.length, wanted.length) - start
  while (end < most && isSame(there.at(-1 - end)!, wanted.at(-1 - end)!)) end++
  // What says the same may be another, and stands for it: only what is the same itself is gone into.
  const same = there.filter((child, i) => {
    const before =
      i < start ? wanted[i] : i >= there.length - end ? wanted[wanted.length - (there.length - i)] : undefined
    return before && isOne(before, child)
  })
  // What stands and stood is in the same order at both moments: a type never moves.
  let index = start
  const rest = wanted.slice(start, wanted.length - end)
  for (const child of there.slice(start, there.length - end)) {
    const kept = rest.findIndex((one) => isOne(one, child))
    if (kept < 0) {
      list.delete(index, 1)
      continue
    }
    for (const one of rest.splice(0, kept)) list.insert(index++, [childAgain(one, then) as never])
    rest.shift()
    same.push(child)
    index++
  }
  for (const one of rest) list.insert(index++, [childAgain(one, then) as never])
  for (const { item } of same)
    if (item.content instanceof Y.ContentType) bringBack(item.content.type, item.content.type, then)
}

const isOne = (a: Child, b: Child): boolean => a.item === b.item && a.clock === b.clock

function bringBackKeys(keyed: Y.Map<unknown> | Y.XmlElement, source: Held, then: When): void {
  const set = (key: string, value: unknown) =>
    keyed instanceof Y.Map ? keyed.set(key, value) : keyed.setAttribute(key, value as string)
  const drop = (key: string) => (keyed instanceof Y.Map ? keyed.delete(key) : keyed.removeAttribute(key))
  for (const key of new Set([...keyed._map.keys(), ...source._map.keys()])) {
    const [there, wanted] = [entryAt(keyed, key, whenNow), entryAt(source, key, then)]
    const child = (item: Y.Item): Child => ({ item, clock: item.id.clock + item.length - 1 })
    if (there && !wanted) drop(key)
    else if (wanted && there === wanted && wanted.content instanceof Y.ContentType)
      bringBack(wanted.content.type, wanted.content.type, then)
    else if (wanted && !(there && wordsOf(child(there), whenNow) === wordsOf(child(wanted), then)))
      set(key, childAgain(child(wanted), then))
  }
}

/** Characters that stand stay; their marks are set as they were. */
function bringBackText(text: Y.Text, source: Held, then: When): void {
  if ((text as Held) === source) text.applyDelta(deltaAt(source, then, whenNow))
  else text.applyDelta([...deltaAt(source, then), { delete: text.length }])
}
