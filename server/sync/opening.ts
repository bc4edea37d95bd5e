import type { Reader } from '../db/database.ts'
import { findDocument, type LiveDocument, type Point } from './documents.ts'
import type { Folder } from './folder.ts'
import { type LoggedUpdate, readLog, readOwners, readPages, readSnapshot } from './stored.ts'

/** A document as it is opened: what is committed of its text, and whose its Yjs client ids are. */
export interface Opened {
  document: LiveDocument
  snapshot: { seq: number; bytes: Uint8Array; stateVector: Uint8Array }
  tail: LoggedUpdate[]
  owners: Map<number, string | null>
  /** The snapshot was made just now, of a long log, and is not kept yet. */
  isFolded: boolean
}

/** More updates than these since the last snapshot, or any since one of so many bytes, are folded beside the event loop. */
const longTail = 5_000
const largeBytes = 1_048_576

/** Everything that opening a document takes. Undefined where there is none. */
export async function loadDocument(db: Reader, id: string, folder: Folder): Promise<Opened | undefined> {
  const document = await findDocument(db, id)
  if (!document) return undefined
  const snapshot = await readSnapshot(db, id, document)
  const owners = await readOwners(db, id)
  const missing = document.seq - snapshot.seq
  const range = { epoch: document.epoch, after: snapshot.seq, until: document.seq }
  if (missing > longTail || (missing > 0 && snapshot.bytes.length > largeBytes)) {
    const folded = await folder.fold(pagesOf(db, id, snapshot, range))
    return { document, snapshot: { seq: document.seq, ...folded }, tail: [], owners, isFolded: true }
  }
  const tail: LoggedUpdate[] = []
  for await (const page of readPages(db, id, range)) tail.push(...page)
  return { document, snapshot, tail, owners, isFolded: false }
}

/** The snapshot and then the log after it, as the folder takes them. */
export async function* pagesOf(
  db: Reader,
  id: string,
  snapshot: { bytes: Uint8Array },
  range: { epoch: number; after: number; until: number },
): AsyncGenerator<Uint8Array[]> {
  yield [snapshot.bytes]
  for await (const page of readPages(db, id, range)) yield page.map((update) => update.bytes)
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
