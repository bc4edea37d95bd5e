import { createHash } from 'node:crypto'
import { canonical } from '../../shared/canonical.ts'
import { disclosureHashTag } from '../../shared/disclosure.ts'
import type { Reader } from '../db/database.ts'
import type { Disclosure } from './disclosures.ts'
import { indicatorsOf } from './indicators.ts'
import { getMethod } from './methods.ts'

/**
 * What a disclosure says, in its one canonical form (RFC 8785) and in pieces, so that a long one need not be held whole:
 * records by the code of their indicator, then by period.
 */
export async function* contentPieces(db: Reader, disclosure: Disclosure): AsyncGenerator<string> {
  const { agreementId: agreement, forum, teamId: team, note, salt } = disclosure
  const method = disclosure.methodId ? await getMethod(db, disclosure.methodId) : undefined
  const head = canonical({
    agreement,
    forum: forum.id,
    method: method ? { version: method.version, title: method.title, body: method.body } : null,
    note,
  })
  yield `${head.slice(0, -1)},"records":[`
  let first = true
  for await (const records of recordsByIndicator(db, disclosure)) {
    if (records.length === 0) continue
    yield `${first ? '' : ','}${records.map(canonical).join(',')}`
    first = false
  }
  yield `],${canonical({ salt, team, v: 1 }).slice(1)}`
}

/** SHA-256 (hex) over the tag and the canonical content. */
export async function contentHash(db: Reader, disclosure: Disclosure): Promise<string> {
  const hash = createHash('sha256').update(disclosureHashTag)
  for await (const piece of contentPieces(db, disclosure)) hash.update(piece)
  return hash.digest('hex')
}

/** One record as it is sealed and exported: named by codes, with the cell and the place that it was read from. */
export interface ContentRecord {
  indicator: string
  period: string
  value?: number
  missing?: string
  unit?: string
  note: string
  raw: string
  file?: string
  line?: number
}

/** The records that count, indicator by indicator; sorted here, since engines order text each in their own way. */
export async function* recordsByIndicator(db: Reader, disclosure: Disclosure): AsyncGenerator<ContentRecord[]> {
  for (const indicator of await indicatorsOf(db, disclosure.agreementId)) {
    const rows = await db
      .selectFrom('record')
      .leftJoin('import_batch', 'import_batch.id', 'record.batch_id')
      .select(['period', 'value', 'missing', 'unit', 'note', 'raw', 'line', 'import_batch.filename'])
      .where('record.disclosure_id', '=', disclosure.id)
      .where('indicator_id', '=', indicator.id)
      .where('standing', '=', 1)
      .execute()
    yield rows
      .sort((a, b) => (a.period < b.period ? -1 : 1))
      .map(({ period, value, missing, unit, note, raw, line, filename }) => ({
        indicator: indicator.code,
        period,
        ...(value !== null && { value }),
        ...(missing !== null && { missing }),
        ...(unit !== null && { unit }),
        note,
        raw,
        ...(filename !== null && { file: filename }),
        ...(line !== null && { line }),
      }))
  }
}
