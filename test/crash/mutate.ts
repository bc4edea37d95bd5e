import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { frame } from '../sync/hall.ts'
import { edit } from '../sync/texts.ts'
import {
  type Beside,
  garbage,
  item,
  type Position,
  skip,
  text,
  type,
  update,
  values,
  type WriteStruct,
} from './forged.ts'

export type Pick = (n: number) => number
export const picker =
  (random: () => number): Pick =>
  (n) =>
    Math.floor(random() * n)

const edits = [
  'paragraph',
  'type',
  'type',
  'type',
  'erase',
  'bold',
  'list',
  'remove',
  'measure',
  'field',
  'drop',
] as const

/** Somebody who edits by chance, in a text of their own or in a copy of this one. */
export function author(pick: Pick, of?: Y.Doc) {
  const doc = new Y.Doc()
  if (of) Y.applyUpdate(doc, Y.encodeStateAsUpdate(of))
  return {
    doc,
    next: (): Uint8Array => {
      const before = Y.encodeStateVector(doc)
      do
        edit(doc, {
          is: edits[pick(edits.length)]!,
          at: pick(1_000),
          words: 'words '.repeat(1 + pick(3)),
          length: 1 + pick(9),
        })
      while (Y.encodeStateVector(doc).every((byte, i) => byte === before[i]))
      return Y.encodeStateAsUpdate(doc, before)
    },
  }
}

/** Bits flipped, cut short, spliced with another, or a number written over. */
export function mutate(bytes: Uint8Array, other: Uint8Array, pick: Pick): Uint8Array {
  const copy = Uint8Array.from(bytes)
  switch (pick(5)) {
    case 0:
    case 1:
      for (let n = 1 + pick(3); n > 0; n--) copy[pick(copy.length)]! ^= 1 << pick(8)
      return copy
    case 2:
      return copy.subarray(0, pick(copy.length))
    case 3:
      return Buffer.concat([bytes.subarray(0, pick(bytes.length)), other.subarray(pick(other.length))])
    default: {
      const number = numberOf(pick(2) === 0 ? pick(300) : 2 ** pick(53)).subarray(0, copy.length)
      copy.set(number, pick(copy.length - number.length + 1))
      return copy
    }
  }
}

export const numberOf = (value: number): Uint8Array =>
  frame((encoder) => encoding.writeVarUint(encoder, value)).subarray(0, 8)

/** The grammar of updates with ids of the document by chance: right in form, wrong in what most of them say. */
export function invented(doc: Y.Doc, own: number, pick: Pick): Uint8Array {
  const clients = [...doc.store.clients.keys(), own]
  const anyClient = () => clients[pick(clients.length)]!
  const anyId = (): Position => {
    const client = anyClient()
    return [client, pick(Y.getState(doc.store, client) + 2)]
  }
  const beside = (): Beside => {
    const sides = pick(5)
    if (sides === 0) return { root: ['preamble', 'meta', 'measures', 'elsewhere'][pick(4)]! }
    if (sides === 1) return { parent: anyId(), ...(pick(2) ? { key: ['title', 'due', '__proto__'][pick(3)]! } : {}) }
    return { origin: sides === 3 ? undefined : anyId(), right: sides === 2 ? undefined : anyId() }
  }
  const struct = (): WriteStruct => {
    switch (pick(8)) {
      case 0:
        return garbage(1 + pick(9))
      case 1:
        return skip(1 + pick(9))
      case 2:
        return values(beside(), 'forged', { a: [pick(9)] })
      case 3:
        return type(pick(8), beside(), 'paragraph')
      case 4:
        return item([0, 2, 3, 5, 9, 11, 31][pick(7)]!, beside(), (e) => encoding.writeVarString(e, 'forged'))
      case 5:
        return item(1, beside(), (e) => encoding.writeVarUint(e, 1 + pick(9)))
      case 6:
        return item(6, beside(), (e) => ['bold', '{}'].forEach((said) => void encoding.writeVarString(e, said)))
      default:
        return text('forged', beside())
    }
  }
  const blocks = Array.from({ length: pick(3) }, (_, i) => {
    const client = i === 0 ? own : anyClient()
    const clock = Math.max(0, Y.getState(doc.store, client) - pick(2) * pick(3))
    return { client, clock, structs: Array.from({ length: 1 + pick(4) }, struct) }
  })
  return update(
    blocks,
    Array.from({ length: pick(3) }, () => [...anyId(), 1 + pick(60)] as const),
  )
}
