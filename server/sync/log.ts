import type { Instant } from '../../shared/dates.ts'
import type { Append } from '../db/append.ts'
import type { Database } from '../db/database.ts'
import { linkHash } from './chain.ts'
import type { Point } from './documents.ts'
import type { DocumentClientRow, DocumentUpdateRow } from './table.ts'

/** An update that passed the gate, before it has a place in the log. */
export interface Entry {
  personId: string
  delegationId: string | undefined
  device: string
  clientSeq: number
  bytes: Uint8Array
  /** Yjs client ids that were first seen with this update. */
  claims: readonly number[]
}

/** What is to be appended to one document, and the head that it was judged against. */
export interface Batch {
  documentId: string
  base: Point
  entries: readonly Entry[]
}

export interface Appended {
  /** The new head of each document whose batch is in the log. The others had moved: nothing of theirs was written. */
  heads: Map<string, Point>
}

/**
 * Appends many updates to many documents in one transaction. Each batch is written only if its document is open and its
 * head is still the one that the batch was judged against, so a seal and an update of another node are before it or
 * after it, never beside it.
 */
export async function append(db: Pick<Database, 'append'>, batches: readonly Batch[], at: Instant): Promise<Appended> {
  const appends = batches.map((batch) => link(batch, at))
  const moved = await db.append(appends)
  const won = appends.filter((append) => moved.has(append.documentId))
  return { heads: new Map(won.map(({ documentId, base, head }) => [documentId, { epoch: base.epoch, ...head }])) }
}

/** Numbers and chains what is to be appended, from the head on. */
export function link({ documentId, base, entries }: Batch, at: Instant): Append {
  const updates: DocumentUpdateRow[] = []
  const clients: DocumentClientRow[] = []
  let { seq, hash } = base
  for (const entry of entries) {
    const { personId, delegationId, device, clientSeq, bytes } = entry
    seq++
    const prevHash = hash
    hash = linkHash(prevHash, {
      documentId,
      epoch: base.epoch,
      seq,
      personId,
      delegationId,
      device,
      clientSeq,
      at,
      bytes,
    })
    updates.push({
      document_id: documentId,
      epoch: base.epoch,
      seq,
      person_id: personId,
      delegation_id: delegationId ?? null,
      device,
      client_seq: clientSeq,
      bytes,
      at,
      prev_hash: prevHash,
      hash,
    })
    for (const client of entry.claims)
      clients.push({
        document_id: documentId,
        client_id: client,
        person_id: personId,
        delegation_id: delegationId ?? null,
        at,
      })
  }
  return { documentId, base, head: { seq, hash }, at, updates, clients }
}

/** Engines take so many parameters to a statement: SQLite 32,766. */
async function insertInParts<Row>(rows: readonly Row[], insert: (rows: Row[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < rows.length; i += 1_000) await insert(rows.slice(i, i + 1_000))
}

/**
 * Binds Yjs client ids to who shows them as their own, where they are nobody's yet; returns whose they are. A row stays
 * as it was first written, on whichever node.
 */
export async function bindClients(db: Database, claims: readonly DocumentClientRow[]): Promise<DocumentClientRow[]> {
  return db.write(async (trx) => {
    await insertInParts(claims, (rows) =>
      trx
        .insertInto('document_client')
        .values(rows)
        .onConflict((c) => c.doNothing())
        .execute(),
    )
    return trx
      .selectFrom('document_client')
      .selectAll()
      .where('document_id', 'in', [...new Set(claims.map((claim) => claim.document_id))])
      .where('client_id', 'in', [...new Set(claims.map((claim) => claim.client_id))])
      .execute()
  })
}
