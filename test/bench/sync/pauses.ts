import { round } from '../../report.ts'
import { load } from './load.ts'
import { untilIdle } from './process.ts'
import { type Bench, interleaved, type Row, withServer } from './row.ts'
import { newRooms, type Place, type Server } from './servers.ts'

/** Whoever opens the large one has its 40 MB before them at once: that must not pass for a peer that does not read. */
const large = { documentBytes: 1_000_000_000, backlogBytes: 128 * 2 ** 20 }
/** As many edits to each document as call for a snapshot of it, while everything is watched. */
const typing = { perRoom: 5, typists: 5, cursors: true, perSecond: 2_525, warmSeconds: 1, seconds: 22 }

/** 100 documents in which people type, and one that has 40 MB, in which they type too. Ours alone: it is held to a time. */
async function measureOne(bench: Bench, server: Server, place: Place): Promise<Record<string, number>> {
  const { kind, url, pid } = server
  const [heavy, ...light] = await newRooms(place, 101)
  const paste = { people: 1, isPaused: false, pieces: bench.quick ? 100 : 400, pieceBytes: 100_000, perSecond: 100 }
  await load({ is: 'flood', kind, url, pid, room: heavy!, ...paste })
  await untilIdle(pid, 30_000)
  const seconds = bench.quick ? 4 : typing.seconds
  const job = { ...typing, seconds, kind, servers: [{ url, pid }], rooms: [heavy!, ...light] }
  const found = await load({ is: 'type', ...job }, undefined, () => server.watchLoop())
  await untilIdle(pid, 30_000)
  const { stallMs, ownStallMs } = await server.longestPause()
  const { p50, p99, missing } = found
  return { longestPauseMs: round(ownStallMs), longestPauseMsByTheClock: round(stallMs), p50, p99, missing }
}

export const pauses: Row = {
  name: 'pauses',
  about: 'the longest pause of our event loop, 100 active documents and one of 40 MB, until all left and were folded',
  isQuick: false,
  measure: (bench) =>
    interleaved(bench, 'pauses', ['ours'], (kind) =>
      withServer(bench, kind, (server, place) => measureOne(bench, server, place), large),
    ),
  goals: [{ name: 'pauses.longestMs', value: (median) => median('ours', 'longestPauseMs'), atMost: 50 }],
}
