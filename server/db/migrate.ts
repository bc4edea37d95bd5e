import { Migrator } from 'kysely/migration'
import { migrations } from '../../migrations/index.ts'
import type { Database } from './database.ts'

/** Brings the schema to this release. Safe to call from several nodes at once: the migrator holds a lock. */
export async function migrate(db: Database): Promise<string[]> {
  const migrator = new Migrator({ db: db.writer, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}
