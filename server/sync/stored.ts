import * as Y from 'yjs'
import type { Instant } from '../../shared/dates.ts'
import type { Database, Reader, Trx } from '../db/database.ts'
import type { Point } from './documents.ts'
import { takeExactly } from './exactly.ts'

/** The newest snapshot not after the point, without what lies in parts. */
const findSnapshot = (db: Reader, id: string, point: { epoch: number; seq: number }) =>
  db
    .selectFrom('document_snapshot')
    .select(['seq', 'bytes', 'state_vector'])
    .where('document_id', '=', id)
    .where('epoch', '=', point.epoch)
    .where('seq', '<=', point.seq)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()

/** The newest snapshot not after the point. A part is read at a time, and others have their turn in between. */
export async function readSnapshot(
  db: Reader,
  id: string,
  point: { epoch: number; seq: number },
): Promise<{ seq: number; bytes: Uint8Array; stateVector: Uint8Array }> {
  const { seq, bytes, state_vector } = await findSnapshot(db, id, point)
  const found = { seq, bytes, stateVector: state_vector }
  if (bytes.length < partBytes) return found
  const parts: Uint8Array[] = [bytes]
  for (;;) {
    await new Promise(setImmediate)
    const part = await db
      .selectFrom('document_snapshot_part')
      .select('bytes')
      .where('document_id', '=', id)
      .where('epoch', '=', point.epoch)
      .where('seq', '=', seq)
      .where('part', '=', parts.length)
      .executeTakeFirst()
    if (!part) return { ...found, bytes: parts.length === 1 ? bytes : Buffer.concat(parts) }
    parts.push(part.bytes)
  }
}

/** The newest snapshot not after the point, and the log from there up to the point. */
export async function readStored(db: Reader, id: string, point: { epoch: number; seq: number }) {
  const snapshot = await readSnapshot(db, id, point)
  const tail: LoggedUpdate[] = []
  for await (const page of readPages(db, id, { epoch: point.epoch, after: snapshot.seq, until: point.seq }))
    tail.push(...page)
  return { snapshot, tail }
}

export interface LoggedUpdate {
  seq: number
  bytes: Uint8Array
}

/** About so many rows, or their bytes, are read at once. */
const pageRows = 2_000
const pageBytes = 1_048_576

/** What logged updates say to a text, in their order, a page at a time; others have their turn in between. */
export async function* readPages(
  db: Reader,
  id: string,
  range: { epoch: number; after: number; until: number },
): AsyncGenerator<LoggedUpdate[]> {
  let rows = pageRows
  for (let { after } = range; after < range.until; ) {
    const page = await db
      .selectFrom('document_update')
      .select(['seq', 'bytes'])
      .where('document_id', '=', id)
      .where('epoch', '=', range.epoch)
      .where('seq', '>', after)
      .where('seq', '<=', range.until)
      .orderBy('seq')
      .limit(rows)
      .execute()
    if (page.length === 0) return
    yield page
    after = page.at(-1)!.seq
    const bytes = page.reduce((sum, update) => sum + update.bytes.length, 0)
    rows = Math.max(10, Math.min(pageRows, Math.floor((page.length * pageBytes) / Math.max(1, bytes))))
    await new Promise(setImmediate)
  }
}

/** Through a document, in one transaction: `Y.mergeUpdates` is quadratic and keeps what was deleted. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc()
  takeExactly(doc, () => {
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

/** The bytes of a part of a snapshot: what is written at once, and synchronised, while live texts wait. */
const partBytes = 1_048_576

/**
 * Keeps the text as of a point, so that the next opening starts there: part by part, the snapshot itself last, so that one
 * that can be found is whole. The one before stays until this one is safe.
 */
export async function saveSnapshot(
  db: Database,
  id: string,
  point: Point,
  text: { bytes: Uint8Array; stateVector: Uint8Array },
  at: Instant,
): Promise<void> {
  const key = { document_id: id, epoch: point.epoch, seq: point.seq }
  for (let part = 1; part * partBytes < text.bytes.length; part++) {
    const bytes = text.bytes.subarray(part * partBytes, (part + 1) * partBytes)
    await db.write((trx) =>
      trx
        .insertInto('document_snapshot_part')
        .values({ ...key, part, bytes })
        .onConflict((c) => c.doNothing())
        .execute(),
    )
    await new Promise(setImmediate)
  }
  await db.write(async (trx) => {
    const row = { ...key, bytes: text.bytes.subarray(0, partBytes), state_vector: text.stateVector, at }
    await trx
      .insertInto('document_snapshot')
      .values(row)
      .onConflict((c) => c.doNothing())
      .execute()
    await dropOlder(trx, id, point)
  })
}

/** Keeps the newest two, and the one that the epoch began with. Parts without a snapshot are left of a node that ended. */
async function dropOlder(trx: Trx, id: string, point: Point): Promise<void> {
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
  const gone = older.map((snapshot) => snapshot.seq)
  await trx
    .deleteFrom('document_snapshot')
    .where('document_id', '=', id)
    .where('epoch', '=', point.epoch)
    .where('seq', 'in', gone)
    .execute()
  await trx
    .deleteFrom('document_snapshot_part')
    .where('document_id', '=', id)
    .where('epoch', '=', point.epoch)
    .where('seq', '<', kept[1]!.seq)
    .where('seq', '!=', seed)
    .execute()
}
