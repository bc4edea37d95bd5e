import type { MiddlewareHandler } from 'hono'
import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import type { Database, Reader } from '../db/database.ts'
import { addressOf } from '../http/address.ts'
import type { Env } from '../http/env.ts'
import type { Sessions } from './sessions.ts'

/** Who asks, by the cookie alone. A person at work prolongs their session; what a page asks by itself does not. */
export type Identify = (
  cookieHeader: string | undefined,
  by: 'person' | 'page',
) => Promise<{ actor: Actor; sessionId: string; fresh: boolean } | undefined>

export const identifyBy =
  (
    db: Database,
    sessions: Sessions,
    findActor: (db: Reader, personId: string) => Promise<Actor | undefined>,
    clock: () => Instant,
  ): Identify =>
  async (cookieHeader, by) => {
    const token = sessions.tokenIn(cookieHeader)
    if (token === undefined) return undefined
    const session =
      by === 'person'
        ? await sessions.validate(db, token, clock())
        : await sessions.find(db.read, token, clock()).then((found) => found && { ...found, fresh: false })
    const actor = session && (await findActor(db.read, session.personId))
    return actor && { actor, sessionId: session.sessionHash, fresh: session.fresh }
  }

/** Our pages say it of what they ask by themselves, when nobody has touched them for a while. */
const unattended = 'Unattended'

/** Tells every route who asks and from where. */
export const visitors =
  (identify: Identify, sessions: Sessions, trustedProxies: number): MiddlewareHandler<Env> =>
  async (c, next) => {
    c.set('address', addressOf(c, trustedProxies))
    const cookieHeader = c.req.header('Cookie')
    const found = await identify(cookieHeader, c.req.header(unattended) === undefined ? 'person' : 'page')
    c.set('visitor', found?.actor)
    c.set('session', found?.sessionId)
    if (found) c.set('actor', found.actor)
    await next()
    if (found?.fresh && !c.res.headers.has('Set-Cookie'))
      c.header('Set-Cookie', sessions.cookie(sessions.tokenIn(cookieHeader)))
  }
