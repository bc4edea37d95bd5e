import { type Kysely, sql } from 'kysely'

/**
 * What is not open is sealed: rows of figures in pages, words beside their filings, each under its disclosure's own key.
 * Every filing is kept, and the faults of disclosing (late, missing, false) have a table of their own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('record').addColumn('page', 'integer').execute()
  await db.schema
    .createTable('sealed_page')
    .addColumn('disclosure_id', 'text', (c) => c.notNull().references('disclosure.id'))
    .addColumn('page', 'integer', (c) => c.notNull())
    .addColumn('bytes', sql`bytea`, (c) => c.notNull())
    .addColumn('opened', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('sealed_page_place', ['disclosure_id', 'page'])
    .execute()
  const disclosure = db.schema.alterTable('disclosure')
  await disclosure.addColumn('seal_key', sql`bytea`).execute()
  await disclosure.addColumn('said', 'text', (c) => c.notNull().defaultTo('{}')).execute()
  await disclosure.addColumn('sealed', sql`bytea`).execute()
  await disclosure.addColumn('filings', 'integer', (c) => c.notNull().defaultTo(0)).execute()
  await disclosure.addColumn('amending', 'integer', (c) => c.notNull().defaultTo(0)).execute()
  await db.schema.alterTable('method').addColumn('sealed', sql`bytea`).execute()
  await db.schema.alterTable('method').addColumn('sealed_in', 'text').execute()
  await db.schema.alterTable('import_batch').addColumn('sealed', sql`bytea`).execute()
  await db.schema
    .createTable('seal_mark')
    .addColumn('id', 'integer', (c) => c.primaryKey().notNull())
    .addColumn('mark', 'text', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .execute()
  await createFilings(db)
  await createFaults(db)
}

async function createFilings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('disclosure_filing')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('disclosure_id', 'text', (c) => c.notNull().references('disclosure.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('filed_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('filed_at', 'text', (c) => c.notNull())
    .addColumn('content_hash', 'text', (c) => c.notNull())
    .addColumn('method_id', 'text', (c) => c.references('method.id'))
    .addColumn('said', 'text', (c) => c.notNull())
    .addColumn('sealed', sql`bytea`)
    .addColumn('records', 'integer', (c) => c.notNull())
    .addColumn('act_seq', 'integer', (c) => c.notNull())
    .addUniqueConstraint('disclosure_filing_number', ['disclosure_id', 'number'])
    .execute()
  // Which records a filing held, written down when the team begins to amend it; until then they are those that count.
  await db.schema
    .createTable('filed_record')
    .addColumn('filing_id', 'text', (c) => c.notNull().references('disclosure_filing.id'))
    .addColumn('record_id', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('filed_record_place', ['filing_id', 'record_id'])
    .execute()
}

async function createFaults(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('disclosure_fault')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('forum_id', 'text', (c) => c.notNull().references('forum.id'))
    .addColumn('team_id', 'text', (c) => c.notNull().references('team.id'))
    .addColumn('disclosure_id', 'text', (c) => c.references('disclosure.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('statement', 'text', (c) => c.notNull())
    .addColumn('evidence', 'text', (c) => c.notNull())
    .addColumn('alleged_by', 'text', (c) => c.references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('reply', 'text')
    .addColumn('replied_by', 'text', (c) => c.references('person.id'))
    .addColumn('replied_at', 'text')
    .addColumn('reasons', 'text')
    .addColumn('decided_by', 'text', (c) => c.references('person.id'))
    .addColumn('decided_at', 'text')
    .execute()
  await db.schema.createIndex('disclosure_fault_by_forum_id').on('disclosure_fault').columns(['forum_id']).execute()
}
