import * as Y from 'yjs'
import { type Client, connect } from './client.ts'
import { type Histogram, newHistogram, record } from './histogram.ts'
import { type Hand, newHand } from './keystrokes.ts'
import type { TypingJob } from './typing.ts'

/** Which of a typist's keystrokes an update holds. */
interface Piece {
  typist: number
  from: number
  until: number
}

/** What a room's people have seen of its typists' keystrokes. */
export interface Table {
  hands: Hand[]
  clients: Client[]
  sentAt: number[][]
  /** By client, by typist: how many keystrokes have arrived. */
  seen: Uint32Array[]
  saved: number[]
  read: Map<string, Piece[]>
}

export interface Tally {
  times: Histogram
  between: Histogram
  saves: Histogram
  sent: number
  expected: number
}

export const newTally = (): Tally => ({
  times: newHistogram(),
  between: newHistogram(),
  saves: newHistogram(),
  sent: 0,
  expected: 0,
})

const begun = 1
/** Whether everybody has seen every typist begin. */
export const hasBegun = ({ seen }: Table): boolean =>
  seen.every((counts, client) => counts.every((count, typist) => typist === client || count === begun))

/** Everybody of a room sits down; typists begin a paragraph, and cursors are shown once. */
export async function setTable(job: TypingJob, room: string, n: number, tally: Tally): Promise<Table> {
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
  for (const { typist, from, until } of readPieces(table, bytes, typistOf)) {
    if (typist === client) continue
    const times = table.sentAt[typist]!
    // The beginning counts as one, until the typing begins.
    const count = until === 0 ? begun : until
    const isBetween = typist % nodes !== client % nodes
    // What came before it and was not seen is lost: servers keep the order.
    for (let i = Math.max(seen[typist]!, from); i < until; i++) {
      record(tally.times, now - times[i]!)
      if (isBetween) record(tally.between, now - times[i]!)
    }
    if (count > seen[typist]!) seen[typist] = count
  }
}

/** Everybody in a room gets the same bytes, so they are read once. */
function readPieces(table: Table, bytes: Uint8Array, typistOf: Map<number, number>): Piece[] {
  const key = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const known = table.read.get(key)
  if (known) return known
  const pieces: Piece[] = []
  const { from, to } = Y.parseUpdateMeta(bytes)
  for (const [clientId, until] of to) {
    const typist = typistOf.get(clientId)
    if (typist === undefined) continue
    const { base } = table.hands[typist]!
    pieces.push({ typist, from: from.get(clientId)! - base, until: until - base })
  }
  if (table.read.size > 256) table.read.clear()
  table.read.set(key, pieces)
  return pieces
}

/** Updates are numbered from 1, and the first is the beginning of the paragraph. */
function hearStored(table: Table, typist: number, clientSeq: number, tally: Tally): void {
  const now = performance.now()
  for (let i = table.saved[typist]!; i < clientSeq - 1; i++) record(tally.saves, now - table.sentAt[typist]![i]!)
  table.saved[typist] = Math.max(table.saved[typist]!, clientSeq - 1)
}
