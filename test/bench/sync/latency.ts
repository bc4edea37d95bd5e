import { above, type Bench, type Goal, interleaved, type Median, type Row, ratio, typeAt, withServer } from './row.ts'
import { kinds } from './servers.ts'

/** Rooms as they are at a forum, ten people typing (twenty where two are a room), and each also with everybody's cursor moving. */
const sizes = [
  { perRoom: 2, rooms: 10 },
  { perRoom: 10, rooms: 1 },
  { perRoom: 50, rooms: 1 },
  { perRoom: 200, rooms: 1 },
]
const scenes = sizes.flatMap((size) => [
  { ...size, cursors: false, name: `room${size.perRoom}` },
  { ...size, cursors: true, name: `room${size.perRoom}cursors` },
])
const typists = 10
const keysPerSecond = 5

const goalsOf = ({ name }: (typeof scenes)[number]): Goal[] => [
  { name: `latency.${name}.p50.ofHocuspocus`, value: ratio(`${name}.p50`, 'hocuspocus'), atMost: 1 },
  { name: `latency.${name}.p50.ofFloor`, value: ratio(`${name}.p50`, 'floor'), atMost: 2 },
  { name: `latency.${name}.p99.msAboveFloor`, value: above(`${name}.p99`, 'floor'), atMost: 5 },
]

/** Deliveries of ours that did not arrive, in whichever scene. */
function missing(median: Median): number | undefined {
  const counts = scenes.flatMap(({ name }) => median('ours', `${name}.missing`) ?? [])
  return counts.length === 0 ? undefined : counts.reduce((sum, count) => sum + count, 0)
}

async function measureOne(bench: Bench, kind: (typeof kinds)[number]): Promise<Record<string, number>> {
  const shown = bench.quick
    ? scenes.filter((scene) => scene.name === 'room10' || scene.name === 'room50cursors')
    : scenes
  return withServer(bench, kind, async (server, place) => {
    // Servers that have run for a while have their code compiled; so must these.
    await typeAt(server, place, { rooms: 20, perRoom: 5, perSecond: 1_000, seconds: bench.quick ? 0.3 : 2 })
    const figures: Record<string, number> = {}
    for (const { name, perRoom, rooms, cursors } of shown) {
      const inRoom = Math.min(typists, perRoom)
      const perSecond = inRoom * rooms * keysPerSecond
      const seconds = bench.quick ? 1.5 : 3
      const found = await typeAt(server, place, { rooms, perRoom, typists: inRoom, cursors, perSecond, seconds })
      for (const figure of ['p50', 'p99', 'savedP50', 'savedP99', 'missing'] as const)
        if (Number.isFinite(found[figure])) figures[`${name}.${figure}`] = found[figure]
    }
    return figures
  })
}

export const latency: Row = {
  name: 'latency',
  about: 'keystroke to all others, at five a second by ten typists, in rooms of 2, 10, 50 and 200',
  isQuick: true,
  measure: (bench) => interleaved(bench, 'latency', kinds, (kind) => measureOne(bench, kind)),
  goals: [...scenes.flatMap(goalsOf), { name: 'latency.missing', value: missing, atMost: 0 }],
}
