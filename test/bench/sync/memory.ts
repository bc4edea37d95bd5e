import { round } from '../../report.ts'
import { load } from './load.ts'
import { pause, untilIdle } from './process.ts'
import { type Bench, type Row, ratio, type Sample } from './row.ts'
import { type Kind, newPlace, newRooms, type Place, removePlace, type Server, startServer } from './servers.ts'

const connections = { first: 200, more: 2_000 }
const documents = { first: 20, more: 60 }
const edits = 10_000
const restMs = 65_000
const roomy = { documentPeers: 10_000 }

/**
 * What more of the same takes: the first few of each are there before it is read, so that what a server allocates once
 * is not counted. Servers and repetitions rest at the same time: nobody needs the processor meanwhile.
 */
async function measure(bench: Bench): Promise<Sample[]> {
  const samples: Sample[] = []
  for (let repetition = 1; repetition <= bench.repetitions; repetition++) {
    const sampleOf = async (server: Kind) => ({
      row: 'memory',
      server,
      repetition,
      figures: await measureConnections(bench, server),
    })
    samples.push(...(await Promise.all(bench.kinds.map(sampleOf))))
  }
  const stored: { sample: Sample; documents: Stored }[] = []
  for (const sample of samples.filter(({ server }) => server !== 'floor'))
    stored.push({ sample, documents: await storeDocuments(bench, sample.server) })
  await Promise.all(
    stored.map(async ({ sample, documents }) => {
      sample.figures.documentKb = await measureDocuments(bench, documents)
    }),
  )
  for (const { server, figures } of samples) bench.say(`memory ${server}: ${JSON.stringify(figures)}`)
  return samples
}

async function measureConnections(bench: Bench, kind: Kind): Promise<Record<string, number>> {
  const place = newPlace(kind, bench.ground)
  const server = await startServer(place, roomy)
  const rooms = await newRooms(place, 1)
  const idleMb = server.usage().rssMb
  const job = { is: 'hold', kind, url: server.url, rooms } as const
  const read = async () => {
    await untilIdle(server.pid)
    await pause(2_000)
    return server.usage().rssMb
  }
  let growthMb = 0
  await load({ ...job, perRoom: connections.first, firstPerson: 0 }, async () => {
    const before = await read()
    const more = bench.quick ? 300 : connections.more
    await load({ ...job, perRoom: more, firstPerson: connections.first }, async () => {
      growthMb = ((await read()) - before) * (connections.more / more)
    })
  })
  await server.stop()
  removePlace(place)
  return { idleMb: round(idleMb), connectionKb: round((growthMb * 1024) / connections.more) }
}

interface Stored {
  place: Place
  first: string[]
  more: string[]
}

/** Documents of 10,000 edits, on the disk. */
async function storeDocuments(bench: Bench, kind: Kind): Promise<Stored> {
  const place = newPlace(kind, bench.ground)
  const server = await startServer(place)
  const more = bench.quick ? 10 : documents.more
  const rooms = await newRooms(place, documents.first + more)
  await load({ is: 'store', kind, url: server.url, rooms, edits, together: 100, seed: bench.seed })
  await pause(500)
  await untilIdle(server.pid, 60_000)
  await server.stop()
  return { place, first: rooms.slice(0, documents.first), more: rooms.slice(documents.first) }
}

/** Opens them in a fresh process, one reader each, and lets them rest for a minute. */
async function measureDocuments(bench: Bench, { place, first, more }: Stored): Promise<number> {
  const server: Server = await startServer(place)
  const job = { is: 'hold', kind: place.kind, url: server.url, perRoom: 1 } as const
  const restAndRead = async () => {
    await pause(bench.quick ? 3_000 : restMs)
    return server.usage().rssMb
  }
  let growthMb = 0
  await load({ ...job, rooms: first, firstPerson: 0 }, async () => {
    const before = await restAndRead()
    await load({ ...job, rooms: more, firstPerson: documents.first }, async () => {
      growthMb = (await restAndRead()) - before
    })
  })
  await server.stop()
  removePlace(place)
  return round((growthMb * 1024) / more.length)
}

export const memory: Row = {
  name: 'memory',
  about: 'memory per connection, and per open document of 10,000 edits that has rested for a minute',
  isQuick: false,
  measure,
  goals: [
    { name: 'memory.connection.ofHocuspocus', value: ratio('connectionKb', 'hocuspocus'), atMost: 0.8 },
    { name: 'memory.document.ofHocuspocus', value: ratio('documentKb', 'hocuspocus'), atMost: 0.2 },
  ],
}
