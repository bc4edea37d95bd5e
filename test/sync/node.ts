import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { startClock } from '../../server/clock.ts'
import { openDatabase } from '../../server/db/open.ts'
import { within } from '../../server/db/within.ts'
import { sealDocument } from '../../server/sync/documents.ts'
import { createLive } from '../../server/sync/live.ts'
import { rehearse } from '../../server/sync/rehearsal.ts'
import { isReader, type NodeSettings, nodeOrigin, personOf } from './nodes.ts'
import { watchStalls } from './stalls.ts'

/**
 * A process with nothing but live texts, for the programs that kill it and measure it. Whoever says `person=<n>` is a
 * delegate who may write everywhere, from a million on one who may read. Prints its port when it serves.
 */
const settings: NodeSettings = JSON.parse(process.argv[2]!)
if (settings.clockOffMs) setClockOff(settings.clockOffMs)
const log = pino({ level: process.env.TEST_LOG ?? 'error' }, pino.destination(2))
const db = openDatabase(settings.where)
const clock = await startClock(db, log)
await rehearse({ db, clock: clock.now, log })
const live = createLive({
  db,
  access: { plan: async (_db, actor) => (isReader(actor.personId) ? 'read' : 'write') },
  identify: async (cookie) => {
    const person = personOf(cookie)
    if (person === undefined) return undefined
    const seat = { id: `seat ${person}`, agreementId: settings.agreementId, kind: 'delegate' } as const
    return { actor: { personId: person, name: person, administrator: false, seats: [seat] }, sessionId: person }
  },
  allowedOrigins: [nodeOrigin],
  clock: clock.now,
  log,
  limits: settings.limits,
  acknowledgeFirst: settings.acknowledgeFirst,
})
const server = createServer((request, response) => {
  const answer = request.method === 'POST' ? seal(request.url!.slice(1)) : Promise.resolve(usage())
  answer.then(
    (value) => response.end(JSON.stringify(value)),
    (error) => response.writeHead(500).end(String(error)),
  )
})

server.keepAliveTimeout = 600_000 // on a busy machine a question may meet the end of a quiet connection

/** As a machine whose clock was set wrong tells the time: everything but the monotonic clock is off. */
function setClockOff(offMs: number): void {
  const Right = Date
  globalThis.Date = class extends Right {
    constructor(...given: [] | [string | number | Date]) {
      super(...((given.length === 0 ? [Right.now() + offMs] : given) as [number]))
    }
    static override now(): number {
      return Right.now() + offMs
    }
  } as DateConstructor
}

/** Watched from the first time that somebody asks: whoever does not is not slowed. */
let stalls: ReturnType<typeof watchStalls> | undefined

/** What the process has used, for the bench: read before and after. */
function usage() {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed: heap } = process.memoryUsage()
  stalls ??= watchStalls()
  return { cpuMs: (user + system) / 1000, rss, heap, ...stalls.sinceLast() }
}

async function seal(id: string) {
  const began = performance.now()
  const point = await db.write((trx) => sealDocument(trx, id, new Date().toISOString()))
  return { ...point, ms: performance.now() - began }
}

live.attach(server)
server.listen(0, settings.host ?? '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`),
)

process.on('SIGTERM', async () => {
  await live.close()
  server.close()
  clock.stop()
  await within(1_000, db.close())
  process.exit(0)
})

// A program that breaks off leaves no node behind.
const startedBy = process.ppid
setInterval(() => process.ppid !== startedBy && process.exit(1), 1_000).unref()
