import { quantile, round } from '../../report.ts'
import { load } from './load.ts'
import type { OpenFound } from './opening.ts'
import { pause, untilIdle } from './process.ts'
import { type Bench, type Goal, interleaved, type Row, ratio } from './row.ts'
import { type Kind, newPlace, newRooms, type Place, removePlace, startServer } from './servers.ts'

/** So that our server takes no snapshot: what is opened then is the log alone. */
const neverFold = { snapshotUpdates: 1_000_000_000, snapshotBytes: 1_000_000_000 }

/** Documents by how they lie in the store. Only ours can be asked to keep a log without a snapshot. */
const documents = [
  { name: 'edits10k', edits: 10_000, isFolded: true },
  { name: 'edits100k', edits: 100_000, isFolded: true },
  { name: 'rows100k', edits: 100_000, isFolded: false },
]
type Stored = (typeof documents)[number] & { room: string; hash: string; bytes: number }

/** Writes the documents once; each server then does with them what it does when the last client has left. */
async function storeAll(bench: Bench, place: Place): Promise<Stored[]> {
  const stored: Stored[] = []
  for (const document of documents.filter(({ isFolded }) => isFolded || place.kind === 'ours')) {
    const server = await startServer(place, document.isFolded ? {} : neverFold)
    const [room] = await newRooms(place, 1)
    const job = { kind: place.kind, url: server.url, rooms: [room!], together: 1, seed: bench.seed }
    const whileThere = document.isFolded ? undefined : () => server.kill()
    const { hash, bytes } = await load({ is: 'store', ...job, edits: document.edits }, whileThere)
    stored.push({ ...document, room: room!, hash, bytes })
    if (document.isFolded) {
      await pause(500)
      await untilIdle(server.pid, 60_000)
      await server.stop()
    }
  }
  return stored
}

/** Opens each document in a process of its own, some times. A server that would fold while it leaves is not let to. */
async function openAll(bench: Bench, place: Place, stored: readonly Stored[]): Promise<Record<string, number>> {
  const figures: Record<string, number> = {}
  for (const { name, room, hash, bytes, isFolded } of stored) {
    const found: OpenFound[] = []
    for (let i = 0; i < (bench.quick ? 1 : 3); i++) {
      const server = await startServer(place, isFolded ? {} : neverFold)
      found.push(await load({ is: 'open', kind: place.kind, url: server.url, room, hash }, () => server.kill()))
    }
    const median = (of: (one: OpenFound) => number) => quantile(found.map(of), 0.5)
    figures[`${name}.ms`] = round(median((one) => one.firstMs))
    figures[`${name}.secondClientMs`] = round(median((one) => one.secondMs))
    figures[`${name}.bytesOfMerged`] = round(median((one) => one.bytes) / bytes, 3)
  }
  // The others have one way to lie in the store: what ours does with its bare log is compared with that.
  const [ms, second] = ['edits100k.ms', 'edits100k.secondClientMs']
  if (place.kind !== 'ours')
    Object.assign(figures, { 'rows100k.ms': figures[ms], 'rows100k.secondClientMs': figures[second] })
  return figures
}

async function measure(bench: Bench) {
  const places = new Map<Kind, { place: Place; stored: Stored[] }>()
  for (const kind of bench.kinds.filter((kind) => kind !== 'floor')) {
    const place = newPlace(kind, bench.ground)
    places.set(kind, { place, stored: await storeAll(bench, place) })
  }
  const samples = await interleaved(bench, 'cold-open', [...places.keys()], (kind) => {
    const { place, stored } = places.get(kind)!
    return openAll(bench, place, stored)
  })
  for (const { place } of places.values()) removePlace(place)
  return samples
}

const goals: Goal[] = [
  { name: 'coldOpen.edits10k.ofHocuspocus', value: ratio('edits10k.ms', 'hocuspocus'), atMost: 0.4 },
  { name: 'coldOpen.edits100k.ofHocuspocus', value: ratio('edits100k.ms', 'hocuspocus'), atMost: 0.4 },
  { name: 'coldOpen.rows100k.ofHocuspocus', value: ratio('rows100k.ms', 'hocuspocus'), atMost: 1.5 },
  ...documents.map(({ name }) => ({
    name: `coldOpen.${name}.bytesOfMerged`,
    value: (median: (server: Kind, figure: string) => number | undefined) => median('ours', `${name}.bytesOfMerged`),
    atMost: 1.1,
  })),
]

export const coldOpen: Row = {
  name: 'cold-open',
  about: 'a fresh process opens 10,000 and 100,000 human edits, compacted, and 100,000 rows that are not',
  isQuick: false,
  measure,
  goals,
}
