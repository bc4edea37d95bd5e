import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import type { Instant } from '../shared/dates.ts'
import { Refused } from '../shared/refusals.ts'
import type { Database } from './db/database.ts'
import { noFollowers } from './forum/followers.ts'
import { forumRoutes } from './forum/routes.ts'
import type { Env } from './http/env.ts'
import { onError } from './http/problem.ts'
import { routeActions } from './http/rule.ts'
import { securityHeaders } from './http/security.ts'
import { type Built, serveBuilt } from './http/static.ts'
import { ledgerRoutes } from './ledger/routes.ts'
import { noticeRoutes } from './notice/routes.ts'

/** What the chain of routes needs of the world around it. */
export interface World {
  db: Database
  clock: () => Instant
  log: Logger
  publicUrl: string
  trustedProxies: number
  /** The built client; absent where only the routes are wanted. */
  built?: Built | undefined
}

const unbuilt: Built = { files: new Map(), styles: [] }

/** Bodies past this are refused before they are read: a batch of imported rows is the largest that is sent. */
const largestBody = 4 * 1024 * 1024

/** The rooms' routes in the rooms' order. Its type is the client's. */
const rooms = () => new Hono<Env>().route('/', noticeRoutes).route('/', ledgerRoutes).route('/', forumRoutes(noFollowers))

export type App = ReturnType<typeof rooms>

/** The whole HTTP side. Throws when a route has no rule. */
export function createApp(world: World): Hono<Env> {
  const app = new Hono<Env>()
  const built = world.built ?? unbuilt
  app.onError(onError(world.log))
  app.notFound(() => {
    throw new Refused('not_found')
  })
  app.use(securityHeaders(world.publicUrl))
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
    c.set('site', { publicUrl: world.publicUrl, styles: built.styles })
    await next()
  })
  app.route('/', rooms())
  app.use(serveBuilt(built))
  routeActions(app)
  return app
}
