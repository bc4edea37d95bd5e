import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('document_version')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('name', 'text')
    .addColumn('of_epoch', 'integer')
    .addColumn('of_seq', 'integer')
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('delegation_id', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .addUniqueConstraint('document_version_name', ['document_id', 'name'])
    .execute()
}
