import { randomInt } from 'node:crypto'
import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import type { LiveDocument, Point } from './documents.ts'
import { link } from './log.ts'
import { tell } from './news.ts'
import { seatAt } from './seat.ts'

/** An edit that the server makes for a person: a Yjs update of a client id that nobody has written with. */
export interface MadeEdit {
  update: Uint8Array
  client: number
  /** Under which name it stands in the log, as a browser's device does. */
  device: string
}

/** Puts an edit at the end of an open document's log, under the person's name; refused where somebody wrote meanwhile. */
export async function appendEdit(
  trx: Trx,
  actor: Actor,
  document: LiveDocument,
  edit: MadeEdit,
  now: Instant,
): Promise<Point> {
  if (document.state !== 'open') throw new Refused(`document_${document.state}`)
  const entry = {
    personId: actor.personId,
    delegationId: seatAt(actor, document.agreementId)?.delegationId,
    device: edit.device,
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
  tell(trx, { documentId: document.id })
  return { epoch: document.epoch, ...head }
}

/** A Yjs client id that nobody has written with. */
export async function freshClient(db: Reader, documentId: string): Promise<number> {
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
