import { findHighest, guess, onceEach, rateOf } from './ladder.ts'
import { type Bench, interleaved, type Row, ratio, typeAt, withServer } from './row.ts'
import { type Kind, kinds } from './servers.ts'

const limits = [50, 200]
const load = { rooms: 100, perRoom: 5 }
/** Long enough that Hocuspocus stores its documents once in it: it does so ten seconds after the first keystroke. */
const windowSeconds = 11

/**
 * How many updates a second pass while 99 of 100 arrive in time. The first time a server is tried, short windows give an
 * idea; what counts is the long windows around it.
 */
function climber(bench: Bench) {
  const guesses = new Map<Kind, number[]>()
  const first = 9
  return (kind: Kind): Promise<Record<string, number>> =>
    withServer(bench, kind, async (server, place) => {
      const attempt = (seconds: number) => (k: number) => {
        return typeAt(server, place, { ...load, perSecond: rateOf(k), seconds, warmSeconds: 0.7 })
      }
      const short = onceEach(attempt(bench.quick ? 1 : 2))
      const from = guesses.get(kind) ?? (await guess(short.at, limits, first))
      const long = bench.quick ? short : onceEach(attempt(windowSeconds))
      const best: number[] = []
      for (const [i, limit] of limits.entries())
        best.push(
          bench.quick ? from[i]! : await findHighest(long.at, limit, Math.max(from[i]!, best[i - 1] ?? -1), first - 3),
        )
      guesses.set(kind, best)
      const atBest = long.tried.get(best[1]!)
      return {
        updatesPerSecondWithin50ms: rateOf(best[0]!),
        updatesPerSecondWithin200ms: rateOf(best[1]!),
        ...(atBest && { p50: atBest.p50, serverCore: atBest.serverCore, loadCore: atBest.loadCore }),
      }
    })
}

const [within50, within200] = ['updatesPerSecondWithin50ms', 'updatesPerSecondWithin200ms']

export const capacity: Row = {
  name: 'capacity',
  about: 'updates a second with p99 within 200 ms and 50 ms, in 100 rooms of five where everybody types',
  isQuick: false,
  measure: (bench) => interleaved(bench, 'capacity', kinds, climber(bench)),
  goals: [
    { name: 'capacity.within200ms.ofHocuspocus', value: ratio(within200, 'hocuspocus'), atLeast: 2.5 },
    { name: 'capacity.within200ms.ofYWebsocket', value: ratio(within200, 'y-websocket'), atLeast: 3 },
    { name: 'capacity.within200ms.ofFloor', value: ratio(within200, 'floor'), atLeast: 0.6 },
    { name: 'capacity.within50ms.ofHocuspocus', value: ratio(within50, 'hocuspocus'), atLeast: 4 },
    { name: 'capacity.within50ms.ofYWebsocket', value: ratio(within50, 'y-websocket'), atLeast: 2 },
    { name: 'capacity.within50ms.ofFloor', value: ratio(within50, 'floor'), atLeast: 0.5 },
  ],
}
