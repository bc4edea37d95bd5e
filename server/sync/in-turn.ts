import { Refused } from '../../shared/refusals.ts'

let last: Promise<unknown> = Promise.resolve()
let waiting = 0
const waitingAtMost = 24

/** What takes a whole text to be built is done one at a time. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= waitingAtMost) throw new Refused('history_busy')
  waiting++
  const turn = last.then(work)
  last = turn.then(
    () => undefined,
    () => undefined, // told to who asked for it
  )
  return turn.finally(() => waiting--)
}
