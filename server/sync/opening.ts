import type { Shape } from '../../shared/live.ts'
import type { Reader } from '../db/database.ts'
import { findDocument, type LiveDocument } from './documents.ts'
import type { Folder } from './folder.ts'
import { readOwners, readPages, readSnapshot } from './stored.ts'
import { openText, type Text } from './text.ts'

/** A document as it is opened: what is committed of its text, and whose its Yjs client ids are. */
export interface Opened {
  document: LiveDocument
  shape: Shape
  text: Text
  owners: Map<number, string | null>
  /** About how many bytes the text has, and up to where and how large the snapshot under it is. */
  bytes: number
  snapshot: { seq: number; bytes: number }
  /** What was folded just now, and is not kept yet. */
  folded: { bytes: Uint8Array; stateVector: Uint8Array } | undefined
}

/** To wake a text of so many bytes takes longer than others should wait: with a log behind it, the worker folds it. */
const largeBytes = 1_048_576

/** Opens a document. Undefined where there is none, or none of a kind that has a shape. */
export async function loadDocument(
  db: Reader,
  id: string,
  folder: Folder,
  shapeOf: (kind: string) => Shape | undefined,
): Promise<Opened | undefined> {
  const document = await findDocument(db, id)
  const shape = document && shapeOf(document.kind)
  if (!shape) return undefined
  const owners = await readOwners(db, id)
  const snapshot = await readSnapshot(db, id, document)
  const tail = { epoch: document.epoch, after: snapshot.seq, until: document.seq }
  if (document.seq > snapshot.seq && snapshot.bytes.length > largeBytes) {
    const folded = await folder.fold(pagesOf(db, id, snapshot, tail))
    const under = { seq: document.seq, bytes: folded.bytes.length }
    return { document, shape, text: openText(folded, shape), owners, bytes: under.bytes, snapshot: under, folded }
  }
  const text = openText(snapshot, shape)
  let { length: bytes } = snapshot.bytes
  for await (const page of readPages(db, id, tail)) {
    text.take(page)
    bytes += page.reduce((sum, update) => sum + update.bytes.length, 0)
  }
  const under = { seq: snapshot.seq, bytes: snapshot.bytes.length }
  return { document, shape, text, owners, bytes, snapshot: under, folded: undefined }
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
