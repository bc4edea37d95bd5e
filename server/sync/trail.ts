import * as Y from 'yjs'
import { checkContent } from './content.ts'
import { Crowd } from './crowd.ts'
import type { Ground } from './gate.ts'
import { gone, type Place, type Spot } from './places.ts'
import { endOf, type Id, indexAt, type Struct, Unacceptable, type Update } from './update.ts'

/** What of an update has been followed so far, beside what the document has. */
export class Trail {
  readonly #ground: Ground
  readonly #crowd: Crowd
  readonly #spots = new Map<number, { structs: Struct[]; spots: (Spot | typeof gone)[] }>()
  constructor(update: Update, ground: Ground) {
    this.#ground = ground
    this.#crowd = new Crowd(ground.limits.neighbourSteps, (id) => this.#ownerOf(id))
    for (const [client, structs] of update.blocks) this.#spots.set(client, { structs, spots: [] })
  }

  reaches(struct: Struct): boolean {
    const { origin, rightOrigin, parent } = struct
    return this.#has(origin) && this.#has(rightOrigin) && (typeof parent === 'string' || this.#has(parent))
  }

  step(struct: Struct): void {
    const { content, client } = struct
    const spot = content ? this.#spotOf(struct) : gone
    if (spot !== gone) {
      checkContent(content!, spot, this.#ground.shape, this.#ground.limits)
      this.#crowd.place(struct, spot.place, spot.sub)
      if (content!.is === 'type') spot.holds = { kind: content!.kind, depth: spot.place.depth + 1 }
    }
    this.#spots.get(client)!.spots.push(spot)
  }

  #has(id: Id | undefined): boolean {
    if (!id) return true
    const block = this.#spots.get(id.client)
    const reached = block?.spots.length
      ? endOf(block.structs.slice(block.spots.length - 1, block.spots.length))
      : undefined
    return id.clock < (reached ?? Y.getState(this.#ground.doc.store, id.client))
  }

  /** Where Yjs would put the struct: beside its neighbours, which must be of one list, or in the type that it names. */
  #spotOf(struct: Struct): Spot | typeof gone {
    const left = struct.origin && this.#at(struct.origin)
    const right = struct.rightOrigin && this.#at(struct.rightOrigin)
    if (left === gone || right === gone) return gone
    if (left && right && (left.place !== right.place || left.sub !== right.sub)) throw new Unacceptable('place')
    const beside = left ?? right
    if (beside) return { place: beside.place, sub: beside.sub, holds: undefined }
    const place = this.#parentOf(struct.parent)
    return place === gone ? gone : { place, sub: struct.parentSub, holds: undefined }
  }

  #parentOf(parent: string | Id | undefined): Place | typeof gone {
    if (parent === undefined) throw new Unacceptable('malformed')
    if (typeof parent === 'string') {
      const root = this.#ground.places.ofRoot(parent)
      if (!root) throw new Unacceptable('root')
      return root
    }
    const spot = this.#at(parent)
    if (spot === gone) return gone
    if (spot.holds) return spot.holds
    if (this.#isDeleted(parent)) return gone
    throw new Unacceptable('place')
  }

  #at(id: Id): Spot | typeof gone {
    const block = this.#spots.get(id.client)
    if (!block || id.clock < block.structs[0]!.clock) return this.#ground.places.at(id)
    return block.spots[indexAt(block.structs, id.clock)]!
  }

  #ownerOf(id: Id): Y.Item | Y.GC | Struct {
    const block = this.#spots.get(id.client)
    if (block && id.clock >= block.structs[0]!.clock) return block.structs[indexAt(block.structs, id.clock)]!
    return Y.getItem(this.#ground.doc.store, Y.createID(id.client, id.clock))
  }

  /** Yjs makes garbage of what is put into a type whose content was collected. */
  #isDeleted(id: Id): boolean {
    const block = this.#spots.get(id.client)
    if (!block || id.clock < block.structs[0]!.clock)
      return Y.getItem(this.#ground.doc.store, Y.createID(id.client, id.clock)).deleted
    return block.structs[indexAt(block.structs, id.clock)]!.content?.is === 'deleted'
  }
}
