import * as Y from 'yjs'
import type { Held } from './lineage.ts'

/** Everything that ever stood in the list of a type, in its order. */
export function itemsOf(type: Held): Y.Item[] {
  const items: Y.Item[] = []
  for (let item = type._start; item; item = item.right) items.push(item)
  return items
}

/** Everything that ever stood under a key: the last is the one that stands, or stood last. */
export function entriesOf(type: Held, key: string): Y.Item[] {
  const items: Y.Item[] = []
  for (let item = type._map.get(key) ?? null; item; item = item.left) items.push(item)
  return items.reverse()
}

/** The plain value of an entry; of the position, where it holds several. */
export const heldBy = (item: Y.Item | undefined, clock?: number): unknown =>
  item?.content instanceof Y.ContentAny
    ? item.content.arr.at(clock === undefined ? -1 : clock - item.id.clock)
    : undefined

/** Sets a mark on the characters that follow, or ends it. */
export function setMark(marks: Map<string, unknown>, { key, value }: Y.ContentFormat): void {
  if (value === null) marks.delete(key)
  else marks.set(key, value)
}
