import type { Direction } from '../record.ts'

export interface Placed<Item> {
  item: Item
  /** 1 for the best; those with the same figure share a place, and the next is counted from all before it. Absent: not ranked. */
  place?: number | undefined
}

/**
 * The best first; those that cannot be ranked after them, in the order in which they came. Where neither more nor less is
 * better there is no best, and no place: the largest stands first.
 */
export function rank<Item>(
  items: readonly Item[],
  direction: Direction,
  figureOf: (item: Item) => number | undefined,
): Placed<Item>[] {
  const sign = direction === 'less' ? 1 : -1
  const ranked = items
    .flatMap((item) => {
      const figure = figureOf(item)
      return figure === undefined ? [] : [{ item, figure }]
    })
    .sort((a, b) => sign * (a.figure - b.figure))
  let place = 0
  const placed = ranked.map(({ item, figure }, i): Placed<Item> => {
    if (i === 0 || ranked[i - 1]!.figure !== figure) place = i + 1
    return direction === 'neither' ? { item } : { item, place }
  })
  return [...placed, ...items.filter((item) => figureOf(item) === undefined).map((item) => ({ item }))]
}
