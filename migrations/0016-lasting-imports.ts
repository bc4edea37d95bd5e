import { type Kysely, sql } from 'kysely'

/**
 * What an import is told by: the file's hash, the sheet, and why its figures replace others. Rows stand from the moment
 * they are stored, behind the batch's state, so that an import ends and is undone without touching every row at once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('import_batch').addColumn('file_hash', 'text').execute()
  await db.schema.alterTable('import_batch').addColumn('sheet', 'text').execute()
  await db.schema
    .alterTable('import_batch')
    .addColumn('why', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  // The last line whose records have been taken back, while that is under way.
  await db.schema.alterTable('import_batch').addColumn('undone_to', 'integer').execute()
  await db.schema
    .alterTable('record')
    .addColumn('why', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await dropUnfinished(db)
  await db.schema.dropIndex('record_by_batch_id').execute()
  await db.schema.createIndex('record_by_batch_id_line').on('record').columns(['batch_id', 'line']).execute()
  await db.schema
    .createIndex('record_behind')
    .on('record')
    .columns(['disclosure_id', 'indicator_id', 'period'])
    .where(sql.ref('standing'), '=', 0)
    .execute()
  await createAliases(db)
}

/** Imports that stopped half-way were stored in the way of before: their files are chosen anew. */
async function dropUnfinished(db: Kysely<unknown>): Promise<void> {
  await sql`delete from record where batch_id in (select id from import_batch where state = 'open')`.execute(db)
  await sql`update import_batch set state = 'undone' where state = 'open'`.execute(db)
}

/** Other names that files have for a team: kept, so that a country which is renamed is found again. */
async function createAliases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('team_alias')
    .addColumn('team_id', 'text', (c) => c.notNull().references('team.id'))
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('team_alias_pk', ['team_id', 'name_key'])
    .execute()
}
