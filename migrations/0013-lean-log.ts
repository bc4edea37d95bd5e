import { type Kysely, sql } from 'kysely'

/**
 * The log without its second index. A resent update is known by what it says: its Yjs clocks are in the text already.
 * Known by its number too, every keystroke had another page of the index to write and to synchronise.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('document_update_lean')
    .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
    .addColumn('epoch', 'integer', (c) => c.notNull())
    .addColumn('seq', 'integer', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull())
    .addColumn('delegation_id', 'text')
    .addColumn('device', 'text', (c) => c.notNull())
    .addColumn('client_seq', 'bigint', (c) => c.notNull())
    .addColumn('bytes', sql`bytea`, (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('prev_hash', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('document_update_place', ['document_id', 'epoch', 'seq'])
    .execute()
  await sql`insert into document_update_lean select
    document_id, epoch, seq, person_id, delegation_id, device, client_seq, bytes, at, prev_hash, hash
    from document_update order by document_id, epoch, seq`.execute(db)
  await db.schema.dropTable('document_update').execute()
  await db.schema.alterTable('document_update_lean').renameTo('document_update').execute()
}
