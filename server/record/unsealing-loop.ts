import type { Instant } from '../../shared/dates.ts'
import type { Database } from '../db/database.ts'
import { openPiece } from './unsealing.ts'

/** Looks for what is held back, and lays it open as fast as others' writing lets it. */
export function startUnsealing(
  db: Database,
  clock: () => Instant,
  onError: (error: unknown) => void,
  everyMs = 3_000,
): { stop(): Promise<void> } {
  let running: Promise<void> | undefined
  let stopped = false
  const work = async () => {
    while (!stopped && (await openPiece(db, clock()))) await new Promise((resolve) => setImmediate(resolve))
  }
  const tick = () => {
    running ??= work()
      .catch(onError)
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(tick, everyMs)
  tick()
  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await running
    },
  }
}
