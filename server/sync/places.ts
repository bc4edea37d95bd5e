import * as Y from 'yjs'
import type { Shape, TypeKind } from '../../shared/live.ts'
import type { Id } from './update.ts'

/** A shared type as the gate sees it: what it is and how deep it lies. Two structs are in one list when theirs is the same object. */
export interface Place {
  kind: TypeKind | undefined
  depth: number
  /** The type in the document; absent while only the update has it. */
  type?(): Y.AbstractType<unknown> | undefined
}

/** Where a position is: in a list of a type (under a key, where the type has keys), or collected as garbage. */
export interface Spot {
  place: Place
  sub: string | undefined
  /** The type that the position itself holds, if it holds one. */
  holds: Place | undefined
}
export const gone = Symbol('collected as garbage')

/** The types of one shadow document, remembered: a type never moves. */
export interface Places {
  ofType(type: Y.AbstractType<unknown>): Place
  ofRoot(name: string): Place | undefined
  /** Where a position of the document is; it must be known to the document. */
  at(id: Id): Spot | typeof gone
}

export function placesOf(doc: Y.Doc, shape: Shape): Places {
  const known = new WeakMap<Y.AbstractType<unknown>, Place>()
  const roots = new Map<string, Place>()

  const ofRoot = (name: string): Place | undefined => {
    if (!Object.hasOwn(shape.roots, name)) return undefined
    const place = roots.get(name) ?? {
      kind: shape.roots[name],
      depth: 1,
      type: () => doc.share.get(name) as Y.AbstractType<unknown> | undefined,
    }
    roots.set(name, place)
    return place
  }

  const ofType = (type: Y.AbstractType<unknown>): Place => {
    const before = known.get(type)
    if (before) return before
    const holder = type._item
    const place = holder
      ? { kind: kindOf(type), depth: ofType(holder.parent as Y.AbstractType<unknown>).depth + 1, type: () => type }
      : (ofRoot(Y.findRootTypeKey(type)) ?? { kind: undefined, depth: 1 })
    known.set(type, place)
    return place
  }

  const at = ({ client, clock }: Id): Spot | typeof gone => {
    const struct = Y.getItem(doc.store, Y.createID(client, clock))
    if (!(struct instanceof Y.Item)) return gone
    const holds = struct.content instanceof Y.ContentType ? ofType(struct.content.type) : undefined
    return { place: ofType(struct.parent as Y.AbstractType<unknown>), sub: struct.parentSub ?? undefined, holds }
  }

  return { ofType, ofRoot, at }
}

/** XmlElement is a fragment and XmlText a text to JavaScript, so the narrower is asked first. */
function kindOf(type: Y.AbstractType<unknown>): TypeKind | undefined {
  if (type instanceof Y.XmlElement) return 'element'
  if (type instanceof Y.XmlFragment) return 'fragment'
  if (type instanceof Y.Text) return 'text'
  if (type instanceof Y.Map) return 'map'
  if (type instanceof Y.Array) return 'array'
  return undefined
}
