import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** How much goes into one piece: well inside what a server takes as one edit, and soon judged. */
export interface ChunkSize {
  bytes: number
  structs: number
  deletions: number
}
export const standardChunk: ChunkSize = { bytes: 131_072, structs: 1_200, deletions: 1_200 }

type Struct = Y.Item | Y.GC
interface Run {
  client: number
  clock: number
  len: number
}

/**
 * An update in pieces that can be taken one after the other: each rests on `known`, the state of who will read them, and
 * on the pieces before it alone. What was written while away for weeks is larger than one message may be.
 */
export function chunksOf(
  update: Uint8Array,
  known: Map<number, number>,
  size: ChunkSize = standardChunk,
): Uint8Array[] {
  const { structs, ds } = Y.decodeUpdate(update)
  const chunks: Uint8Array[] = []
  const piece = new Piece(size)
  for (const struct of inOrder(structs, new Map(known))) {
    if (piece.isFull()) chunks.push(piece.take([]))
    piece.add(struct)
  }
  const runs = [...ds.clients].flatMap(([client, deleted]) => deleted.map(({ clock, len }) => ({ client, clock, len })))
  for (let i = 0; i < runs.length; i += size.deletions) {
    const some = runs.slice(i, i + size.deletions)
    if (piece.isFull() || (piece.count > 0 && runs.length > size.deletions)) chunks.push(piece.take([]))
    chunks.push(piece.take(some))
  }
  if (piece.count > 0) chunks.push(piece.take([]))
  return chunks.length > 0 ? chunks : [update]
}

/** Every struct after those that it rests on, whoever made them; one client's in the order of their making. */
function* inOrder(structs: readonly (Struct | Y.Skip)[], reached: Map<number, number>): Generator<Struct> {
  const queues = new Map<number, Struct[]>()
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue
    const queue = queues.get(struct.id.client)
    if (queue) queue.push(...parts(struct))
    else queues.set(struct.id.client, parts(struct))
  }
  const lists = [...queues.values()].map((list) => ({ list, next: 0 }))
  // Of a client that has nothing in the update, whoever reads it has everything.
  const reachedBy = (client: number) => reached.get(client) ?? (queues.has(client) ? 0 : Number.POSITIVE_INFINITY)
  const has = (id: { client: number; clock: number } | null) => id === null || id.clock < reachedBy(id.client)
  for (let moved = true; moved; ) {
    moved = false
    for (const queue of lists) {
      for (
        let struct = queue.list[queue.next];
        struct && restsOn(struct).every(has);
        struct = queue.list[++queue.next]
      ) {
        reached.set(struct.id.client, struct.id.clock + struct.length)
        moved = true
        yield struct
      }
    }
  }
  // What rests on something that nobody here has goes last: its reader will ask for what is missing.
  for (const { list, next } of lists) yield* list.slice(next)
}

const restsOn = (struct: Struct): (Y.ID | null)[] =>
  struct instanceof Y.Item
    ? [struct.origin, struct.rightOrigin, struct.parent instanceof Y.ID ? struct.parent : null]
    : []

/** Characters in one struct: a longer run of letters is cut, and says the same. */
const longestString = 20_000

function parts(struct: Struct): Struct[] {
  const whole: Struct[] = []
  let rest = struct
  while (rest instanceof Y.Item && rest.content instanceof Y.ContentString && rest.length > longestString) {
    const [left, right] = cut(rest, rest.content)
    whole.push(left)
    rest = right
  }
  whole.push(rest)
  return whole
}

function cut(item: Y.Item, content: Y.ContentString): [Y.Item, Y.Item] {
  const isHigh = /[\uD800-\uDBFF]/.test(content.str[longestString - 1]!)
  const at = isHigh ? longestString - 1 : longestString
  const { client, clock } = item.id
  const { origin, rightOrigin, parent, parentSub } = item
  const make = (offset: number, from: Y.ID | null, words: string) =>
    new Y.Item(
      Y.createID(client, clock + offset),
      null,
      from,
      null,
      rightOrigin,
      parent,
      parentSub,
      new Y.ContentString(words),
    )
  return [
    make(0, origin, content.str.slice(0, at)),
    make(at, Y.createID(client, clock + at - 1), content.str.slice(at)),
  ]
}

/** One update in the making. */
class Piece {
  readonly #size: ChunkSize
  #blocks = new Map<number, { clock: number; count: number; encoder: Y.UpdateEncoderV1 }>()
  #bytes = 0
  count = 0
  constructor(size: ChunkSize) {
    this.#size = size
  }

  isFull(): boolean {
    return this.count >= this.#size.structs || this.#bytes >= this.#size.bytes
  }

  add(struct: Struct): void {
    const { client, clock } = struct.id
    const block = this.#blocks.get(client) ?? { clock, count: 0, encoder: new Y.UpdateEncoderV1() }
    this.#blocks.set(client, block)
    const before = encoding.length(block.encoder.restEncoder)
    struct.write(block.encoder, 0)
    this.#bytes += encoding.length(block.encoder.restEncoder) - before
    block.count++
    this.count++
  }

  take(deletes: readonly Run[]): Uint8Array {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, this.#blocks.size)
    for (const [client, block] of [...this.#blocks].sort(([a], [b]) => b - a)) {
      encoding.writeVarUint(encoder, block.count)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, block.clock)
      encoding.writeUint8Array(encoder, encoding.toUint8Array(block.encoder.restEncoder))
    }
    const byClient = Map.groupBy(deletes, (run) => run.client)
    encoding.writeVarUint(encoder, byClient.size)
    for (const [client, runs] of [...byClient].sort(([a], [b]) => b - a)) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, runs.length)
      for (const { clock, len } of runs) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, len)
      }
    }
    this.#blocks = new Map()
    this.#bytes = 0
    this.count = 0
    return encoding.toUint8Array(encoder)
  }
}
