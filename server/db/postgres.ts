import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { commit, type Database, type Meeting } from './database.ts'
import { postgresAppend, postgresHolding } from './postgres-append.ts'
import { openPool } from './postgres-pool.ts'
import { postgresSignals } from './postgres-signals.ts'
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

/** Asks for the right to write, and writes a record of the write-ahead log that nobody reads and the commit waits for. */
const probe = `with nothing as (update deadline set state = state where id = '' returning id)
  select pg_logical_emit_message(true, 'parley', '') from (select count(*) from nothing) asked`

export function openPostgres(url: string): Database {
  const { pool, cut } = openPool(url)
  const signals = postgresSignals(url, cut)
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const meeting = meetingOn(db)
  return {
    read: db,
    writer: db,
    write: (work) => commit(db, work, meeting),
    append: postgresAppend(pool, turnstileKey, meeting.meets),
    holding: postgresHolding(db, turnstileKey),
    signals,
    probe: async () => void (await pool.query(probe)),
    time: async () => {
      const { rows } = await pool.query<{ ms: number }>(
        'select extract(epoch from clock_timestamp())::float8 * 1000 as ms',
      )
      return rows[0]!.ms
    },
    close: async () => {
      await signals.close()
      await db.destroy()
    },
  }
}
