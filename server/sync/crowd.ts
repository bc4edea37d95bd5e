import * as Y from 'yjs'
import type { Place } from './places.ts'
import { type Id, indexAt, type Struct, Unacceptable } from './update.ts'

/** Positions of one list that nothing stands between: an item of the document, a struct of the update, or a part of one. */
interface Span extends Id {
  end: number
  origin: Id | undefined
  rightOrigin: Id | undefined
  /** What follows in the list, null at its end; undefined where the document's item has not been asked yet. */
  next: Span | null | undefined
  item: Y.Item | undefined
}

/**
 * Puts the structs of an update where Yjs would put them, and counts how many others Yjs looks at on the way. Honest
 * structs name neighbours that stood beside each other when they were written, so there is little between; ones that name
 * neighbours far apart make Yjs walk the whole list for each, here and in every browser: seconds for a few hundred bytes.
 */
export class Crowd {
  readonly #most: number
  readonly #ownerOf: (id: Id) => Y.Item | Y.GC | Struct
  readonly #spans = new Map<object, Span[]>()
  readonly #heads = new Map<Place, Map<string | undefined, { first: Span | null; length: number }>>()
  #looked = 0

  /** `ownerOf` finds what holds a position that is known by now. */
  constructor(most: number, ownerOf: (id: Id) => Y.Item | Y.GC | Struct) {
    this.#most = most
    this.#ownerOf = ownerOf
  }

  /** Throws when too many have been looked at. */
  place(struct: Struct, place: Place, sub: string | undefined): void {
    const left = struct.origin && this.#endingAt(struct.origin)
    const right = struct.rightOrigin ? this.#startingAt(struct.rightOrigin) : null
    const head = this.#headOf(place, sub)
    const first = left ? this.#next(left) : head.first
    // Yjs goes back along all that a key ever held; a step back costs far less than one of the search.
    if (!left && sub !== undefined) this.#count(head.length / 16)
    const after = first === right ? left : this.#search(struct, left, first, right)
    const { client, clock, length, origin, rightOrigin } = struct
    const next = after ? this.#next(after) : head.first
    const span: Span = { client, clock, end: clock + length, origin, rightOrigin, next, item: undefined }
    if (after) after.next = span
    else head.first = span
    head.length++
    this.#spans.set(struct, [span])
  }

  /** Yjs' own search for the place among those that others put between the same neighbours. */
  #search(struct: Struct, left: Span | undefined, first: Span | null, right: Span | null): Span | undefined {
    const passed = new Set<Span>()
    const conflicting = new Set<Span>()
    let after = left
    for (let other = first; other && other !== right; other = this.#next(other)) {
      this.#count(1)
      passed.add(other)
      conflicting.add(other)
      if (isSame(struct.origin, other.origin)) {
        if (other.client < struct.client) {
          after = other
          conflicting.clear()
        } else if (isSame(struct.rightOrigin, other.rightOrigin)) break
        continue
      }
      const from = other.origin && this.#holding(other.origin)
      if (!from || !passed.has(from)) break
      if (conflicting.has(from)) continue
      after = other
      conflicting.clear()
    }
    return after
  }

  #count(steps: number): void {
    this.#looked += steps
    if (this.#looked > this.#most) throw new Unacceptable('too_large')
  }

  #headOf(place: Place, sub: string | undefined) {
    const heads = this.#heads.get(place) ?? new Map<string | undefined, { first: Span | null; length: number }>()
    this.#heads.set(place, heads)
    const known = heads.get(sub)
    if (known) return known
    let item = sub === undefined ? place.type?.()?._start : place.type?.()?._map.get(sub)
    let length = 0
    for (; item?.left; item = item.left) length++
    const head = { first: item ? this.#spansOf(item)[0]! : null, length }
    heads.set(sub, head)
    return head
  }

  #next(span: Span): Span | null {
    if (span.next === undefined) span.next = span.item?.right ? this.#spansOf(span.item.right)[0]! : null
    return span.next
  }

  #spansOf(owner: Y.Item | Struct): Span[] {
    const known = this.#spans.get(owner)
    if (known) return known
    if (!(owner instanceof Y.Item)) throw new Unacceptable('malformed')
    const { id, length, origin, rightOrigin } = owner
    const spans: Span[] = [
      {
        ...{ client: id.client, clock: id.clock, end: id.clock + length },
        ...{ origin: origin ?? undefined, rightOrigin: rightOrigin ?? undefined, next: undefined, item: owner },
      },
    ]
    this.#spans.set(owner, spans)
    return spans
  }

  #holding(id: Id): Span | undefined {
    const owner = this.#ownerOf(id)
    if (owner instanceof Y.GC) return undefined
    const spans = this.#spansOf(owner)
    return spans[indexAt(spans, id.clock)]
  }

  #endingAt(id: Id): Span {
    const span = this.#holding(id)!
    if (span.end > id.clock + 1) this.#split(span, id.clock + 1)
    return span
  }

  #startingAt(id: Id): Span {
    const span = this.#holding(id)!
    return span.clock < id.clock ? this.#split(span, id.clock) : span
  }

  /** As Yjs splits: the second part stands after the first's last, and knows the same right neighbour. */
  #split(span: Span, clock: number): Span {
    const second = { ...span, clock, origin: { client: span.client, clock: clock - 1 } }
    span.end = clock
    span.next = second
    const spans = this.#spansOf(this.#ownerOf(span) as Y.Item | Struct)
    spans.splice(spans.indexOf(span) + 1, 0, second)
    return second
  }
}

const isSame = (a: Id | undefined, b: Id | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.client === b.client && a.clock === b.clock)
