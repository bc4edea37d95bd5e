import type { Kysely } from 'kysely'

/** Indicators say what they count and since when; breaks in their series; who is whose peer, and by whose word. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('indicator')
    .addColumn('nature', 'text', (c) => c.notNull().defaultTo('amount'))
    .execute()
  for (const column of ['family', 'library', 'valid_from', 'valid_to'])
    await db.schema.alterTable('indicator').addColumn(column, 'text').execute()
  await db.schema
    .createTable('indicator_break')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('indicator_id', 'text', (c) => c.notNull().references('indicator.id'))
    .addColumn('team_id', 'text', (c) => c.references('team.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('from_period', 'text', (c) => c.notNull())
    .addColumn('until_period', 'text')
    .addColumn('parts', 'integer', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('indicator_break_by_indicator_id')
    .on('indicator_break')
    .columns(['indicator_id'])
    .execute()
  // What is stated anew takes the place of what was stated before, and leaves it there.
  await db.schema
    .createTable('circumstance')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('team_id', 'text', (c) => c.notNull().references('team.id'))
    .addColumn('variable', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addUniqueConstraint('circumstance_place', ['agreement_id', 'team_id', 'variable', 'number'])
    .execute()
  await db.schema
    .createTable('similarity')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('forum_id', 'text', (c) => c.notNull().references('forum.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('variables', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addUniqueConstraint('similarity_place', ['forum_id', 'number'])
    .execute()
}
