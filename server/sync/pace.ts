/** The longest time from the beginning of a turn to the beginning of the next; and the updates a second for each millisecond of it. */
const longestMs = 20
const updatesAMs = 150
/** How far back the rate looks. */
const memoryMs = 500

/**
 * How often turns are taken. A turn has its costs, however little it does: a commit, and a write to every connection that
 * it has news for. Who types among few is passed on at once; where a node takes thousands of updates a second, turns are
 * up to twenty milliseconds apart, so that what one room has is committed and sent together. Nobody sees the difference,
 * and the node carries twice as much.
 */
export interface Pace {
  /** Resolves when the next turn may begin; sockets are read in between, at least once. */
  wait(): Promise<void>
  /** A turn that began then has taken so many updates. */
  took(began: number, updates: number): void
}

export function startPace(): Pace {
  let rate = 0
  let at = performance.now()
  let next = 0
  return {
    wait: () =>
      new Promise((resolve) => {
        const ms = next - performance.now()
        if (ms >= 1) setTimeout(resolve, ms)
        else setImmediate(resolve)
      }),
    took: (began, updates) => {
      rate = rate * Math.exp((at - began) / memoryMs) + (updates * 1_000) / memoryMs
      at = began
      next = began + Math.min(longestMs, rate / updatesAMs)
    },
  }
}
