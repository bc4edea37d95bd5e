import type { Reader } from '../db/database.ts'
import { findDocument, type LiveDocument, type Point } from './documents.ts'
import { readLog, readOwners, readStored } from './stored.ts'

/** Everything that opening a document takes. Undefined where there is none. */
export async function loadDocument(db: Reader, id: string) {
  const document = await findDocument(db, id)
  if (!document) return undefined
  const { snapshot, tail } = await readStored(db, id, document)
  return { document, snapshot, tail, owners: await readOwners(db, id) }
}

/** What was appended after a point by somebody else; undefined when the document was begun anew since. */
export async function readSince(
  db: Reader,
  id: string,
  point: Point,
): Promise<{ document: LiveDocument; updates: { seq: number; bytes: Uint8Array }[] } | undefined> {
  const document = await findDocument(db, id)
  if (!document || document.epoch !== point.epoch) return undefined
  const updates =
    document.seq > point.seq ? await readLog(db, id, { epoch: point.epoch, after: point.seq, until: document.seq }) : []
  return { document, updates }
}
