import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import type { Attribution, HistoryChanges, HistoryPoint, Naming, PointHere } from '../../shared/history.ts'
import type { Database, Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import type { Point } from '../sync/documents.ts'
import { readAttribution, readChanges, readPoints } from '../sync/history.ts'
import { restorePoint } from '../sync/restoring.ts'
import { nameVersion, type Version } from '../sync/versions.ts'
import { findForum } from './forums.ts'

/** Where the minutes of a forum have been, for who may read them. */
export async function minutesPoints(db: Reader, actor: Actor, forumId: string): Promise<PointHere[]> {
  return readPoints(db, await findMinutes(db, actor, forumId))
}

/** What each delegation changed in the minutes between two points of their text. */
export async function minutesChanges(
  db: Reader,
  actor: Actor,
  forumId: string,
  { from, to }: { from: HistoryPoint; to: HistoryPoint },
): Promise<HistoryChanges> {
  return readChanges(db, await findMinutes(db, actor, forumId), from, to)
}

/** Who wrote each passage of the minutes. */
export async function minutesAttribution(db: Reader, actor: Actor, forumId: string): Promise<Attribution> {
  return readAttribution(db, await findMinutes(db, actor, forumId))
}

/** Gives a point of the minutes a name. */
export async function nameMinutesVersion(
  trx: Trx,
  actor: Actor,
  forumId: string,
  naming: Naming,
  now: Instant,
): Promise<Version> {
  const forum = await findForum(trx, actor, forumId)
  demand(actor, 'version.name', { agreementId: forum.agreementId })
  return nameVersion(trx, actor, forum.minutesId, naming, now)
}

/** Writes the minutes of an earlier point again, as a new edit of this person's. */
export async function restoreMinutes(
  db: Database,
  actor: Actor,
  forumId: string,
  point: HistoryPoint,
  now: Instant,
): Promise<Point> {
  await demandRestorable(db.read, actor, forumId)
  const { minutesId } = await findForum(db.read, actor, forumId)
  return restorePoint(db, actor, minutesId, point, now, (trx) => demandRestorable(trx, actor, forumId))
}

async function demandRestorable(db: Reader, actor: Actor, forumId: string): Promise<void> {
  const forum = await findForum(db, actor, forumId)
  demand(actor, 'minutes.restore', { agreementId: forum.agreementId, state: forum.stage })
}

async function findMinutes(db: Reader, actor: Actor, forumId: string): Promise<string> {
  const forum = await findForum(db, actor, forumId)
  demand(actor, 'minutes.read', { agreementId: forum.agreementId })
  return forum.minutesId
}
