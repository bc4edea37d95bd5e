import type { Instant } from '../../shared/dates.ts'
import type { Database } from '../db/database.ts'
import { type Repeating, repeat } from '../notice/repeating.ts'
import { openPiece } from './unsealing.ts'

/** Looks for what is held back, and lays it open as fast as others' writing lets it. */
export function startUnsealing(
  db: Database,
  clock: () => Instant,
  onError: (error: unknown) => void,
  everyMs = 3_000,
): Repeating {
  const work = async (isStopped: () => boolean) => {
    while (!isStopped() && (await openPiece(db, clock()))) await new Promise((resolve) => setImmediate(resolve))
  }
  return repeat(everyMs, work, onError)
}
