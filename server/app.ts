import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import type { Instant } from '../shared/dates.ts'
import { Refused } from '../shared/refusals.ts'
import { identifyBy, visitors } from './account/identify.ts'
import { luciaSessions } from './account/lucia-sessions.ts'
import { accountRoutes } from './account/routes.ts'
import type { Keys } from './account/sign-in.ts'
import { memoryTries } from './account/tries.ts'
import { findActor } from './agreement/actors.ts'
import { agreementRoutes } from './agreement/routes.ts'
import { commitmentRoutes } from './commitment/routes.ts'
import type { Database } from './db/database.ts'
import { forumRoutes } from './forum/routes.ts'
import { forumFollowers } from './hand-overs.ts'
import type { Env } from './http/env.ts'
import { healthRoutes } from './http/health.ts'
import { writableAddress } from './http/input.ts'
import { onError } from './http/problem.ts'
import { type Readiness, watchReadiness } from './http/readiness.ts'
import { routeActions } from './http/rule.ts'
import { sameOrigin, securityHeaders } from './http/security.ts'
import { type Built, serveBuilt } from './http/static.ts'
import { ledgerRoutes } from './ledger/routes.ts'
import { noticeRoutes } from './notice/routes.ts'
import { planRoutes } from './plan/routes.ts'
import { publicationRoutes } from './publication/routes.ts'
import { criterionRoutes } from './record/criteria/routes.ts'
import { disclosureRoutes } from './record/disclosure-routes.ts'
import { faultRoutes } from './record/faults/routes.ts'
import { gapRoutes } from './record/gaps/routes.ts'
import { indicatorRoutes } from './record/indicator-routes.ts'
import { methodRoutes } from './record/method-texts/routes.ts'
import { recordRoutes } from './record/routes.ts'
import { similarityRoutes } from './record/similarity/routes.ts'
import { strategyRoutes } from './record/strategies/routes.ts'
import type { Live } from './sync/live.ts'
import { liveRoutes } from './sync/routes.ts'

/** What the chain of routes needs of the world around it. */
export interface World {
  db: Database
  clock: () => Instant
  log: Logger
  publicUrl: string
  trustedProxies: number
  /** Whom to tell of a hole. */
  contact?: string | undefined
  /** The built client; absent where only the routes are wanted. */
  built?: Built | undefined
  /** Whether the process should be given load; absent where nobody asks for long. */
  readiness?: Readiness | undefined
  /** The live texts of this process; absent where only the other routes are wanted. */
  live?: Live | undefined
}

const unbuilt: Built = { files: new Map(), styles: [] }

/** Bodies past this are refused before they are read: a batch of imported rows is the largest that is sent. */
const largestBody = 4 * 1024 * 1024

/** The rooms' routes in the rooms' order. Its type is the client's. */
const rooms = (keys: Keys, live: () => Live) =>
  new Hono<Env>()
    .route('/', accountRoutes(keys))
    .route('/', agreementRoutes(keys.sessions))
    .route('/', noticeRoutes)
    .route('/', ledgerRoutes)
    .route('/', liveRoutes(live))
    .route('/', forumRoutes(forumFollowers))
    .route('/', recordRoutes)
    .route('/', disclosureRoutes)
    .route('/', faultRoutes)
    .route('/', gapRoutes)
    .route('/', indicatorRoutes)
    .route('/', similarityRoutes)
    .route('/', methodRoutes)
    .route('/', strategyRoutes)
    .route('/', criterionRoutes)
    .route('/', planRoutes)
    .route('/', commitmentRoutes)
    .route('/', publicationRoutes)

export type App = ReturnType<typeof rooms>

/** The whole HTTP side. Throws when a route has no rule. */
export function createApp(world: World): Hono<Env> {
  const app = new Hono<Env>()
  const built = world.built ?? unbuilt
  const keys = { sessions: luciaSessions(world.publicUrl), tries: memoryTries() }
  const identify = identifyBy(world.db, keys.sessions, findActor, world.clock)
  app.onError(onError(world.log))
  app.notFound(() => {
    throw new Refused('not_found')
  })
  app.use(securityHeaders(world.publicUrl))
  app.use(sameOrigin(world.publicUrl))
  app.use(writableAddress)
  app.use(
    bodyLimit({
      maxSize: largestBody,
      onError: () => {
        throw new Refused('too_large')
      },
    }),
  )
  app.use(async (c, next) => {
    c.set('db', world.db)
    c.set('now', world.clock())
    c.set('site', { publicUrl: world.publicUrl, styles: built.styles, contact: world.contact })
    await next()
  })
  app.use(visitors(identify, keys.sessions, world.trustedProxies))
  app.route('/', healthRoutes(world.readiness ?? watchReadiness(world.db)))
  app.route(
    '/',
    rooms(keys, () => {
      if (!world.live) throw new Error('this process has no live texts')
      return world.live
    }),
  )
  app.use(serveBuilt(built))
  routeActions(app)
  return app
}
