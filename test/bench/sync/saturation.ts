import { findHighest, guess, onceEach, rateOf } from './ladder.ts'
import { type Bench, interleaved, type Row, ratio, typeAt, withServer } from './row.ts'
import type { Kind } from './servers.ts'

const load = { rooms: 1, perRoom: 200, typists: 20 }
const limit = 200
/** No goal is held against y-websocket's here; it sends as many messages as the floor. */
const contenders = ['floor', 'hocuspocus', 'ours'] as const

/** One room of 200 at the highest rate that it takes; and what ours uses at the rate at which Hocuspocus ends. */
function climber(bench: Bench) {
  const guesses = new Map<Kind, number>()
  return (kind: Kind): Promise<Record<string, number>> =>
    withServer(bench, kind, async (server, place) => {
      const attempt = (seconds: number) => (k: number) =>
        typeAt(server, place, { ...load, perSecond: rateOf(k), seconds, warmSeconds: 1 })
      const short = onceEach(attempt(1.5))
      const from = guesses.get(kind) ?? (await guess(short.at, [limit], 0))[0]!
      const windows = bench.quick ? short : onceEach(attempt(4))
      const best = bench.quick ? from : await findHighest(windows.at, limit, from, 0)
      guesses.set(kind, best)
      const atBest = await windows.at(Math.max(0, best))
      const theirs = guesses.get('hocuspocus')
      const alike = kind === 'ours' && theirs !== undefined && best >= theirs ? await windows.at(theirs) : atBest
      return {
        deliveredPerSecond: atBest.deliveredPerSecond,
        updatesPerSecond: rateOf(best),
        serverCore: atBest.serverCore,
        loadCore: atBest.loadCore,
        coreAtHocuspocusRate: alike.serverCore,
      }
    })
}

export const saturation: Row = {
  name: 'saturation',
  about: 'one room of 200 with twenty typists at the highest rate with p99 within 200 ms',
  isQuick: false,
  measure: (bench) => interleaved(bench, 'saturation', contenders, climber(bench)),
  goals: [
    { name: 'saturation.delivered.ofHocuspocus', value: ratio('deliveredPerSecond', 'hocuspocus'), atLeast: 1 },
    { name: 'saturation.core.ofHocuspocus', value: ratio('coreAtHocuspocusRate', 'hocuspocus'), atMost: 0.8 },
    { name: 'saturation.delivered.ofFloor', value: ratio('deliveredPerSecond', 'floor'), atLeast: 3 },
  ],
}
