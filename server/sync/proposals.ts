import * as Y from 'yjs'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import type { DocumentState } from '../../shared/live.ts'
import { chunksOf, standardChunk } from '../../shared/live-chunks.ts'
import { encodeLive } from '../../shared/live-wire.ts'
import { type RefusalCode, Refused } from '../../shared/refusals.ts'
import type { Database, Reader } from '../db/database.ts'
import { findDocument, type LiveDocument, readDocument } from './documents.ts'
import type { LateEditRow } from './table.ts'
import { textAt, together } from './texts-at.ts'
import { updateFrame } from './wire.ts'

/** What one person wrote too late to one state of a text: kept for that person, until it is put in or discarded. */
export interface Proposal {
  /** The first of its edits; names the proposal for as long as it stands. */
  id: string
  documentId: string
  epoch: number
  baseSeq: number
  edits: number
  firstAt: Instant
  lastAt: Instant
}

/** Whose it is cannot be asked for: nobody reads another's. */
export async function listProposals(db: Reader, documentId: string, personId: string): Promise<Proposal[]> {
  const rows = await db
    .selectFrom('late_edit')
    .select(['id', 'document_id', 'epoch', 'base_seq', 'at'])
    .where('document_id', '=', documentId)
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
  const groups = Map.groupBy(rows, (row) => `${row.epoch} ${row.base_seq}`)
  return [...groups.values()].map((group) => ({
    id: group[0]!.id,
    documentId,
    epoch: group[0]!.epoch,
    baseSeq: group[0]!.base_seq,
    edits: group.length,
    firstAt: group[0]!.at,
    lastAt: group.at(-1)!.at,
  }))
}

/** Whose the proposal is and where; undefined when nobody has such a one. */
export async function findProposal(
  db: Reader,
  id: string,
): Promise<Pick<LateEditRow, 'document_id' | 'person_id' | 'epoch' | 'base_seq'> | undefined> {
  return db
    .selectFrom('late_edit')
    .select(['document_id', 'person_id', 'epoch', 'base_seq'])
    .where('id', '=', id)
    .executeTakeFirst()
}

export type Found = NonNullable<Awaited<ReturnType<typeof findProposal>>>

const editsOf = (db: Reader, found: Found) =>
  db
    .selectFrom('late_edit')
    .select(['id', 'bytes'])
    .where('document_id', '=', found.document_id)
    .where('person_id', '=', found.person_id)
    .where('epoch', '=', found.epoch)
    .where('base_seq', '=', found.base_seq)
    .orderBy('at')
    .orderBy('device')
    .orderBy('client_seq')
    .execute()

/** The texts that a proposal is read beside: as it was when it came, as its author had it, and as it stands now. */
export interface ProposalTexts {
  before: Uint8Array
  mine: Uint8Array
  now: Uint8Array
  state: DocumentState
  /** Why it cannot be put into the text as it stands. */
  refusal: RefusalCode | undefined
  /** The text has all of it already. */
  isIn: boolean
  /** A part rests on words that never arrived, and cannot be shown. */
  isPartial: boolean
}

export async function readProposal(db: Reader, found: Found): Promise<ProposalTexts> {
  const now = await readDocument(db, found.document_id)
  const before = await textAt(db, found.document_id, { epoch: found.epoch, seq: found.base_seq })
  const mine = await together([before])
  await applyAll(mine, await editsOf(db, found))
  const isPartial = mine.store.pendingStructs !== null || mine.store.pendingDs !== null
  const isHere = now.epoch === found.epoch
  return {
    before,
    mine: Y.encodeStateAsUpdate(withoutPending(mine)),
    now: now.update,
    state: now.state,
    refusal: now.state !== 'open' ? `document_${now.state}` : isHere ? undefined : 'document_restarted',
    isIn: isHere && isWithin(mine, await together([now.update])),
    isPartial,
  }
}

/** Takes its bytes away. They are nobody's afterwards. */
export async function discardProposal(db: Database, found: Found): Promise<void> {
  await db.write((trx) =>
    trx
      .deleteFrom('late_edit')
      .where('document_id', '=', found.document_id)
      .where('person_id', '=', found.person_id)
      .where('epoch', '=', found.epoch)
      .where('base_seq', '=', found.base_seq)
      .execute(),
  )
}

/**
 * What its author's client would say on a socket to put the proposal into the open text: a hello, then the edits as they
 * came. The gate judges them as any others.
 */
export async function framesToPutIn(db: Reader, found: Found): Promise<Uint8Array[]> {
  const document = await findDocument(db, found.document_id)
  if (!document) throw new Refused('not_found')
  if (document.state !== 'open') throw new Refused(`document_${document.state}`)
  if (document.epoch !== found.epoch) throw new Refused('document_restarted')
  const frames = [encodeLive({ is: 'hello', device: `proposal-${newId()}`, next: 1, epoch: found.epoch })]
  for (const { bytes } of await editsOf(db, found)) {
    const pieces = bytes.length <= standardChunk.bytes * 2 ? [bytes] : chunksOf(bytes, firstClocks(bytes))
    frames.push(...pieces.map(updateFrame))
    await new Promise(setImmediate)
  }
  return frames
}

/** What an edit begins at, of each client: it rests on what is before. */
const firstClocks = (bytes: Uint8Array): Map<number, number> => Y.parseUpdateMeta(bytes).from

/** The document of a proposal's author, for the routes; `not_found` where there is none. */
export async function documentOrNone(db: Reader, id: string): Promise<LiveDocument> {
  const document = await findDocument(db, id)
  if (!document) throw new Refused('not_found')
  return document
}

/** They come from one person and were looked at, but never judged by a text that has what they rest on. */
async function applyAll(doc: Y.Doc, edits: readonly { bytes: Uint8Array }[]): Promise<void> {
  const rest = edits.map((edit) => edit.bytes)
  try {
    // Each as it is, in their order; what then waits for something is tried once more with all the others, not with each.
    while (rest.length > 0 && !doc.store.pendingStructs) {
      Y.applyUpdate(doc, rest.shift()!)
      await new Promise(setImmediate)
    }
    if (rest.length > 0) Y.applyUpdate(doc, Y.mergeUpdates(rest))
  } catch {
    throw new Refused('proposal_partial') // they stay as they are, for their author to discard
  }
}

function withoutPending(doc: Y.Doc): Y.Doc {
  doc.store.pendingStructs = null
  doc.store.pendingDs = null
  return doc
}

/** Whether everything that was written and taken out in one text was so in the other. */
function isWithin(mine: Y.Doc, now: Y.Doc): boolean {
  return Y.snapshotContainsUpdate(Y.snapshot(now), Y.encodeStateAsUpdate(mine))
}
