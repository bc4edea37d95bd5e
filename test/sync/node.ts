import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { openDatabase } from '../../server/db/open.ts'
import { createLive } from '../../server/sync/live.ts'
import { type NodeSettings, nodeOrigin, personOf } from './nodes.ts'

/**
 * A process with nothing but live texts, for the programs that kill it and measure it. Whoever says `person=<n>` is a
 * delegate who may write everywhere. Prints its port when it serves.
 */
const settings: NodeSettings = JSON.parse(process.argv[2]!)
const db = openDatabase(settings.where)
const live = createLive({
  db,
  access: { plan: async () => 'write' },
  identify: async (cookie) => {
    const person = personOf(cookie)
    if (person === undefined) return undefined
    const seat = { id: `seat ${person}`, agreementId: settings.agreementId, kind: 'delegate' } as const
    return { actor: { personId: person, name: person, administrator: false, seats: [seat] }, sessionId: person }
  },
  allowedOrigins: [nodeOrigin],
  clock: () => new Date().toISOString(),
  log: pino({ level: process.env.TEST_LOG ?? 'error' }, pino.destination(2)),
  limits: settings.limits,
  acknowledgeFirst: settings.acknowledgeFirst,
})
const server = createServer((_request, response) => {
  // What the process has used, for the bench: read before and after.
  const { user, system } = process.cpuUsage()
  response.end(JSON.stringify({ cpuMs: (user + system) / 1000, rss: process.memoryUsage.rss() }))
})
live.attach(server)
server.listen(0, '127.0.0.1', () =>
  process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`),
)

process.on('SIGTERM', async () => {
  await live.close()
  server.close()
  await db.close()
  process.exit(0)
})
