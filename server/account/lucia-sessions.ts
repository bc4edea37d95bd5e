import { parse } from 'hono/utils/cookie'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import type { Instant } from '../../shared/dates.ts'
import type { Database, Reader, Trx } from '../db/database.ts'
import { sha256 } from '../ledger/acts.ts'
import { removeSessions, type Sessions } from './sessions.ts'

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ seenAt: Instant }>
    DatabaseSessionAttributes: { device: string; seenAt: Instant }
  }
}

/** A session ends this long after it was last prolonged; it is prolonged when half of that is over. */
const lasts = new TimeSpan(30, 'd')
/** How stale "last seen" may be, so that not every page writes. */
const seenEveryMs = 3_600_000

/**
 * Sessions kept by lucia, which is no longer maintained: nothing else imports it, no type of it leaves this file, and the
 * contract test of `Sessions` says what would have to replace it. Its time is turned into ours, and ours is an argument.
 */
export function luciaSessions(publicUrl: string): Sessions {
  const secure = publicUrl.startsWith('https:')
  const name = secure ? '__Host-session' : 'session'
  const cookie = { name, expires: true, attributes: { secure, sameSite: 'lax' as const, path: '/' } }
  const lucia = (adapter: Adapter) =>
    new Lucia(adapter, {
      sessionExpiresIn: lasts,
      sessionCookie: cookie,
      getSessionAttributes: ({ seenAt }) => ({ seenAt }),
    })
  const cookies = lucia(nowhere)
  return {
    create: async (trx, personId, device, now) => {
      const { id } = await lucia(adapter(trx, writesTo(trx), now)).createSession(personId, { device, seenAt: now })
      return { token: id, sessionHash: sha256(id) }
    },
    validate: async (db, token, now) => {
      const { session } = await lucia(adapter(db.read, db.write, now)).validateSession(token)
      if (!session) return undefined
      const sessionHash = sha256(token)
      if (Date.parse(now) - Date.parse(session.seenAt) > seenEveryMs) await see(db, sessionHash, now)
      return { personId: session.userId, sessionHash, fresh: session.fresh }
    },
    find: async (db, token, now) => {
      const sessionHash = sha256(token)
      const row = await openRow(db, sessionHash)
      return row && row.expires_at > now ? { personId: row.person_id, sessionHash } : undefined
    },
    end: (trx, sessionHash) => removeSessions(trx, { sessionHash }),
    endAll: (trx, personId, except) => removeSessions(trx, { personId, except }),
    cookie: (token) =>
      (token === undefined ? cookies.createBlankSessionCookie() : cookies.createSessionCookie(token)).serialize(),
    tokenIn: (header) => (header && parse(header, name)[name]) || undefined,
  }
}

type Write = Database['write']
const writesTo =
  (trx: Trx): Write =>
  (work) =>
    work(trx)

/** Our table behind lucia: it stores the SHA-256 of a token where lucia would store the token. */
function adapter(db: Reader, write: Write, now: Instant): Adapter {
  // lucia asks the machine's clock; shifted by this much, what it reads and writes is on ours
  const shift = Date.now() - Date.parse(now)
  const ours = (theirs: Date): Instant => new Date(theirs.getTime() - shift).toISOString()
  const theirs = (instant: Instant): Date => new Date(Date.parse(instant) + shift)
  return {
    getSessionAndUser: async (token) => {
      const row = await openRow(db, sha256(token))
      if (!row) return [null, null]
      const session: DatabaseSession = {
        id: token,
        userId: row.person_id,
        expiresAt: theirs(row.expires_at),
        attributes: { device: row.device, seenAt: row.seen_at },
      }
      return [session, { id: row.person_id, attributes: {} }]
    },
    setSession: (session) =>
      write(async (trx) => {
        const hash = sha256(session.id)
        const times = { created_at: now, seen_at: now, expires_at: ours(session.expiresAt) }
        const { userId: person_id, attributes } = session
        await trx
          .insertInto('session')
          .values({ id_hash: hash, person_id, device: attributes.device, ...times })
          .execute()
      }),
    updateSessionExpiration: (token, expiresAt) =>
      write(async (trx) => {
        const update = trx.updateTable('session').set({ expires_at: ours(expiresAt), seen_at: now })
        await update.where('id_hash', '=', sha256(token)).execute()
      }),
    deleteSession: (token) => write((trx) => removeSessions(trx, { sessionHash: sha256(token) })),
    deleteUserSessions: (personId) => write((trx) => removeSessions(trx, { personId })),
    deleteExpiredSessions: () => Promise.reject(new Error('expired sessions are removed when they are next shown')),
    getUserSessions: () => Promise.reject(new Error('sessions are listed from our own table')),
  }
}

/** The session's row, while its person may sign in. */
const openRow = (db: Reader, hash: string) =>
  db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .selectAll('session')
    .where('id_hash', '=', hash)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst()

const see = (db: Database, sessionHash: string, now: Instant): Promise<void> =>
  db.write(async (trx) => {
    await trx.updateTable('session').set({ seen_at: now }).where('id_hash', '=', sessionHash).execute()
  })

/** For the cookie alone, which asks no database. */
const nowhere = {} as Adapter
