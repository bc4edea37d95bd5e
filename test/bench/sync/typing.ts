import * as Y from 'yjs'
import { round } from '../../report.ts'
import { type Client, connect } from './client.ts'
import { type Histogram, newHistogram, record, timeAt } from './histogram.ts'
import { type Hand, newHand } from './keystrokes.ts'
import { pause, usageOf } from './process.ts'
import type { Kind } from './servers.ts'

/** People at documents, some of whom type; what is measured is how long each keystroke takes to everybody else. */
export interface TypingJob {
  is: 'type'
  kind: Kind
  /** Nodes of one installation; people are spread over them in turn. */
  servers: { url: string; pid: number }[]
  rooms: string[]
  perRoom: number
  typists: number
  /** Each keystroke also moves a cursor. */
  cursors: boolean
  /** Keystrokes of all typists together. */
  perSecond: number
  warmSeconds: number
  seconds: number
}

export interface TypingFound {
  sent: number
  missing: number
  p50: number
  p99: number
  /** Of deliveries from one node to another. */
  betweenP50: number
  betweenP99: number
  savedP50: number
  savedP99: number
  perSecond: number
  deliveredPerSecond: number
  /** Parts of a core: the servers' together, and this process's. */
  serverCore: number
  loadCore: number
  cpuPer10k: number
}

/** What a room's people have seen of its typists' keystrokes. */
interface Table {
  hands: Hand[]
  clients: Client[]
  sentAt: number[][]
  /** By client, by typist: how many keystrokes have arrived. */
  seen: Uint32Array[]
  saved: number[]
  read: Map<string, [typist: number, until: number][]>
}

interface Tally {
  times: Histogram
  between: Histogram
  saves: Histogram
  sent: number
  expected: number
}

const newTally = (): Tally => ({
  times: newHistogram(),
  between: newHistogram(),
  saves: newHistogram(),
  sent: 0,
  expected: 0,
})

export async function type(job: TypingJob): Promise<TypingFound> {
  const tally = newTally()
  const tables: Table[] = []
  for (const [n, room] of job.rooms.entries()) tables.push(await setTable(job, room, n, tally))
  await until(() => tables.every((table) => table.seen.every((seen, i) => hasBegun(seen, i))), 20_000)
  for (const table of tables) for (const seen of table.seen) seen.fill(0)
  await typeFor(job, tables, tally, job.warmSeconds)
  Object.assign(tally, newTally())
  process.send?.('begins')
  const before = reading(job)
  const began = performance.now()
  await typeFor(job, tables, tally, job.seconds)
  const seconds = (performance.now() - began) / 1000
  const after = reading(job)
  await Promise.all(tables.flatMap((table) => table.clients.map((client) => client.close())))
  const serverMs = after.server - before.server
  return {
    sent: tally.sent,
    missing: tally.expected - tally.times.total,
    p50: round(timeAt(tally.times, 0.5), 3),
    p99: round(timeAt(tally.times, 0.99), 3),
    betweenP50: round(timeAt(tally.between, 0.5), 3),
    betweenP99: round(timeAt(tally.between, 0.99), 3),
    savedP50: round(timeAt(tally.saves, 0.5), 3),
    savedP99: round(timeAt(tally.saves, 0.99), 3),
    perSecond: Math.round(tally.sent / seconds),
    deliveredPerSecond: Math.round(tally.times.total / seconds),
    serverCore: round(serverMs / 1000 / seconds, 3),
    loadCore: round((after.load - before.load) / 1000 / seconds, 3),
    cpuPer10k: round(((serverMs / 1000) * 10_000) / Math.max(1, tally.times.total), 4),
  }
}

const begun = 1
const hasBegun = (seen: Uint32Array, client: number): boolean =>
  seen.every((count, typist) => typist === client || count === begun)

