import { randomInt } from 'node:crypto'
import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import type { HistoryPoint } from '../../shared/history.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Database, Reader, Trx } from '../db/database.ts'
import type { Point } from './documents.ts'
import { askHistory } from './history/desk.ts'
import { link } from './log.ts'
import { tell } from './news.ts'
import { seatAt } from './seat.ts'
import { readStored } from './stored.ts'
import { demandDocument, findPoint, keepVersion } from './versions.ts'

/** What a room does in the same transaction: it asks once more whether the person may, and records what was done. */
type Follow = (trx: Trx, restored: { of: Point; at: Point }) => Promise<void>

/** So often the edit is made anew because somebody wrote meanwhile; then it joins what they wrote, as any edit does. */
const tries = 5

/**
 * Brings the text of an earlier point back as a new edit of this person's, at the end of the log: nothing in it is
 * changed or left out, whoever has the text open receives the edit as any other, and it can itself be taken back.
 */
export async function restorePoint(
  db: Database,
  actor: Actor,
  documentId: string,
  point: HistoryPoint,
  now: Instant,
  follow: Follow,
): Promise<Point> {
  const document = await demandDocument(db.read, documentId)
  const of = await findPoint(db.read, document, point)
  for (let attempt = 1; ; attempt++) {
    const client = await freshClient(db.read, documentId)
    const { snapshot, tail } = await readStored(db.read, documentId, await demandDocument(db.read, documentId))
    const committed = [snapshot.bytes, ...tail.map((update) => update.bytes)]
    const made = await askHistory(db.read, { is: 'restoration', id: documentId, point, client, committed })
    if (!made) throw new Refused('version_unknown')
    const { base, update } = made
    if (!update) throw new Refused('version_stands')
    const edit = { documentId, of, base, update, client, isLast: attempt === tries }
    const at = await db.write((trx) => writeEdit(trx, actor, edit, now, follow))
    if (at) return at
  }
}

/** Undefined when somebody wrote since the edit was made. */
async function writeEdit(
  trx: Trx,
  actor: Actor,
  edit: {
    documentId: string
    of: Point
    base: HistoryPoint
    update: Uint8Array
    client: number
    isLast: boolean
  },
  now: Instant,
  follow: Follow,
): Promise<Point | undefined> {
  const document = await demandDocument(trx, edit.documentId)
  if (document.state !== 'open') throw new Refused(`document_${document.state}`)
  if (document.epoch !== edit.base.epoch) throw new Refused('document_restarted')
  if (document.seq !== edit.base.seq && !edit.isLast) return undefined
  const entry = {
    personId: actor.personId,
    delegationId: seatAt(actor, document.agreementId)?.delegationId,
    device: `restore:${newId(Date.parse(now))}`,
    clientSeq: 1,
    bytes: edit.update,
    claims: [edit.client],
  }
  const { head, updates, clients } = link({ documentId: document.id, base: document, entries: [entry] }, now)
  const moved = await trx
    .updateTable('document')
    .set({ head_seq: head.seq, head_hash: head.hash, changed_at: now })
    .where('id', '=', document.id)
    .where('state', '=', 'open')
    .where('epoch', '=', document.epoch)
    .where('head_seq', '=', document.seq)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
  await trx
    .insertInto('document_update')
    .values([...updates])
    .execute()
  await trx
    .insertInto('document_client')
    .values([...clients])
    .execute()
  const at = { epoch: document.epoch, ...head }
  await keepVersion(trx, actor, document, { ...at, of: edit.of }, now)
  await follow(trx, { of: edit.of, at })
  tell(trx, { documentId: document.id })
  return at
}

/** A Yjs client id that nobody has written with. */
async function freshClient(db: Reader, documentId: string): Promise<number> {
  for (;;) {
    const client = randomInt(1, 2 ** 32)
    const known = await db
      .selectFrom('document_client')
      .select('client_id')
      .where('document_id', '=', documentId)
      .where('client_id', '=', client)
      .executeTakeFirst()
    if (!known) return client
  }
}
