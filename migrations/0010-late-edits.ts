import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('late_edit')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('base_seq', 'integer', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('delegation_id', 'text')
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('client_seq', 'bigint', (c) => c.notNull())
    .addColumn('bytes', sql`bytea`, (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('digest', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addUniqueConstraint('late_edit_kept_once', ['document_id', 'person_id', 'epoch', 'digest'])
    .execute()
}
