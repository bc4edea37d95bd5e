import { type Kysely, sql } from 'kysely'

/** What of a snapshot is beyond its first part: a large text is written, and read, a part at a time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('document_snapshot_part')
    .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('part', 'integer', (c) => c.notNull())
    .addColumn('bytes', sql`bytea`, (c) => c.notNull())
    .addPrimaryKeyConstraint('document_snapshot_part_key', ['document_id', 'epoch', 'seq', 'part'])
    .execute()
}
