import { join } from 'node:path'
import type { Database } from './database.ts'
import { openPostgres } from './postgres.ts'
import { holdSealKey, type SealKeyPlace } from './seal-key.ts'
import { openSqlite } from './sqlite.ts'

/** Opens the database that the environment names: PostgreSQL by its URL, else an SQLite file in the data folder. */
export function openDatabase(where: SealKeyPlace & { databaseUrl?: string | undefined }): Database {
  const { databaseUrl, dataDir } = where
  const db = databaseUrl ? openPostgres(databaseUrl) : openSqlite(join(dataDir, 'parley.sqlite'))
  holdSealKey(db, where)
  return db
}
