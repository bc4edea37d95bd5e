import { sql } from 'kysely'
import type { DocumentState } from '../../shared/live.ts'
import type { Reader } from '../db/database.ts'
import type { LiveDocument, Point } from './documents.ts'

/** Where an open document stands now, and what was appended to it after a point by somebody else. */
export interface News {
  document: LiveDocument
  updates: { seq: number; personId: string; bytes: Uint8Array; at: string }[]
}

/** So many documents are asked about in one query. */
const askedAtOnce = 500

interface Row {
  id: string
  state: string
  epoch: number
  head_seq: number
  head_hash: string
  sealed_at: string | null
  seq: number | null
  person_id: string
  bytes: Uint8Array
  at: string
}

/**
 * The news of many documents in one query. A document that was begun anew has a later epoch, and no updates here; one
 * that is gone is absent.
 */
export async function readSince(
  db: Reader,
  open: readonly { document: LiveDocument; point: Point }[],
): Promise<Map<string, News>> {
  const news = new Map<string, News>()
  const known = new Map(open.map((one) => [one.document.id, one.document]))
  for (let i = 0; i < open.length; i += askedAtOnce) {
    for (const row of await rowsSince(db, open.slice(i, i + askedAtOnce))) {
      const { id, seq, bytes, at } = row
      if (!news.has(id)) news.set(id, { document: { ...known.get(id)!, ...standing(row) }, updates: [] })
      if (seq !== null) news.get(id)!.updates.push({ seq, personId: row.person_id, bytes, at })
    }
  }
  return news
}

async function rowsSince(db: Reader, open: readonly { document: LiveDocument; point: Point }[]): Promise<Row[]> {
  const asked = sql.join(
    open.map(
      ({ document, point }) => sql`(${document.id}, cast(${point.epoch} as integer), cast(${point.seq} as integer))`,
    ),
  )
  const { rows } = await sql<Row>`
    with asked (id, epoch, seq) as (values ${asked})
    select d.id, d.state, d.epoch, d.head_seq, d.head_hash, d.sealed_at, u.seq, u.person_id, u.bytes, u.at
    from asked
    join document d on d.id = asked.id
    left join document_update u
      on u.document_id = d.id and u.epoch = asked.epoch and u.seq > asked.seq and u.seq <= d.head_seq
    order by d.id, u.seq`.execute(db)
  return rows
}

const standing = (row: Row) => ({
  state: row.state as DocumentState,
  epoch: row.epoch,
  seq: row.head_seq,
  hash: row.head_hash,
  sealedAt: row.sealed_at ?? undefined,
})
