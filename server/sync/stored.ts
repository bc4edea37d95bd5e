import * as Y from 'yjs'
import type { Instant } from '../../shared/dates.ts'
import type { Database, Reader } from '../db/database.ts'
import type { Point } from './documents.ts'

/** The newest snapshot not after the point, and the log from there up to the point. */
export async function readStored(db: Reader, id: string, point: { epoch: number; seq: number }) {
  const snapshot = await db
    .selectFrom('document_snapshot')
    .select(['seq', 'bytes', 'state_vector'])
    .where('document_id', '=', id)
    .where('epoch', '=', point.epoch)
    .where('seq', '<=', point.seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { snapshot, tail: await readLog(db, id, { epoch: point.epoch, after: snapshot.seq, until: point.seq }) }
}

/** Logged updates in their order. */
export const readLog = (db: Reader, id: string, range: { epoch: number; after: number; until: number }) =>
  db
    .selectFrom('document_update')
    .select(['seq', 'person_id', 'device', 'client_seq', 'bytes', 'at', 'hash'])
    .where('document_id', '=', id)
    .where('epoch', '=', range.epoch)
    .where('seq', '>', range.after)
    .where('seq', '<=', range.until)
    .orderBy('seq')
    .execute()

/** Through a document, in one transaction: `Y.mergeUpdates` is quadratic and keeps what was deleted. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return Y.encodeStateAsUpdate(doc)
}

/** Whose each Yjs client id is; null for the ids of the text that the document began with. */
export async function readOwners(db: Reader, id: string): Promise<Map<number, string | null>> {
  const rows = await db
    .selectFrom('document_client')
    .select(['client_id', 'person_id'])
    .where('document_id', '=', id)
    .execute()
  return new Map(rows.map((row) => [row.client_id, row.person_id]))
}

/** Which updates of a device, from a number on, are in the log: those need no second place when they come again. */
export async function readStoredNumbers(
  db: Reader,
  id: string,
  sender: { personId: string; device: string; from: number },
): Promise<Set<number>> {
  const rows = await db
    .selectFrom('document_update')
    .select('client_seq')
    .where('document_id', '=', id)
    .where('person_id', '=', sender.personId)
    .where('device', '=', sender.device)
    .where('client_seq', '>=', sender.from)
    .execute()
  return new Set(rows.map((row) => row.client_seq))
}

/** Keeps the text as of a point, so that the next opening starts there. The one before stays until this one is safe. */
export const saveSnapshot = (
  db: Database,
  id: string,
  point: Point,
  text: { bytes: Uint8Array; stateVector: Uint8Array },
  at: Instant,
): Promise<void> =>
  db.write(async (trx) => {
    const row = {
      document_id: id,
      epoch: point.epoch,
      seq: point.seq,
      bytes: text.bytes,
      state_vector: text.stateVector,
      at,
    }
    await trx
      .insertInto('document_snapshot')
      .values(row)
      .onConflict((c) => c.doNothing())
      .execute()
    const kept = await trx
      .selectFrom('document_snapshot')
      .select('seq')
      .where('document_id', '=', id)
      .where('epoch', '=', point.epoch)
      .orderBy('seq', 'desc')
      .execute()
    const seed = kept.at(-1)!.seq
    const older = kept.slice(2).filter((snapshot) => snapshot.seq !== seed)
    if (older.length === 0) return
    await trx
      .deleteFrom('document_snapshot')
      .where('document_id', '=', id)
      .where('epoch', '=', point.epoch)
      .where(
        'seq',
        'in',
        older.map((snapshot) => snapshot.seq),
      )
      .execute()
  })
