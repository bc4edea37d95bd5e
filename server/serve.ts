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
import type { Database } from './db/database.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open.ts'
import type { Environment } from './environment.ts'
import { deadlines, liveAccess } from './hand-overs.ts'
import { readBuilt } from './http/static.ts'
import { serveMetrics } from './metrics.ts'
import { startScheduler } from './notice/deadlines.ts'
import { createLive } from './sync/live.ts'

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
  prepare: (db: Database) => Promise<void> = async () => {},
  clock: () => Instant = () => new Date().toISOString(),
): Promise<Running> {
  const { publicUrl, trustedProxies, contact } = environment
  const db = openDatabase(environment)
  const migrated = await migrate(db)
  if (migrated.length > 0) log.info({ migrated }, 'schema brought up to date')
  await prepare(db)
  const app = createApp({ db, clock, log, publicUrl, trustedProxies, contact, built: readBuilt(dist) })
  const server = await listen(app.fetch, environment)
  const port = (server.address() as AddressInfo).port
  const identify = identifyBy(db, luciaSessions(publicUrl), findActor, clock)
  const live = createLive({
    db,
    access: liveAccess,
    identify: (cookie) => identify(cookie, 'page'),
    allowedOrigins: originsOf(publicUrl, port),
    clock,
    log,
    limits: environment.liveLimits,
  })
  live.attach(server)
  const metrics = environment.metrics && (await serveMetrics(environment.metrics, live.figures))
  const scheduler = startScheduler(db, deadlines, clock, (error) =>
    log.error({ err: error }, 'a deadline could not be acted on'),
  )
  return {
    db,
    port,
    metricsPort: metrics?.port,
    close: async () => {
      await metrics?.close()
      await scheduler.stop()
      await live.close()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
      await db.close()
    },
  }
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
