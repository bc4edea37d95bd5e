import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { commit, type Database } from './database.ts'
import type { Tables } from './tables.ts'

// bigint and numeric come as text from the driver; every integer of ours fits a number.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** Two transactions met: neither is wrong, one of them runs again (class 40 of the standard's codes). */
const met = new Set(['40001', '40P01'])

export function openPostgres(url: string): Database {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  pool.on('error', () => {}) // an idle connection was cut; the pool replaces it, and a query in flight reports its own error
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    read: db,
    writer: db,
    write: (work) => commit(db, work, (error) => met.has(String((error as { code?: unknown })?.code))),
    close: () => db.destroy(),
  }
}
