import * as Y from 'yjs'
import type { Actor } from '../../shared/agreement.ts'
import type { Day, Instant } from '../../shared/dates.ts'
import type { Stage } from '../../shared/forum.ts'
import { newId } from '../../shared/ids.ts'
import type { Access } from '../../shared/live.ts'
import { may } from '../../shared/permissions.ts'
import {
  type DraftPlan,
  type NewPlan,
  type PlanMove,
  type PlanState,
  planMoves,
  stageRefusal,
} from '../../shared/plan.ts'
import { readPlan, seedPlan } from '../../shared/plan-document.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { type Forum, findForum, forumPath, getForum } from '../forum/forums.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { notifySeats } from '../notice/notifications.ts'
import { createDocument, type LiveDocument, readDocument } from '../sync/documents.ts'
import type { PlanRow } from './table.ts'
import { askToWrite } from './writing-duties.ts'

/** The draft of a forum's programme. Its words are in its live document; here is what the rules look at. */
export interface Plan {
  id: string
  agreementId: string
  forumId: string
  title: string
  periodFrom: Day
  periodUntil: Day
  documentId: string
  state: PlanState
  createdAt: Instant
}

/** Opens the plan of a forum, with its title and period and nothing else written yet. */
export async function openPlan(trx: Trx, actor: Actor, forumId: string, asked: NewPlan, now: Instant): Promise<Plan> {
  const forum = await findForum(trx, actor, forumId)
  demand(actor, 'plan.open', { agreementId: forum.agreementId, state: forum.stage })
  if (await planOf(trx, forumId)) throw new Refused('plan_exists')
  const plan = await insertPlan(trx, forum, asked, now)
  const body = { title: plan.title, periodFrom: plan.periodFrom, periodUntil: plan.periodUntil, forum: forum.label }
  await recordAct(trx, actor, { agreementId: plan.agreementId, kind: 'plan.opened', subject: plan.id, body }, now)
  const news = { agreementId: plan.agreementId, kind: 'plan.opened', subject: plan.id, path: planPath(forum) }
  await notifySeats(trx, actor, { ...news, detail: { title: plan.title, label: forum.label } }, now)
  await askToWrite(trx, forum, plan, planPath(forum), now)
  return plan
}

/** The plan for who may read it; `not_found` for everyone else. */
export async function findPlan(db: Reader, actor: Actor, id: string): Promise<Plan> {
  const plan = await getPlan(db, id)
  if (!plan) throw new Refused('not_found')
  demand(actor, 'plan.read', { agreementId: plan.agreementId })
  return plan
}

/** The plan without asking for permission: for verbs that have asked, and for the live text. */
export async function getPlan(db: Reader, id: string): Promise<Plan | undefined> {
  const row = await db.selectFrom('plan').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** The forum's plan, if it was opened. Asks no permission. */
export async function planOf(db: Reader, forumId: string): Promise<Plan | undefined> {
  const row = await db.selectFrom('plan').selectAll().where('forum_id', '=', forumId).executeTakeFirst()
  return row && fromRow(row)
}

/** What the plan says at this moment, as committed; within a transaction that sealed it, exactly what was sealed. */
export async function readDraft(db: Reader, plan: Plan): Promise<DraftPlan> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, (await readDocument(db, plan.documentId)).update)
  return readPlan(doc)
}

/** The words of the plan for who may read it: what is shown before, or without, the live text. */
export async function findDraft(db: Reader, actor: Actor, id: string): Promise<DraftPlan> {
  return readDraft(db, await findPlan(db, actor, id))
}

/** What a person may do with a plan's live document, asked for each message: nothing for who may not read the plan. */
export async function planAccess(
  db: Reader,
  actor: Actor,
  document: Pick<LiveDocument, 'subject'>,
): Promise<Access | undefined> {
  const plan = await getPlan(db, document.subject)
  if (!plan || !may(actor, 'plan.read', plan)) return undefined
  const forum = await getForum(db, plan.forumId)
  const writes = may(actor, 'plan.edit', plan) && forum && !stageRefusal('edit', forum.stage)
  return writes ? 'write' : 'read'
}

/** Moves a plan from the state that was read; whoever comes second is refused. */
export async function movePlan(trx: Trx, plan: Plan, move: PlanMove): Promise<void> {
  const { to } = planMoves[move]
  const moved = await trx
    .updateTable('plan')
    .set({ state: to })
    .where('id', '=', plan.id)
    .where('state', '=', plan.state)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
}

/** Refuses what the forum's stage does not allow. */
export function demandStage(act: Parameters<typeof stageRefusal>[0], forum: { stage: Stage }): void {
  const code = stageRefusal(act, forum.stage)
  if (code) throw new Refused(code, { stage: forum.stage })
}

/** The plan's forum: there is always one. */
export async function forumOfPlan(db: Reader, plan: Plan): Promise<Forum> {
  const forum = await getForum(db, plan.forumId)
  if (!forum) throw new Error(`plan ${plan.id} has no forum`)
  return forum
}

export const planPath = (forum: Pick<Forum, 'agreementSlug' | 'label'>): string => `${forumPath(forum)}/plan`

async function insertPlan(trx: Trx, forum: Forum, asked: NewPlan, now: Instant): Promise<Plan> {
  const id = newId(Date.parse(now))
  const doc = new Y.Doc()
  seedPlan(doc, asked)
  const about = { agreementId: forum.agreementId, kind: 'plan', subject: id, seed: Y.encodeStateAsUpdate(doc) }
  const row: PlanRow = {
    id,
    agreement_id: forum.agreementId,
    forum_id: forum.id,
    title: asked.title,
    period_from: asked.periodFrom,
    period_until: asked.periodUntil,
    document_id: await createDocument(trx, about, now),
    state: 'drafting',
    created_at: now,
  }
  await trx.insertInto('plan').values(row).execute()
  return fromRow(row)
}

const fromRow = (row: PlanRow): Plan => ({
  id: row.id,
  agreementId: row.agreement_id,
  forumId: row.forum_id,
  title: row.title,
  periodFrom: row.period_from,
  periodUntil: row.period_until,
  documentId: row.document_id,
  state: row.state as PlanState,
  createdAt: row.created_at,
})
