import { dataFile } from '../../data.ts'
import { load } from './load.ts'
import { type Bench, type Goal, interleaved, type Median, type Row, ratio, withServer } from './row.ts'
import { type Kind, kinds, newRooms } from './servers.ts'

/** One that three people wrote at the same time, and one that a single person wrote. */
const histories = [
  { name: 'clownschool', path: dataFile('editing_traces', 'concurrent', 'clownschool.json.gz') },
  { name: 'blogPost', path: dataFile('editing_traces', 'sequential', 'json-crdt-blog-post.json.gz') },
]

const measureOne = (bench: Bench, kind: Kind): Promise<Record<string, number>> =>
  withServer(bench, kind, async (server, place) => {
    const figures: Record<string, number> = {}
    for (const { name, path } of histories) {
      if (!path) continue
      const rooms = await newRooms(place, 2)
      const found = await load({ is: 'replay', kind, url: server.url, rooms, path })
      figures[`${name}.ms`] = found.ms
      figures[`${name}.editsPerSecond`] = Math.round((found.edits * 1000) / found.ms)
      figures[`${name}.isExact`] = found.isExact
    }
    return figures
  })

const goalsOf = (name: string): Goal[] => [
  { name: `traces.${name}.exactText`, value: (median: Median) => median('ours', `${name}.isExact`), atLeast: 1 },
  { name: `traces.${name}.ms.ofHocuspocus`, value: ratio(`${name}.ms`, 'hocuspocus'), atMost: 1 },
  { name: `traces.${name}.ms.ofYWebsocket`, value: ratio(`${name}.ms`, 'y-websocket'), atMost: 1 },
]

export const traces: Row = {
  name: 'traces',
  about: 'two real editing histories through sockets, agents on their own, each waiting for what it had seen',
  isQuick: false,
  measure: async (bench) => {
    for (const { name, path } of histories) if (!path) bench.say(`traces: the data of ${name} is not here; skipped`)
    if (histories.every(({ path }) => !path)) return []
    return interleaved(bench, 'traces', kinds, (kind) => measureOne(bench, kind))
  },
  goals: histories.flatMap(({ name }) => goalsOf(name)),
}
