import type { Day, Instant } from '../../shared/dates.ts'
import { disclosuresOpenedAt, type Stage, type StageDate, stages } from '../../shared/forum.ts'
import type { Reader } from '../db/database.ts'

/** A sitting as everyone may read it: when its stages are and were, and nothing of what is said in it. */
export interface PublicForum {
  id: string
  label: string
  title: string
  stage: Stage
  stages: StageDate[]
  /** The day planned for its closing. */
  closesOn?: Day | undefined
  closedAt?: Instant | undefined
  /** Since when its comparison is public: the one instant at which all disclosures were opened. */
  comparedAt?: Instant | undefined
  /** The programme that came of it. */
  programmeId?: string | undefined
  changedAt: Instant
}

/** The fora of an agreement, newest first. */
export async function publicFora(db: Reader, agreementId: string): Promise<PublicForum[]> {
  const rows = await db
    .selectFrom('forum')
    .leftJoin('plan', 'plan.forum_id', 'forum.id')
    .leftJoin('programme', 'programme.plan_id', 'plan.id')
    .select(['forum.id', 'forum.label', 'forum.title', 'forum.stage', 'forum.stage_since', 'forum.closed_at'])
    .select('programme.id as programme_id')
    .where('forum.agreement_id', '=', agreementId)
    .orderBy('forum.convened_at', 'desc')
    .orderBy('forum.id', 'desc')
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const dates = await db.selectFrom('forum_stage').selectAll().where('forum_id', 'in', ids).execute()
  return rows.map((row) => {
    const own = stages.flatMap((stage) =>
      dates
        .filter((date) => date.forum_id === row.id && date.stage === stage)
        .map((date) => ({ stage, opensOn: date.opens_on, openedAt: date.opened_at ?? undefined })),
    )
    return {
      id: row.id,
      label: row.label,
      title: row.title,
      stage: row.stage as Stage,
      stages: own,
      closesOn: own.find((date) => date.stage === 'closed')?.opensOn,
      closedAt: row.closed_at ?? undefined,
      comparedAt: disclosuresOpenedAt(own),
      programmeId: row.programme_id ?? undefined,
      changedAt: row.stage_since,
    }
  })
}
