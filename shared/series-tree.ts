import { type Period, partsOf } from './period.ts'

/** One team's counts by period, and which of them add up to which: what is known of some tells of the others. */
export interface SeriesTree {
  values: ReadonlyMap<Period, number>
  /** For a period that is the sum of others: those, as few as there are. */
  children: ReadonlyMap<Period, readonly Period[]>
  parent: ReadonlyMap<Period, Period>
}

/**
 * What a team counted, period by period; undefined where it withheld the figure itself. A figure that was withheld and
 * that the others give back is given back here, too: any figures that agree with what is known will do.
 */
export function seriesTree(said: ReadonlyMap<Period, number | undefined>): SeriesTree {
  const tilings = [...said.keys()].flatMap((whole) => {
    const parts = tilingOf(whole, said)
    return parts ? [{ whole, parts }] : []
  })
  const values = filledIn(said, tilings)
  const sum = (parts: readonly Period[]) => parts.reduce((total, part) => total + values.get(part)!, 0)
  const children = new Map(
    tilings.flatMap(({ whole, parts }) => (values.get(whole) === sum(parts) ? [[whole, parts] as const] : [])),
  )
  const parent = new Map([...children].flatMap(([whole, parts]) => parts.map((part) => [part, whole] as const)))
  return { values, children, parent }
}

/** The longest periods at hand that make up a whole; undefined where some of its time is not told of. */
function tilingOf(whole: Period, said: ReadonlyMap<Period, unknown>): Period[] | undefined {
  const parts: Period[] = []
  for (const part of partsOf(whole)) {
    const tiles = said.has(part) ? [part] : tilingOf(part, said)
    if (!tiles) return undefined
    parts.push(...tiles)
  }
  return parts.length > 0 ? parts : undefined
}

interface Tiling {
  whole: Period
  parts: readonly Period[]
}

/** Withheld figures as the others leave room for them; those that nothing else tells of stay out. */
function filledIn(
  said: ReadonlyMap<Period, number | undefined>,
  tilings: readonly Tiling[],
): ReadonlyMap<Period, number> {
  const values = new Map([...said].flatMap(([period, value]) => (value === undefined ? [] : [[period, value]])))
  for (let filled = true; filled; ) filled = tilings.some((tiling) => fill(tiling, values))
  return values
}

function fill({ whole, parts }: Tiling, values: Map<Period, number>): boolean {
  const open = parts.filter((part) => !values.has(part))
  const told = parts.reduce((total, part) => total + (values.get(part) ?? 0), 0)
  const all = values.get(whole)
  if (all === undefined && open.length === 0) {
    values.set(whole, told)
    return true
  }
  if (all === undefined || open.length === 0) return false
  for (const [i, part] of open.entries()) values.set(part, i === 0 ? Math.max(0, all - told) : 0)
  return true
}

/** A period with all that must move when it does: the sums that it is in, and of its own parts the widest, down to one. */
export function chainOf(tree: SeriesTree, period: Period, widthOf: (period: Period) => number): Period[] {
  const above: Period[] = []
  for (let up = tree.parent.get(period); up; up = tree.parent.get(up)) above.unshift(up)
  const widest = (whole: Period) =>
    tree.children.get(whole)?.reduce((most, part) => (widthOf(part) > widthOf(most) ? part : most))
  const below: Period[] = []
  for (let down = widest(period); down; down = widest(down)) below.push(down)
  return [...above, period, ...below]
}

/** Whether a team's figures of these periods can move together by as much, and everything else stay as it is. */
export function movesTogether({ values, children, parent }: SeriesTree, chain: readonly Period[]): boolean {
  const inChain = new Set(chain)
  return chain.every((period) => {
    const up = parent.get(period)
    const parts = children.get(period)
    if (!values.has(period) || (up && !inChain.has(up))) return false
    return !parts || parts.filter((part) => inChain.has(part)).length === 1
  })
}