/** Everybody of a room sits down; typists begin a paragraph, and cursors are shown once. */
async function setTable(job: TypingJob, room: string, n: number, tally: Tally): Promise<Table> {
  const table: Table = {
    hands: Array.from({ length: job.typists }, (_, i) => newHand(1_000 + n * job.perRoom + i)),
    clients: [],
    sentAt: Array.from({ length: job.typists }, () => []),
    seen: Array.from({ length: job.perRoom }, () => new Uint32Array(job.typists)),
    saved: new Array(job.typists).fill(0),
    read: new Map(),
  }
  const typistOf = new Map(table.hands.map((hand, i) => [hand.clientId, i]))
  const sit = async (i: number) => {
    const { url } = job.servers[i % job.servers.length]!
    const client = await connect({ kind: job.kind, url, room, person: n * job.perRoom + i })
    client.listener.update = (bytes) => hearUpdate(table, i, bytes, typistOf, tally, job.servers.length)
    if (i < job.typists) client.listener.stored = (clientSeq) => hearStored(table, i, clientSeq, tally)
    return client
  }
  table.clients = await Promise.all(Array.from({ length: job.perRoom }, (_, i) => sit(i)))
  for (const [i, hand] of table.hands.entries()) {
    table.clients[i]!.sendUpdate(hand.beginning)
    if (job.cursors) table.clients[i]!.sendPresence(hand.cursor())
  }
  return table
}

function hearUpdate(
  table: Table,
  client: number,
  bytes: Uint8Array,
  typistOf: Map<number, number>,
  tally: Tally,
  nodes: number,
): void {
  const now = performance.now()
  const seen = table.seen[client]!
  for (const [typist, until] of readEnds(table, bytes, typistOf)) {
    if (typist === client) continue
    const times = table.sentAt[typist]!
    // The beginning counts as one, until the typing begins.
    const count = until === 0 ? begun : until
    const isBetween = typist % nodes !== client % nodes
    for (let i = seen[typist]!; i < until; i++) {
      record(tally.times, now - times[i]!)
      if (isBetween) record(tally.between, now - times[i]!)
    }
    if (count > seen[typist]!) seen[typist] = count
  }
}

/** How far each typist's keystrokes go in an update. Everybody in a room gets the same bytes, so they are read once. */
function readEnds(table: Table, bytes: Uint8Array, typistOf: Map<number, number>): [number, number][] {
  const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const known = table.read.get(key)
  if (known) return known
  const ends: [number, number][] = []
  for (const [clientId, clock] of Y.parseUpdateMeta(bytes).to) {
    const typist = typistOf.get(clientId)
    if (typist !== undefined) ends.push([typist, clock - table.hands[typist]!.base])
  }
  if (table.read.size > 256) table.read.clear()
  table.read.set(key, ends)
  return ends
}

/** Updates are numbered from 1, and the first is the beginning of the paragraph. */
function hearStored(table: Table, typist: number, clientSeq: number, tally: Tally): void {
  const now = performance.now()
  for (let i = table.saved[typist]!; i < clientSeq - 1; i++) record(tally.saves, now - table.sentAt[typist]![i]!)
  table.saved[typist] = Math.max(table.saved[typist]!, clientSeq - 1)
}

/** Types at the rate, spread over everybody, and waits until all of it arrived or a while is over. */
async function typeFor(job: TypingJob, tables: readonly Table[], tally: Tally, seconds: number): Promise<void> {
  const total = Math.floor(job.perSecond * seconds)
  const began = performance.now()
  for (let n = 0; n < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * job.perSecond))
    for (; n < due; n++) strike(job, tables[n % tables.length]!, Math.floor(n / tables.length) % job.typists, tally)
    await pause(1)
  }
  await until(() => tally.times.total >= tally.expected, 3_000)
}

function strike(job: TypingJob, table: Table, typist: number, tally: Tally): void {
  const client = table.clients[typist]!
  const hand = table.hands[typist]!
  tally.sent++
  tally.expected += job.perRoom - 1
  table.sentAt[typist]!.push(performance.now())
  client.sendUpdate(hand.next())
  if (job.cursors) client.sendPresence(hand.cursor())
}

async function until(isSo: () => boolean, patienceMs: number): Promise<void> {
  const patience = performance.now() + patienceMs
  while (!isSo() && performance.now() < patience) await pause(2)
}

function reading(job: TypingJob): { server: number; load: number } {
  const { user, system } = process.cpuUsage()
  const server = job.servers.reduce((sum, { pid }) => sum + usageOf(pid).cpuMs, 0)
  return { server, load: (user + system) / 1000 }
}
