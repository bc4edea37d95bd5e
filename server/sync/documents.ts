import * as Y from 'yjs'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { type DocumentMove, type DocumentState, documentMoves } from '../../shared/live.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { seedHash } from './chain.ts'
import { tell } from './news.ts'
import { mergeUpdates, readStored } from './stored.ts'
import type { DocumentRow } from './table.ts'

export type DocumentId = string

/** What the engine knows of a document: whose it is and what it is about, never what it means. */
export interface LiveDocument {
  id: DocumentId
  agreementId: string
  kind: string
  subject: string
  state: DocumentState
  epoch: number
  seq: number
  hash: string
  sealedAt: Instant | undefined
}

/** A point of a document's history: everything up to the update `seq`, whose chain head is `hash`. */
export interface Point {
  epoch: number
  seq: number
  hash: string
}

const nothing = Y.encodeStateAsUpdate(new Y.Doc())

/** A new document, open to be written. `seed` is the text it begins with; its Yjs client ids are nobody's afterwards. */
export async function createDocument(
  trx: Trx,
  about: { agreementId: string; kind: string; subject: string; seed?: Uint8Array | undefined },
  now: Instant,
): Promise<DocumentId> {
  const id = newId(Date.parse(now))
  const { agreementId, kind, subject, seed = nothing } = about
  const text = { epoch: 1, head_seq: 0, head_hash: seedHash(id, 1, seed) }
  const row = { id, agreement_id: agreementId, kind, subject, state: 'open', sealed_at: null, ...text }
  await trx
    .insertInto('document')
    .values({ ...row, created_at: now, changed_at: now })
    .execute()
  await plantSeed(trx, { id, epoch: 1, seq: 0, seed }, now)
  return id
}

/**
 * Begins the text of an open document anew from `seed`, in an epoch of its own: after a restore, or to leave a long
 * history behind. The log of earlier epochs stays; edits made on one of them are refused and stay with their author.
 */
export async function restartDocument(trx: Trx, id: DocumentId, seed: Uint8Array, now: Instant): Promise<Point> {
  const row = await findRow(trx, id)
  if (row.state !== 'open') throw new Refused('moved_meanwhile')
  const epoch = row.epoch + 1
  const hash = seedHash(id, epoch, seed)
  const moved = await trx
    .updateTable('document')
    .set({ epoch, head_hash: hash, changed_at: now })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where('epoch', '=', row.epoch)
    .where('head_seq', '=', row.head_seq)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
  await plantSeed(trx, { id, epoch, seq: row.head_seq, seed }, now)
  tell(trx, { documentId: id })
  return { epoch, seq: row.head_seq, hash }
}

/** From here on no update is committed, on any node; what is returned is exactly what was written until then. */
export async function sealDocument(trx: Trx, id: DocumentId, now: Instant): Promise<Point> {
  await moveDocument(trx, id, 'seal', now)
  const row = await findRow(trx, id)
  return { epoch: row.epoch, seq: row.head_seq, hash: row.head_hash }
}

/** Opens a sealed document to be written on. */
export const unsealDocument = (trx: Trx, id: DocumentId): Promise<void> => moveDocument(trx, id, 'unseal', null)

/** Closes a sealed document for ever. */
export const lockDocument = (trx: Trx, id: DocumentId): Promise<void> => moveDocument(trx, id, 'lock', undefined)

/**
 * The document as it is committed: apply `update` to a Y.Doc. Within a transaction that sealed it, exactly what was sealed.
 * Asks nobody's permission: the room whose document it is has done so.
 */
export async function readDocument(
  db: Reader,
  id: DocumentId,
): Promise<{ state: DocumentState; epoch: number; seq: number; update: Uint8Array }> {
  const row = await findRow(db, id)
  const { snapshot, tail } = await readStored(db, id, { epoch: row.epoch, seq: row.head_seq })
  const update =
    tail.length === 0 ? snapshot.bytes : mergeUpdates([snapshot.bytes, ...tail.map((update) => update.bytes)])
  return { state: row.state as DocumentState, epoch: row.epoch, seq: row.head_seq, update }
}

export async function findDocument(db: Reader, id: DocumentId): Promise<LiveDocument | undefined> {
  const row = await db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

async function moveDocument(
  trx: Trx,
  id: DocumentId,
  move: DocumentMove,
  sealedAt: Instant | null | undefined,
): Promise<void> {
  const { from, to } = documentMoves[move]
  const moved = await trx
    .updateTable('document')
    .set({ state: to, ...(sealedAt === undefined ? {} : { sealed_at: sealedAt }) })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) {
    await findRow(trx, id)
    throw new Refused('moved_meanwhile')
  }
  tell(trx, { documentId: id })
}

async function plantSeed(
  trx: Trx,
  at: { id: DocumentId; epoch: number; seq: number; seed: Uint8Array },
  now: Instant,
): Promise<void> {
  const { id, epoch, seq, seed } = at
  const stateVector = Y.encodeStateVectorFromUpdate(seed)
  const snapshot = { document_id: id, epoch, seq, bytes: seed, state_vector: stateVector, at: now }
  await trx.insertInto('document_snapshot').values(snapshot).execute()
  const clients = [...Y.decodeStateVector(stateVector).keys()].map((client) => ({
    document_id: id,
    client_id: client,
    person_id: null,
    delegation_id: null,
    at: now,
  }))
  if (clients.length > 0)
    await trx
      .insertInto('document_client')
      .values(clients)
      .onConflict((c) => c.doNothing())
      .execute()
}

async function findRow(db: Reader, id: DocumentId): Promise<DocumentRow> {
  const row = await db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refused('not_found')
  return row
}

const fromRow = (row: DocumentRow): LiveDocument => ({
  id: row.id,
  agreementId: row.agreement_id,
  kind: row.kind,
  subject: row.subject,
  state: row.state as DocumentState,
  epoch: row.epoch,
  seq: row.head_seq,
  hash: row.head_hash,
  sealedAt: row.sealed_at ?? undefined,
})
