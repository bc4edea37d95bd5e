import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import {
  type Attribution,
  type HistoryChanges,
  type HistoryPoint,
  type Naming,
  type PointHere,
  pointText,
} from '../../shared/history.ts'
import type { Database, Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { notifySeats } from '../notice/notifications.ts'
import type { Point } from '../sync/documents.ts'
import { newestFirst, readAttribution, readChanges, readPoints } from '../sync/history.ts'
import { restorePoint } from '../sync/restoring.ts'
import { nameVersion, type Version } from '../sync/versions.ts'
import { demandStage, findPlan, forumOfPlan, planPath } from './plans.ts'

/** Where the text of a plan has been, its readings among the points, for who may read it. */
export async function planPoints(db: Reader, actor: Actor, id: string): Promise<PointHere[]> {
  const plan = await findPlan(db, actor, id)
  const rows = await db
    .selectFrom('reading')
    .select(['number', 'document_epoch', 'document_seq', 'frozen_at'])
    .where('plan_id', '=', plan.id)
    .execute()
  const readings = rows.map((row): PointHere => {
    const { number, document_epoch: epoch, document_seq: seq, frozen_at: at } = row
    return { is: 'reading', epoch, seq, at, number }
  })
  return newestFirst([...(await readPoints(db, plan.documentId)), ...readings])
}

/** What each delegation changed in the plan between two points of its text. */
export async function planChanges(
  db: Reader,
  actor: Actor,
  id: string,
  { from, to }: { from: HistoryPoint; to: HistoryPoint },
): Promise<HistoryChanges> {
  return readChanges(db, (await findPlan(db, actor, id)).documentId, from, to)
}

/** Who wrote each passage of the plan, for who may read it. */
export async function planAttribution(db: Reader, actor: Actor, id: string): Promise<Attribution> {
  return readAttribution(db, (await findPlan(db, actor, id)).documentId)
}

/** Gives a point of the plan's text a name. */
export async function namePlanVersion(
  trx: Trx,
  actor: Actor,
  id: string,
  naming: Naming,
  now: Instant,
): Promise<Version> {
  const plan = await findPlan(trx, actor, id)
  demand(actor, 'version.name', { agreementId: plan.agreementId })
  return nameVersion(trx, actor, plan.documentId, naming, now)
}

/** Writes the text of an earlier point again, as a new edit of this person's: an act, because it undoes others' words. */
export async function restorePlan(
  db: Database,
  actor: Actor,
  id: string,
  point: HistoryPoint,
  now: Instant,
): Promise<Point> {
  await demandRestorable(db.read, actor, id)
  const plan = await findPlan(db.read, actor, id)
  return restorePoint(db, actor, plan.documentId, point, now, async (trx, { of, at }) => {
    const forum = await demandRestorable(trx, actor, id)
    const { agreementId } = plan
    const body = { of: pointText(of), ofHash: of.hash, at: pointText(at), hash: at.hash }
    await recordAct(trx, actor, { agreementId, kind: 'plan.restored', subject: plan.id, body }, now)
    const news = { agreementId, kind: 'plan.restored', subject: plan.id, path: planPath(forum) }
    await notifySeats(trx, actor, { ...news, detail: { label: forum.label } }, now)
  })
}

async function demandRestorable(db: Reader, actor: Actor, id: string) {
  const plan = await findPlan(db, actor, id)
  demand(actor, 'plan.restore', { agreementId: plan.agreementId, state: plan.state })
  const forum = await forumOfPlan(db, plan)
  demandStage('edit', forum)
  return forum
}
