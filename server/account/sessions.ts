import type { Instant } from '../../shared/dates.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Database, Reader, Trx } from '../db/database.ts'
import { tell } from '../sync/news.ts'

/**
 * What the house asks of sessions. A token is known to the browser alone: the database holds its SHA-256, and what is
 * stored never opens a session.
 */
export interface Sessions {
  /** A new session of the person, with a token that was never used before. */
  create(trx: Trx, personId: string, device: string, now: Instant): Promise<{ token: string; sessionHash: string }>
  /** Whose session a token opens, if any. `fresh`: it was prolonged just now, so the cookie must be sent again. */
  validate(
    db: Database,
    token: string,
    now: Instant,
  ): Promise<{ personId: string; sessionHash: string; fresh: boolean } | undefined>
  /** Whose session a token opens, without a trace: it is not prolonged, and nobody was seen. */
  find(db: Reader, token: string, now: Instant): Promise<{ personId: string; sessionHash: string } | undefined>
  /** Ends one session, at once and on every open socket. */
  end(trx: Trx, sessionHash: string): Promise<void>
  /** Ends all sessions of a person, or all but one. */
  endAll(trx: Trx, personId: string, except?: string): Promise<void>
  /** The `Set-Cookie` header that hands out a token, or takes it back. */
  cookie(token: string | undefined): string
  /** The token in a `Cookie` header. */
  tokenIn(cookieHeader: string | undefined): string | undefined
}

/** A session as its person sees it in the list of their sessions. */
export interface OpenSession {
  id: string
  device: string
  createdAt: Instant
  seenAt: Instant
  current: boolean
}

/** A person's open sessions, the one last seen first. */
export async function listSessions(
  db: Reader,
  personId: string,
  current: string | undefined,
  now: Instant,
): Promise<OpenSession[]> {
  const rows = await db
    .selectFrom('session')
    .selectAll()
    .where('person_id', '=', personId)
    .where('expires_at', '>', now)
    .orderBy('seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id_hash,
    device: row.device,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    current: row.id_hash === current,
  }))
}

/** Ends a session of this person; another's is not found. */
export async function endOwnSession(trx: Trx, sessions: Sessions, personId: string, id: string): Promise<void> {
  const own = await trx
    .selectFrom('session')
    .select('id_hash')
    .where('id_hash', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!own) throw new Refused('not_found')
  await sessions.end(trx, id)
}

/** Removes the session and tells the live texts, whichever library keeps sessions. */
export async function removeSessions(
  trx: Trx,
  which: { personId: string; except?: string | undefined } | { sessionHash: string },
): Promise<void> {
  let rows = trx.selectFrom('session').select('id_hash')
  if ('sessionHash' in which) rows = rows.where('id_hash', '=', which.sessionHash)
  else rows = rows.where('person_id', '=', which.personId).where('id_hash', '!=', which.except ?? '')
  const ended = (await rows.execute()).map((row) => row.id_hash)
  if (ended.length === 0) return
  await trx.deleteFrom('session').where('id_hash', 'in', ended).execute()
  for (const sessionId of ended) tell(trx, { sessionId })
}
