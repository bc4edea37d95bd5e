import { round } from '../../report.ts'
import { timeAt } from './histogram.ts'
import { pause, usageOf } from './process.ts'
import type { Kind } from './servers.ts'
import { hasBegun, newTally, setTable, type Table, type Tally } from './tables.ts'

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

/** `begins` is called when everybody is there, warm, and what is measured begins. */
export async function type(job: TypingJob, begins: () => void): Promise<TypingFound> {
  const tally = newTally()
  const tables: Table[] = []
  for (const [n, room] of job.rooms.entries()) tables.push(await setTable(job, room, n, tally))
  await until(() => tables.every(hasBegun), 20_000)
  for (const { seen } of tables) for (const counts of seen) counts.fill(0)
  await typeFor(job, tables, tally, job.warmSeconds)
  Object.assign(tally, newTally())
  begins()
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
