import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { commit, type Database, type Meeting } from './database.ts'
import { postgresAppend } from './postgres-append.ts'
import type { Tables } from './tables.ts'

// bigint and numeric come as text from the driver; every integer of ours fits a number.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** Two transactions met: neither is wrong, one of them runs again (class 40 of the standard's codes). */
const met = new Set(['40001', '40P01'])

/** Every writing transaction goes through the turnstile; who goes through alone waits for the others and then keeps them waiting. */
const turnstileKey = 7_146_001
const turnstile = sql.lit(turnstileKey)

/** A lock of the session, taken before the transaction begins: what it reads is then newer than all who went before. */
const meetingOn = (db: Kysely<Tables>): Meeting => ({
  meets: (error) => met.has(String((error as { code?: unknown })?.code)),
  pass: (trx) => sql`select pg_advisory_xact_lock_shared(${turnstile})`.execute(trx),
  alone: (run) =>
    db.connection().execute(async (one) => {
      await sql`select pg_advisory_lock(${turnstile})`.execute(one)
      try {
        return await run(one)
      } finally {
        await sql`select pg_advisory_unlock(${turnstile})`.execute(one)
      }
    }),
})

export function openPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  pool.on('error', () => {}) // an idle connection was cut; the pool replaces it, and a query in flight reports its own error
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const meeting = meetingOn(db)
  return {
    read: db,
    writer: db,
    write: (work) => commit(db, work, meeting),
    append: postgresAppend(pool, turnstileKey, meeting.meets),
    close: () => db.destroy(),
  }
}
