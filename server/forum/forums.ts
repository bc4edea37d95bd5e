import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { type Stage, type StageDate, stages } from '../../shared/forum.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import type { ForumRow, ForumStageRow } from './table.ts'

/** One sitting of the periodic fora. */
export interface Forum {
  id: string
  agreementId: string
  agreementSlug: string
  /** Year and number, `2026-2`: the forum's name in addresses. */
  label: string
  title: string
  stage: Stage
  stageSince: Instant
  /** In their order, every stage from `notice` to `closed`. */
  stages: StageDate[]
  convenedAt: Instant
  closedAt?: Instant | undefined
  /** The forum that this one follows. */
  follows?: string | undefined
  /** The live document of its minutes. */
  minutesId: string
}

/** The forum for who may read it; `not_found` for everyone else. */
export async function findForum(db: Reader, actor: Actor, id: string): Promise<Forum> {
  return readable(actor, await getForum(db, id))
}

export async function findForumByLabel(db: Reader, actor: Actor, agreementId: string, label: string): Promise<Forum> {
  const row = await forumRows(db)
    .where('forum.agreement_id', '=', agreementId)
    .where('forum.label', '=', label)
    .executeTakeFirst()
  return readable(actor, row && (await withStages(db, [row]))[0])
}

/** The fora of an agreement, newest first. */
export async function listFora(db: Reader, actor: Actor, agreementId: string): Promise<Forum[]> {
  demand(actor, 'forum.read', { agreementId })
  const rows = await forumRows(db)
    .where('forum.agreement_id', '=', agreementId)
    .orderBy('forum.convened_at', 'desc')
    .orderBy('forum.id', 'desc')
    .execute()
  return withStages(db, rows)
}

/** What the rules of other rooms ask of a forum, as `demand` takes it; `not_found` where there is none. Asks no permission. */
export async function stateOfForum(
  db: Reader,
  id: string,
): Promise<{ agreementId: string; state: Stage; since: Instant }> {
  const row = await db
    .selectFrom('forum')
    .select(['agreement_id', 'stage', 'stage_since'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refused('not_found')
  return { agreementId: row.agreement_id, state: row.stage as Stage, since: row.stage_since }
}

/** The forum without asking for permission: for verbs that demand something else of it, and for the clock. */
export async function getForum(db: Reader, id: string): Promise<Forum | undefined> {
  const row = await forumRows(db).where('forum.id', '=', id).executeTakeFirst()
  return row && (await withStages(db, [row]))[0]
}

/** The agreement's forum that is not closed, if there is one: there is never a second. */
export async function openForum(db: Reader, agreementId: string): Promise<Forum | undefined> {
  const row = await forumRows(db)
    .where('forum.agreement_id', '=', agreementId)
    .where('forum.stage', '!=', 'closed')
    .executeTakeFirst()
  return row && (await withStages(db, [row]))[0]
}

export const forumPath = (forum: Pick<Forum, 'agreementSlug' | 'label'>): string =>
  `/a/${encodeURIComponent(forum.agreementSlug)}/fora/${encodeURIComponent(forum.label)}`

function readable(actor: Actor, forum: Forum | undefined): Forum {
  if (!forum) throw new Refused('not_found')
  demand(actor, 'forum.read', { agreementId: forum.agreementId })
  return forum
}

const forumRows = (db: Reader) =>
  db
    .selectFrom('forum')
    .innerJoin('agreement', 'agreement.id', 'forum.agreement_id')
    .selectAll('forum')
    .select('agreement.slug as agreement_slug')

async function withStages(db: Reader, rows: readonly (ForumRow & { agreement_slug: string })[]): Promise<Forum[]> {
  if (rows.length === 0) return []
  const dates = await db
    .selectFrom('forum_stage')
    .selectAll()
    .where(
      'forum_id',
      'in',
      rows.map((row) => row.id),
    )
    .execute()
  return rows.map((row) => fromRow(row, dates))
}

const fromRow = (row: ForumRow & { agreement_slug: string }, dates: readonly ForumStageRow[]): Forum => ({
  id: row.id,
  agreementId: row.agreement_id,
  agreementSlug: row.agreement_slug,
  label: row.label,
  title: row.title,
  stage: row.stage as Stage,
  stageSince: row.stage_since,
  stages: stages.flatMap((stage) =>
    dates
      .filter((date) => date.forum_id === row.id && date.stage === stage)
      .map((date) => ({ stage, opensOn: date.opens_on, openedAt: date.opened_at ?? undefined })),
  ),
  convenedAt: row.convened_at,
  closedAt: row.closed_at ?? undefined,
  follows: row.follows ?? undefined,
  minutesId: row.minutes_id,
})
