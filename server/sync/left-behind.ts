import * as Y from 'yjs'
import type { Instant } from '../../shared/dates.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Database, Reader } from '../db/database.ts'
import type { LiveDocument } from './documents.ts'
import { faultOf, keep, ownershipIn } from './late.ts'
import type { LiveLimits } from './limits.ts'
import { readOwners } from './stored.ts'
import { textAt } from './texts-at.ts'

/** What a client sends whose text is of an earlier epoch: it cannot be judged by a text that is gone, so it is only kept. */
export interface LeftBehind {
  documentId: string
  epoch: number
  personId: string
  delegationId: string | undefined
  device: string
  /** Whether the person may write here now; who once did has words to keep too. */
  writes: boolean
  updates: readonly Uint8Array[]
}

export async function keepProposal(
  engine: { db: Database; clock: () => Instant; limits: LiveLimits },
  document: LiveDocument,
  left: LeftBehind,
): Promise<void> {
  const { db, limits } = engine
  if (left.epoch >= document.epoch || left.epoch < 1) throw new Refused('moved_meanwhile')
  const owners = await readOwners(db.read, document.id)
  const { epoch, personId, delegationId, device } = left
  if (!left.writes && ![...owners.values()].includes(personId)) throw new Refused('document_read_only')
  for (const bytes of left.updates) {
    const why = faultOf(bytes, (client) => ownershipIn(owners, client, personId), limits)
    if (why) throw new Refused(why === 'too_large' ? 'edit_too_large' : 'edit_refused', { why })
  }
  const baseSeq = await lastOf(db.read, document.id, epoch)
  const edits = left.updates.map((bytes, i) => ({
    documentId: document.id,
    epoch,
    baseSeq,
    personId,
    delegationId,
    device,
    clientSeq: i + 1,
    bytes,
  }))
  const kept = await keep(engine, edits)
  if (kept.size < edits.length) throw new Refused('proposal_full')
}

/** What the text of an earlier epoch had in the end: what a client of it need not send. */
export async function lastVector(db: Reader, document: LiveDocument, epoch: number): Promise<Uint8Array> {
  if (epoch >= document.epoch || epoch < 1) throw new Refused('not_found')
  const seq = await lastOf(db, document.id, epoch)
  return Y.encodeStateVectorFromUpdate(await textAt(db, document.id, { epoch, seq }))
}

/** The last update of an epoch that is over, or the seed that it began with. */
async function lastOf(db: Reader, id: string, epoch: number): Promise<number> {
  const logged = await db
    .selectFrom('document_update')
    .select((eb) => eb.fn.max('seq').as('seq'))
    .where('document_id', '=', id)
    .where('epoch', '=', epoch)
    .executeTakeFirst()
  if (logged?.seq != null) return logged.seq
  const seed = await db
    .selectFrom('document_snapshot')
    .select('seq')
    .where('document_id', '=', id)
    .where('epoch', '=', epoch)
    .orderBy('seq')
    .executeTakeFirst()
  if (!seed) throw new Refused('not_found')
  return seed.seq
}
