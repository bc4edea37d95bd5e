import { type Bench, interleaved, type Row, ratio, typeAt, withServer } from './row.ts'
import { type Kind, kinds } from './servers.ts'

/**
 * 3,000 keystrokes a second in 100 rooms of five are 12,000 deliveries. Measured once every server's code has been compiled
 * for it; Hocuspocus' store falls into the window.
 */
const measureOne = (bench: Bench, kind: Kind): Promise<Record<string, number>> =>
  withServer(bench, kind, async (server, place) => {
    const typing = { rooms: 100, perRoom: 5, perSecond: 3_000 }
    const found = await typeAt(server, place, {
      ...typing,
      warmSeconds: bench.quick ? 1 : 10,
      seconds: bench.quick ? 1.5 : 11,
    })
    const { cpuPer10k, serverCore, p50, p99, missing } = found
    return { secondsPer10kDelivered: cpuPer10k, serverCore, p50, p99, missing }
  })

export const cpu: Row = {
  name: 'cpu',
  about: "seconds of the server's processor for 10,000 deliveries, at 12,000 a second",
  isQuick: true,
  measure: (bench) => interleaved(bench, 'cpu', kinds, (kind) => measureOne(bench, kind)),
  goals: [
    { name: 'cpu.ofHocuspocus', value: ratio('secondsPer10kDelivered', 'hocuspocus'), atMost: 0.7 },
    { name: 'cpu.ofYWebsocket', value: ratio('secondsPer10kDelivered', 'y-websocket'), atMost: 0.5 },
    { name: 'cpu.ofFloor', value: ratio('secondsPer10kDelivered', 'floor'), atMost: 2 },
  ],
}
