import type { Actor } from '../../../shared/agreement.ts'
import { type CriterionBody, criterionBody, type RevisionState, type Voice } from '../../../shared/criterion.ts'
import type { Instant } from '../../../shared/dates.ts'
import { Refused } from '../../../shared/refusals.ts'
import { agreementPath } from '../../agreement/paths.ts'
import type { Reader } from '../../db/database.ts'
import { demand } from '../../http/demand.ts'
import type { CriterionRevisionRow, CriterionVoiceRow } from './table.ts'

/** What a delegation said on a revision; its reason stays attached for good. */
export interface RevisionVoice extends Voice {
  delegationId: string
  at: Instant
}

/** One wording of a criterion: proposed, promulgated, or declined. */
export interface Revision {
  id: string
  criterionId: string
  version: number
  body: CriterionBody
  state: RevisionState
  proposedBy: string
  proposedAt: Instant
  decidedAt?: Instant | undefined
  /** The forum in which it was decided. */
  forumId?: string | undefined
  voices: RevisionVoice[]
}

/** A rule or measure by which records are read, in all its revisions, newest first. */
export interface Criterion {
  id: string
  agreementId: string
  number: number
  revisions: Revision[]
  /** The one that binds. */
  standing?: Revision | undefined
  /** The one that waits for the forum. */
  proposed?: Revision | undefined
}

/** The agreement's criteria by their numbers. */
export async function listCriteria(db: Reader, actor: Actor, agreementId: string): Promise<Criterion[]> {
  demand(actor, 'criterion.read', { agreementId })
  return criteriaOf(db, agreementId)
}

/** The criterion for who may read it. */
export async function findCriterion(db: Reader, actor: Actor, id: string): Promise<Criterion> {
  const criterion = await getCriterion(db, id)
  demand(actor, 'criterion.read', { agreementId: criterion?.agreementId })
  return criterion ?? notFound()
}

/** A revision with the criterion that it is of. */
export async function findRevision(
  db: Reader,
  actor: Actor,
  id: string,
): Promise<{ criterion: Criterion; revision: Revision }> {
  const row = await db.selectFrom('criterion_revision').select('criterion_id').where('id', '=', id).executeTakeFirst()
  const criterion = await findCriterion(db, actor, row?.criterion_id ?? id)
  return { criterion, revision: criterion.revisions.find((one) => one.id === id) ?? notFound() }
}

/** Without asking for permission: for other verbs, and for what is public. */
export async function criteriaOf(db: Reader, agreementId: string): Promise<Criterion[]> {
  const rows = await db
    .selectFrom('criterion')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .orderBy('number')
    .execute()
  const revisions = await revisionsOf(db, agreementId)
  return rows.map((row) => {
    const own = revisions.filter((one) => one.criterionId === row.id)
    return {
      id: row.id,
      agreementId,
      number: row.number,
      revisions: own,
      standing: own.find((one) => one.state === 'promulgated'),
      proposed: own.find((one) => one.state === 'proposed'),
    }
  })
}

export async function getCriterion(db: Reader, id: string): Promise<Criterion | undefined> {
  const row = await db.selectFrom('criterion').select('agreement_id').where('id', '=', id).executeTakeFirst()
  return row && (await criteriaOf(db, row.agreement_id)).find((one) => one.id === id)
}

/** The last that was called something, so that a proposal has a name before it binds. */
export const titleOf = ({ standing, proposed, revisions }: Criterion): string =>
  (standing ?? proposed ?? revisions[0])?.body.title ?? ''

export const criterionPath = async (db: Reader, agreementId: string, id: string): Promise<string> =>
  `${await agreementPath(db, agreementId)}/criteria/${encodeURIComponent(id)}`

async function revisionsOf(db: Reader, agreementId: string): Promise<Revision[]> {
  const rows = await db
    .selectFrom('criterion_revision')
    .innerJoin('person', 'person.id', 'criterion_revision.person_id')
    .selectAll('criterion_revision')
    .select('person.name')
    .where('agreement_id', '=', agreementId)
    .orderBy('version', 'desc')
    .execute()
  const voices = await db
    .selectFrom('criterion_voice')
    .innerJoin('criterion_revision', 'criterion_revision.id', 'criterion_voice.revision_id')
    .selectAll('criterion_voice')
    .where('agreement_id', '=', agreementId)
    .orderBy('at')
    .execute()
  return rows.map((row) =>
    fromRow(
      row,
      voices.filter((one) => one.revision_id === row.id),
    ),
  )
}

function notFound(): never {
  throw new Refused('not_found')
}

const fromRow = (row: CriterionRevisionRow & { name: string }, voices: readonly CriterionVoiceRow[]): Revision => ({
  id: row.id,
  criterionId: row.criterion_id,
  version: row.version,
  body: criterionBody.parse(JSON.parse(row.body)),
  state: row.state as RevisionState,
  proposedBy: row.name,
  proposedAt: row.proposed_at,
  decidedAt: row.decided_at ?? undefined,
  forumId: row.forum_id ?? undefined,
  voices: voices.map(({ delegation_id, stance, reason, at }) => ({
    delegationId: delegation_id,
    stance: stance as Voice['stance'],
    reason,
    at,
  })),
})
