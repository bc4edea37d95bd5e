import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

const everyMs = 10

export interface Stalls {
  stallMs: number
  ownStallMs: number
  busyStallMs: number
}

/**
 * Measures how long the event loop of this process stands still: by the clock, as Node's histogram has it; without the time
 * in which the thread was ready but the machine ran others; and what of it the thread was at work, not waiting for a disk.
 */
export function watchStalls(): { sinceLast(): Stalls } {
  const histogram = monitorEventLoopDelay({ resolution: everyMs })
  histogram.enable()
  let ownStallMs = 0
  let busyStallMs = 0
  let used = process.threadCpuUsage()
  let last = performance.now()
  let waited = waitedMs()
  const look = () => {
    const now = performance.now()
    const waitedNow = waitedMs()
    ownStallMs = Math.max(ownStallMs, now - last - everyMs - (waitedNow - waited))
    const { user, system } = process.threadCpuUsage(used)
    busyStallMs = Math.max(busyStallMs, (user + system) / 1000)
    used = process.threadCpuUsage()
    last = now
    waited = waitedNow
    setTimeout(look, everyMs).unref()
  }
  setTimeout(look, everyMs).unref()
  return {
    sinceLast: () => {
      const stallMs = Math.max(0, histogram.max / 1e6 - everyMs)
      const found = { stallMs: Number.isFinite(stallMs) ? stallMs : 0, ownStallMs, busyStallMs }
      histogram.reset()
      ownStallMs = 0
      busyStallMs = 0
      return found
    },
  }
}

/** How long this process' first thread has waited for a processor, as Linux counts it. */
function waitedMs(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}
