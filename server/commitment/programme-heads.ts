import type { Day, Instant } from '../../shared/dates.ts'
import type { Stance } from '../../shared/plan.ts'
import { inForceFrom, inForceUntil, supersededFrom } from '../../shared/programme.ts'
import { type Delegation, delegationsOf, type Party, partiesOf } from '../agreement/agreements.ts'
import type { Reader } from '../db/database.ts'

/** One line of an agreement's programmes. Delegations speak here, not persons: no name of a person is in any of these. */
export interface ProgrammeSummary {
  id: string
  agreementId: string
  title: string
  periodFrom: Day
  periodUntil: Day
  lockedAt: Instant
  /** SHA-256 of `hashedPlan(body)`: the sum of the reading that was concurred in. */
  hash: string
  inForceFrom: Day
  /** Absent for one that a successor replaced before it began. */
  inForceUntil?: Day | undefined
  supersededFrom?: Day | undefined
  commitmentCount: number
}

/** What a delegation said on the reading that was locked; reasons stay attached for good. */
export interface Concurrence {
  delegationId: string
  stance: Stance
  reason: string
  at: Instant
}

export interface ProgrammeHead extends ProgrammeSummary {
  agreementSlug: string
  agreementTitle: string
  demonstration: boolean
  readingNumber: number
  /** The forum that made it. */
  forumLabel: string
  parties: Party[]
  delegations: Delegation[]
  concurrences: Concurrence[]
  /** The act of its lock, for the receipt; absent only within the transaction that locks it. */
  lockActId?: string | undefined
}

/** The programmes of an agreement, newest lock first. Asks no permission, as nothing in this file. */
export async function programmeSummaries(db: Reader, agreementId: string): Promise<ProgrammeSummary[]> {
  const rows = await summaryRows(db, agreementId)
  const terms = rows.map(termOf)
  return rows.map((row, i) => ({
    ...terms[i]!,
    agreementId: row.agreement_id,
    title: row.title,
    hash: row.hash,
    inForceFrom: inForceFrom(terms[i]!),
    inForceUntil: inForceUntil(terms[i]!, terms),
    supersededFrom: supersededFrom(terms[i]!, terms),
    commitmentCount: Number(row.commitments),
  }))
}

/** What is said of a programme beside its commitments. */
export async function programmeHead(db: Reader, id: string): Promise<ProgrammeHead> {
  const row = await db
    .selectFrom('programme')
    .innerJoin('agreement', 'agreement.id', 'programme.agreement_id')
    .innerJoin('reading', 'reading.id', 'programme.reading_id')
    .innerJoin('plan', 'plan.id', 'programme.plan_id')
    .innerJoin('forum', 'forum.id', 'plan.forum_id')
    .select(['programme.agreement_id', 'programme.reading_id', 'agreement.slug', 'agreement.title'])
    .select(['agreement.demonstration', 'reading.number', 'forum.label'])
    .where('programme.id', '=', id)
    .executeTakeFirstOrThrow()
  const summary = (await programmeSummaries(db, row.agreement_id)).find((programme) => programme.id === id)!
  return {
    ...summary,
    agreementSlug: row.slug,
    agreementTitle: row.title,
    demonstration: row.demonstration === 1,
    readingNumber: row.number,
    forumLabel: row.label,
    parties: await partiesOf(db, row.agreement_id),
    delegations: await delegationsOf(db, row.agreement_id),
    concurrences: await concurrencesOn(db, row.reading_id),
    lockActId: await lockActOf(db, id),
  }
}

async function concurrencesOn(db: Reader, readingId: string): Promise<Concurrence[]> {
  const rows = await db
    .selectFrom('concurrence')
    .select(['delegation_id', 'stance', 'reason', 'at'])
    .where('reading_id', '=', readingId)
    .orderBy('at')
    .execute()
  return rows.map((row) => ({
    delegationId: row.delegation_id,
    stance: row.stance as Stance,
    reason: row.reason,
    at: row.at,
  }))
}

async function lockActOf(db: Reader, programmeId: string): Promise<string | undefined> {
  const act = await db
    .selectFrom('act')
    .select('id')
    .where('subject', '=', programmeId)
    .where('kind', '=', 'programme.locked')
    .executeTakeFirst()
  return act?.id
}

const summaryRows = (db: Reader, agreementId: string) =>
  db
    .selectFrom('programme')
    .select(['id', 'agreement_id', 'title', 'period_from', 'period_until', 'locked_at', 'hash'])
    .select((eb) =>
      eb
        .selectFrom('commitment')
        .select((inner) => inner.fn.countAll().as('count'))
        .whereRef('commitment.programme_id', '=', 'programme.id')
        .as('commitments'),
    )
    .where('agreement_id', '=', agreementId)
    .orderBy('locked_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

const termOf = (row: { id: string; period_from: Day; period_until: Day; locked_at: Instant }) => ({
  id: row.id,
  periodFrom: row.period_from,
  periodUntil: row.period_until,
  lockedAt: row.locked_at,
})
