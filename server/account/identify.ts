import type { MiddlewareHandler } from 'hono'
import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import type { Database, Reader } from '../db/database.ts'
import { addressOf } from '../http/address.ts'
import type { Env } from '../http/env.ts'
import type { Sessions } from './sessions.ts'

/** Who asks, by the cookie alone: for requests and for the sockets of live texts alike. */
export type Identify = (
  cookieHeader: string | undefined,
) => Promise<{ actor: Actor; sessionId: string; fresh: boolean } | undefined>

export const identifyBy =
  (
    db: Database,
    sessions: Sessions,
    findActor: (db: Reader, personId: string) => Promise<Actor | undefined>,
    clock: () => Instant,
  ): Identify =>
  async (cookieHeader) => {
    const token = sessions.tokenIn(cookieHeader)
    const session = token === undefined ? undefined : await sessions.validate(db, token, clock())
    const actor = session && (await findActor(db.read, session.personId))
    return actor && { actor, sessionId: session.sessionHash, fresh: session.fresh }
  }

/** Tells every route who asks and from where. */
export const visitors =
  (identify: Identify, sessions: Sessions, trustedProxies: number): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.set('address', addressOf(c, trustedProxies))
    const cookieHeader = c.req.header('Cookie')
    const found = await identify(cookieHeader)
    c.set('visitor', found?.actor)
    c.set('session', found?.sessionId)
    if (found) c.set('actor', found.actor)
    await next()
    if (found?.fresh && !c.res.headers.has('Set-Cookie'))
      c.header('Set-Cookie', sessions.cookie(sessions.tokenIn(cookieHeader)))
  }
