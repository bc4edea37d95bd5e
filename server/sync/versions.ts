import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import type { HistoryPoint, Naming } from '../../shared/history.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { seedHash } from './chain.ts'
import { findDocument, type LiveDocument, type Point } from './documents.ts'
import { seatAt } from './seat.ts'
import { readSnapshot } from './stored.ts'
import type { DocumentVersionRow } from './table.ts'

/** A point that somebody named. */
export interface Version extends Point {
  id: string
  name: string
}

/**
 * Names a point of a document, or its text as it is committed now: the head of the log's chain at that point is kept
 * with the name, so that what was named can be proved. Asks nobody's permission: the room has done so.
 */
export async function nameVersion(
  trx: Trx,
  actor: Actor,
  documentId: string,
  { name, point }: Naming,
  now: Instant,
): Promise<Version> {
  const document = await demandDocument(trx, documentId)
  const at = point ? await findPoint(trx, document, point) : document
  const taken = await trx
    .selectFrom('document_version')
    .select('id')
    .where('document_id', '=', documentId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (taken) throw new Refused('version_name_taken')
  const { epoch, seq, hash } = at
  const id = await keepVersion(trx, actor, document, { epoch, seq, hash, name }, now)
  return { id, name, epoch, seq, hash }
}

/** Keeps that a point was named, or that an earlier one was brought back at it. */
export async function keepVersion(
  trx: Trx,
  actor: Actor,
  document: Pick<LiveDocument, 'id' | 'agreementId'>,
  at: Point & { name?: string; of?: HistoryPoint },
  now: Instant,
): Promise<string> {
  const row: DocumentVersionRow = {
    id: newId(Date.parse(now)),
    document_id: document.id,
    epoch: at.epoch,
    seq: at.seq,
    hash: at.hash,
    name: at.name ?? null,
    of_epoch: at.of?.epoch ?? null,
    of_seq: at.of?.seq ?? null,
    person_id: actor.personId,
    delegation_id: seatAt(actor, document.agreementId)?.delegationId ?? null,
    at: now,
  }
  await trx.insertInto('document_version').values(row).execute()
  return row.id
}

/** The point with the head of the chain at it; refused where the document was never at it. */
export async function findPoint(db: Reader, document: LiveDocument, { epoch, seq }: HistoryPoint): Promise<Point> {
  const update = await db
    .selectFrom('document_update')
    .select('hash')
    .where('document_id', '=', document.id)
    .where('epoch', '=', epoch)
    .where('seq', '=', seq)
    .executeTakeFirst()
  if (update) return { epoch, seq, hash: update.hash }
  const began = await db
    .selectFrom('document_snapshot')
    .select((eb) => eb.fn.min('seq').as('seq'))
    .where('document_id', '=', document.id)
    .where('epoch', '=', epoch)
    .executeTakeFirst()
  if (began?.seq !== seq) throw new Refused('version_unknown')
  const seed = await readSnapshot(db, document.id, { epoch, seq })
  return { epoch, seq, hash: seedHash(document.id, epoch, seed.bytes) }
}

export async function demandDocument(db: Reader, id: string): Promise<LiveDocument> {
  const document = await findDocument(db, id)
  if (!document) throw new Refused('not_found')
  return document
}
