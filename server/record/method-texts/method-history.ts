import type { Actor } from '../../../shared/agreement.ts'
import type { Instant } from '../../../shared/dates.ts'
import type { Attribution, HistoryChanges, HistoryPoint, Naming, PointHere } from '../../../shared/history.ts'
import type { Database, Reader, Trx } from '../../db/database.ts'
import { demand } from '../../http/demand.ts'
import type { Point } from '../../sync/documents.ts'
import { readAttribution, readChanges, readPoints } from '../../sync/history.ts'
import { restorePoint } from '../../sync/restoring.ts'
import { nameVersion, type Version } from '../../sync/versions.ts'
import { findMethodText } from './method-texts.ts'

/** Where a team's method has been, for the team. */
export async function methodPoints(db: Reader, actor: Actor, teamId: string): Promise<PointHere[]> {
  return readPoints(db, (await findMethodText(db, actor, teamId)).documentId)
}

/** What each member changed in the method between two points of its text. */
export async function methodChanges(
  db: Reader,
  actor: Actor,
  teamId: string,
  { from, to }: { from: HistoryPoint; to: HistoryPoint },
): Promise<HistoryChanges> {
  return readChanges(db, (await findMethodText(db, actor, teamId)).documentId, from, to)
}

/** Who wrote each passage of the method. */
export async function methodAttribution(db: Reader, actor: Actor, teamId: string): Promise<Attribution> {
  return readAttribution(db, (await findMethodText(db, actor, teamId)).documentId)
}

/** Gives a point of the method a name. */
export async function nameMethodPoint(
  trx: Trx,
  actor: Actor,
  teamId: string,
  naming: Naming,
  now: Instant,
): Promise<Version> {
  const text = await findMethodText(trx, actor, teamId)
  demand(actor, 'method.write', text)
  return nameVersion(trx, actor, text.documentId, naming, now)
}

/** Writes the method of an earlier point again, as a new edit of this person's. */
export async function restoreMethod(
  db: Database,
  actor: Actor,
  teamId: string,
  point: HistoryPoint,
  now: Instant,
): Promise<Point> {
  const text = await findMethodText(db.read, actor, teamId)
  demand(actor, 'method.write', text)
  return restorePoint(db, actor, text.documentId, point, now, async (trx) => {
    demand(actor, 'method.write', await findMethodText(trx, actor, teamId))
  })
}
