import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await methodTexts(db)
  await strategies(db)
  await criteria(db)
}

/** A team's method as a live text; each version that was taken of it says of which point it is. */
async function methodTexts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('method_text')
    .addColumn('team_id', 'text', (c) => c.primaryKey().notNull().references('team.id'))
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('document_id', 'text', (c) => c.notNull().references('document.id'))
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema.alterTable('method').addColumn('document_epoch', 'integer').execute()
  await db.schema.alterTable('method').addColumn('document_seq', 'integer').execute()
  await db.schema.alterTable('method').addColumn('document_hash', 'text').execute()
}

async function strategies(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('strategy')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('team_id', 'text', (c) => c.notNull().references('team.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('baseline', 'text', (c) => c.notNull())
    .addColumn('judged_from', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('registered_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('strategy_agreement_id_number', ['agreement_id', 'number'])
    .execute()
  await db.schema
    .createTable('judgement')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('strategy_id', 'text', (c) => c.notNull().references('strategy.id'))
    .addColumn('forum_id', 'text', (c) => c.notNull().references('forum.id'))
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('reasons', 'text', (c) => c.notNull())
    .addColumn('figures', 'text', (c) => c.notNull())
    .addColumn('judged_again_from', 'text')
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addUniqueConstraint('judgement_strategy_id_forum_id', ['strategy_id', 'forum_id'])
    .execute()
  await db.schema
    .createTable('dissent')
    .addColumn('judgement_id', 'text', (c) => c.notNull().references('judgement.id'))
    .addColumn('delegation_id', 'text', (c) => c.notNull().references('delegation.id'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('dissent_key', ['judgement_id', 'delegation_id'])
    .execute()
  await db.schema
    .createTable('floor')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('strategy_id', 'text', (c) => c.notNull().references('strategy.id'))
    .addColumn('team_id', 'text', (c) => c.notNull().references('team.id'))
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('due_on', 'text', (c) => c.notNull())
    .addColumn('answer', 'text')
    .addColumn('answered_at', 'text')
    .addColumn('by_day', 'text')
    .addColumn('method_id', 'text', (c) => c.references('method.id'))
    .addColumn('in_use_at', 'text')
    .addColumn('late_at', 'text')
    .addUniqueConstraint('floor_strategy_id_team_id', ['strategy_id', 'team_id'])
    .execute()
}

async function criteria(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('criterion')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addUniqueConstraint('criterion_agreement_id_number', ['agreement_id', 'number'])
    .execute()
  await db.schema
    .createTable('criterion_revision')
    .addColumn('id', 'text', (c) => c.primaryKey().notNull())
    .addColumn('agreement_id', 'text', (c) => c.notNull().references('agreement.id'))
    .addColumn('criterion_id', 'text', (c) => c.notNull().references('criterion.id'))
    .addColumn('version', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('proposed_at', 'text', (c) => c.notNull())
    .addColumn('decided_at', 'text')
    .addColumn('forum_id', 'text', (c) => c.references('forum.id'))
    .addUniqueConstraint('criterion_revision_criterion_id_version', ['criterion_id', 'version'])
    .execute()
  await db.schema
    .createTable('criterion_voice')
    .addColumn('revision_id', 'text', (c) => c.notNull().references('criterion_revision.id'))
    .addColumn('delegation_id', 'text', (c) => c.notNull().references('delegation.id'))
    .addColumn('stance', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('criterion_voice_key', ['revision_id', 'delegation_id'])
    .execute()
}
