import { join } from 'node:path'
import type { Database } from './database.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/** Opens the database that the environment names: PostgreSQL by its URL, else an SQLite file in the data folder. */
export const openDatabase = (where: { databaseUrl?: string | undefined; dataDir: string }): Database =>
  where.databaseUrl ? openPostgres(where.databaseUrl) : openSqlite(join(where.dataDir, 'parley.sqlite'))
