import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import type { Logger } from 'pino'
import type { Instant } from '../shared/dates.ts'
import { identifyBy } from './account/identify.ts'
import { luciaSessions } from './account/lucia-sessions.ts'
import { findActor } from './agreement/actors.ts'
import { createApp } from './app.ts'
import { startClock } from './clock.ts'
import type { Database } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import { within } from './db/within.ts'
import type { Environment } from './environment.ts'
import { deadlines, liveAccess } from './hand-overs.ts'
import { watchReadiness } from './http/readiness.ts'
import { readBuilt } from './http/static.ts'
import { serveMetrics } from './metrics.ts'
import { startScheduler } from './notice/deadlines.ts'
import { sealWhatIsClear } from './record/sealing-anew.ts'
import { startUnsealing } from './record/unsealing-loop.ts'
import { proveSealKey } from './seal-key.ts'
import { createLive } from './sync/live.ts'
import { rehearse } from './sync/rehearsal.ts'

/** A running installation. */
export interface Running {
  db: Database
  port: number
  /** Where metrics are read, if they are served. */
  metricsPort: number | undefined
  close(): Promise<void>
}

const dist = fileURLToPath(new URL('../dist', import.meta.url))

/** Opens the database, brings its schema up to date, and serves: routes, live text and the clock of the deadlines. */
export async function startServer(
  environment: Environment,
  log: Logger,
  prepare: (db: Database, now: Instant) => Promise<void> = async () => {},
  given?: () => Instant,
): Promise<Running> {
  const { publicUrl, trustedProxies, contact } = environment
  const db = openDatabase(environment)
  const migrated = await migrate(db)
  if (migrated.length > 0) log.info({ migrated }, 'schema brought up to date')
  const time = given ? { now: given, stop: () => {} } : await startClock(db, log)
  const clock = time.now
  await proveSealKey(db, environment, clock())
  const sealed = await sealWhatIsClear(db)
  if (sealed > 0) log.info({ sealed }, 'disclosures sealed')
  const readiness = watchReadiness(db)
  await prepare(db, clock())
  const identify = identifyBy(db, luciaSessions(publicUrl), findActor, clock)
  const allowedOrigins: string[] = []
  const live = createLive({
    db,
    access: liveAccess,
    identify: (cookie) => identify(cookie, 'page'),
    allowedOrigins,
    clock,
    log,
    limits: environment.liveLimits,
  })
  await rehearse({ db, clock, log })
  const app = createApp({ db, clock, log, publicUrl, trustedProxies, contact, built: readBuilt(dist), readiness, live })
  const server = await listen(app.fetch, environment)
  const port = (server.address() as AddressInfo).port
  allowedOrigins.push(...originsOf(publicUrl, port)) // a port of 0 is known only now
  live.attach(server)
  const metrics = environment.metrics && (await serveMetrics(environment.metrics, live.figures))
  const scheduler = startScheduler(db, deadlines, clock, (error) =>
    log.error({ err: error }, 'a deadline could not be acted on'),
  )
  const unsealing = startUnsealing(db, clock, (error) => log.error({ err: error }, 'disclosures could not be opened'))
  return {
    db,
    port,
    metricsPort: metrics?.port,
    close: async () => {
      readiness.drain()
      await within(6_500, live.close())
      await within(1_000, closed(server))
      time.stop()
      await within(500, Promise.all([scheduler.stop(), unsealing.stop(), metrics?.close()]))
      await within(1_000, db.close())
    },
  }
}

/** Lets requests that are under way end, for a moment. */
async function closed(server: Server): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  if (!(await within(500, ended))) server.closeAllConnections()
  await ended
}

/** The public address; on a machine that serves itself, either of the names by which a browser there reaches it. */
const originsOf = (publicUrl: string, port: number): string[] => {
  const { origin, hostname } = new URL(publicUrl)
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1'
  return isHere ? [...new Set([origin, `http://localhost:${port}`, `http://127.0.0.1:${port}`])] : [origin]
}

const listen = (
  fetch: (request: Request) => Response | Promise<Response>,
  { host, port }: Environment,
): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, () => resolve(server)) as Server
    server.once('error', reject)
  })
