import type { Instant } from '../../shared/dates.ts'
import type { Reader } from '../db/database.ts'
import type { Content } from './content.ts'
import type { Disclosure } from './disclosures.ts'
import { filedWords, wordsOf } from './words.ts'

/** One filing of a disclosure, as everyone may know of it once it is open: what was filed is read by its content. */
export interface Filing {
  id: string
  number: number
  filedBy: string
  filedAt: Instant
  contentHash: string
  records: number
  actSeq: number
}

/** The filings of a disclosure, first to last. Asks no permission. */
export async function filingsOf(db: Reader, disclosureId: string): Promise<Filing[]> {
  const rows = await db
    .selectFrom('disclosure_filing as filing')
    .innerJoin('person', 'person.id', 'filing.filed_by')
    .select(['filing.id', 'number', 'person.name', 'filed_at', 'content_hash', 'records', 'act_seq'])
    .where('disclosure_id', '=', disclosureId)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    filedBy: row.name,
    filedAt: row.filed_at,
    contentHash: row.content_hash,
    records: row.records,
    actSeq: row.act_seq,
  }))
}

/** What a disclosure says now: as its team has it, which is what it filed unless it is a draft or being amended. */
export const contentNow = async (db: Reader, disclosure: Disclosure, number: number | undefined): Promise<Content> => ({
  number,
  words: await wordsOf(db, disclosure.id),
  methodId: disclosure.methodId,
})

/** What a filing said, by its number; undefined where there is no such filing. */
export async function contentOf(db: Reader, disclosure: Disclosure, number: number): Promise<Content | undefined> {
  const row = await db
    .selectFrom('disclosure_filing')
    .selectAll()
    .where('disclosure_id', '=', disclosure.id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) return undefined
  const isHeld = number < disclosure.filings || disclosure.state === 'amending'
  return {
    number,
    words: await filedWords(db, row),
    methodId: row.method_id ?? undefined,
    heldBy: isHeld ? row.id : undefined,
  }
}
