/** How a measured quantity was spread: how often it was at most each bound, and the last count, over all of them. */
export interface Spread {
  readonly bounds: readonly number[]
  readonly counts: number[]
  sum: number
}

const spreadOver = (...bounds: number[]): Spread => ({ bounds, counts: Array(bounds.length + 1).fill(0), sum: 0 })

export function note(spread: Spread, value: number): void {
  const { bounds, counts } = spread
  let i = 0
  while (i < bounds.length && value > bounds[i]!) i++
  counts[i]!++
  spread.sum += value
}

/**
 * What an engine has done since it started: plain numbers, counted where it happens with a `++` and read when somebody
 * asks. Nothing here says of whom or of what.
 */
export interface Counters {
  /** Updates and their bytes as they came, before they were judged. */
  updatesIn: number
  updateBytesIn: number
  /** Updates that were new and committed; that the log had already; that rested on something unknown and were asked for again. */
  updatesStored: number
  updatesKnown: number
  updatesGap: number
  /** Updates of other nodes that were read from the log, and how late: milliseconds since they were committed. */
  updatesFromNodes: number
  nodeLagMs: Spread
  /** Frames put on sockets, and their bytes. */
  framesOut: number
  bytesOut: number
  /** Presence messages heard, and such news that was kept from a peer who reads slowly. */
  presenceIn: number
  presenceSkipped: number
  /** How often reading from a socket was paused because its person sent too much. */
  pauses: number
  /** Updates refused, by why; sockets closed or turned away, by code, 0 for one that a client made up. */
  refused: Record<string, number>
  closed: Record<number, number>
  /** Milliseconds of a commit, and how many updates it carried; commits that failed. */
  commitMs: Spread
  commitUpdates: Spread
  commitsFailed: number
  /** Milliseconds of judging and applying in a turn. */
  turnMs: Spread
  /** Milliseconds of folding a document and writing its snapshot, and of opening one. */
  snapshotMs: Spread
  snapshotsFailed: number
  openMs: Spread
}

const shortMs = () => spreadOver(0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000)

export const newCounters = (): Counters => ({
  updatesIn: 0,
  updateBytesIn: 0,
  updatesStored: 0,
  updatesKnown: 0,
  updatesGap: 0,
  updatesFromNodes: 0,
  nodeLagMs: spreadOver(1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000),
  framesOut: 0,
  bytesOut: 0,
  presenceIn: 0,
  presenceSkipped: 0,
  pauses: 0,
  refused: {},
  closed: {},
  commitMs: shortMs(),
  commitUpdates: spreadOver(1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000),
  commitsFailed: 0,
  turnMs: shortMs(),
  snapshotMs: shortMs(),
  snapshotsFailed: 0,
  openMs: shortMs(),
})

/** Counts one under a name. Names are of a fixed few: never a person's, a document's or a client's word. */
export function countOne<Name extends string | number>(counts: Record<Name, number>, name: Name): void {
  counts[name] = (counts[name] ?? 0) + 1
}

/** What clients close with by themselves: done, going away, no code, cut off, too large. */
const usualCodes = new Set([1000, 1001, 1005, 1006, 1009])

/** Counts a socket that the other side closed. Its code is its own to choose, so only the usual ones are told apart. */
export const countLeft = ({ closed }: Counters, code: number): void => countOne(closed, usualCodes.has(code) ? code : 0)
