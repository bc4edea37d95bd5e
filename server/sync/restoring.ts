import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import type { HistoryPoint } from '../../shared/history.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Database, Trx } from '../db/database.ts'
import { appendEdit, freshClient } from './appending.ts'
import type { Point } from './documents.ts'
import { askHistory } from './history/desk.ts'
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
  const { update, client } = edit
  const at = await appendEdit(
    trx,
    actor,
    document,
    { update, client, device: `restore:${newId(Date.parse(now))}` },
    now,
  )
  await keepVersion(trx, actor, document, { ...at, of: edit.of }, now)
  await follow(trx, { of: edit.of, at })
  return at
}
