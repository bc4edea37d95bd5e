import { standardLimits } from '../../../server/sync/limits.ts'
import { round } from '../../report.ts'
import { load } from './load.ts'
import { type Bench, interleaved, type Median, type Row, withServer } from './row.ts'
import { type Kind, kinds, newRooms } from './servers.ts'

const capMb = standardLimits.backlogBytes / 2 ** 20
/** 40 MB in ten seconds. Ours takes documents of that size only when told to. */
const flooding = { people: 6, pieces: 4_000, pieceBytes: 10_000, perSecond: 400 }
const large = { documentBytes: 1_000_000_000 }

async function measureOne(bench: Bench, kind: Kind): Promise<Record<string, number>> {
  const flood = (isPaused: boolean) =>
    withServer(
      bench,
      kind,
      async (server, place) => {
        const [room] = await newRooms(place, 1)
        const amount = bench.quick ? { ...flooding, pieces: 800, perSecond: 200 } : flooding
        return load({ is: 'flood', kind, url: server.url, pid: server.pid, room: room!, isPaused, ...amount })
      },
      large,
    )
  const reading = await flood(false)
  const paused = await flood(true)
  return {
    'growthMb.allRead': reading.growthMb,
    'growthMb.onePaused': paused.growthMb,
    growthMbAbove: round(paused.growthMb - reading.growthMb),
    'p99.allRead': reading.p99,
    'p99.onePaused': paused.p99,
    p99OfOthers: round(paused.p99 / reading.p99, 3),
    missing: reading.missing + paused.missing,
    closedWith: paused.closedWith,
    resynced: paused.resynced,
  }
}

/** Shown for comparison, once: what is asked of ours is asked beside itself. */
const others = kinds.filter((kind) => kind !== 'ours')

const ours = (figure: string) => (median: Median) => median('ours', figure)

export const slowReader: Row = {
  name: 'slow-reader',
  about: 'one of six clients stops reading while 40 MB pass in ten seconds',
  isQuick: false,
  measure: async (bench) => [
    ...(await interleaved({ ...bench, repetitions: 1 }, 'slow-reader', others, (kind) => measureOne(bench, kind))),
    ...(await interleaved(bench, 'slow-reader', ['ours'], (kind) => measureOne(bench, kind))),
  ],
  goals: [
    { name: 'slowReader.growthMbAboveAllReading', value: ours('growthMbAbove'), atMost: capMb },
    { name: 'slowReader.closedAndResynced', value: closedAndResynced, atLeast: 1 },
    { name: 'slowReader.p99OfOthers', value: ours('p99OfOthers'), atMost: 1.5 },
  ],
}

function closedAndResynced(median: Median): number | undefined {
  const [code, resynced] = [median('ours', 'closedWith'), median('ours', 'resynced')]
  return code === undefined || resynced === undefined ? undefined : code > 0 ? resynced : 0
}
