import { createHash } from 'node:crypto'
import { canonical } from '../../shared/canonical.ts'
import { disclosureHashTag } from '../../shared/disclosure.ts'
import type { Indicator } from '../../shared/record.ts'
import type { Reader } from '../db/database.ts'
import { openBatches } from './batch-rows.ts'
import type { Disclosure } from './disclosures.ts'
import { indicatorsOf } from './indicators.ts'
import { getMethod } from './methods.ts'
import { openRows } from './sealing.ts'
import type { RecordRow } from './table.ts'
import type { Words } from './words.ts'

/** What of a disclosure is told: its words and method, and the records that count or those that a filing held. */
export interface Content {
  /** Which filing it is; absent for those from before filings were numbered. */
  number?: number | undefined
  words: Words
  methodId?: string | undefined
  /** The filing whose records were written down, since the team has amended it; absent: those that count. */
  heldBy?: string | undefined
}

/**
 * What a disclosure says, in its one canonical form (RFC 8785) and in pieces, so that a long one need not be held whole:
 * records by the code of their indicator, then by period.
 */
export async function* contentPieces(db: Reader, disclosure: Disclosure, content: Content): AsyncGenerator<string> {
  const { agreementId: agreement, forum, teamId: team } = disclosure
  const { number: filing, methodId, words } = content
  const { note, salt, sections } = words
  const method = methodId ? await getMethod(db, methodId) : undefined
  const head = canonical({
    agreement,
    ...(filing && { filing }),
    forum: forum.id,
    method: method ? { version: method.version, title: method.title, body: method.body } : null,
    note,
  })
  yield `${head.slice(0, -1)},"records":[`
  let first = true
  for await (const records of recordsByIndicator(db, disclosure, content.heldBy)) {
    if (records.length === 0) continue
    yield `${first ? '' : ','}${records.map(canonical).join(',')}`
    first = false
  }
  yield `],${canonical({ salt, ...(filing && { sections }), team, v: filing ? 2 : 1 }).slice(1)}`
}

/** SHA-256 (hex) over the tag and the canonical content. */
export async function contentHash(db: Reader, disclosure: Disclosure, content: Content): Promise<string> {
  const hash = createHash('sha256').update(disclosureHashTag)
  for await (const piece of contentPieces(db, disclosure, content)) hash.update(piece)
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
export async function* recordsByIndicator(
  db: Reader,
  disclosure: Disclosure,
  heldBy?: string,
): AsyncGenerator<ContentRecord[]> {
  const files = await filesOf(db, disclosure.id)
  for (const group of await groupsOf(db, disclosure, heldBy)) {
    const asked = rowsOf(db, disclosure.id, heldBy).select(columns)
    const ids = group.map(({ id }) => id)
    const rows = await openRows(db, disclosure.id, await asked.where('indicator_id', 'in', ids).execute())
    const told = Map.groupBy(rows, (row) => row.indicator_id)
    for (const { id, code } of group)
      yield (told.get(id) ?? [])
        .sort((a, b) => (a.period < b.period ? -1 : 1))
        .map((row) => recordOf(code, row, row.batch_id === null ? undefined : files.get(row.batch_id)))
  }
}

const columns = [
  'id',
  'indicator_id',
  'period',
  'value',
  'missing',
  'unit',
  'note',
  'raw',
  'why',
  'line',
  'batch_id',
  'page',
] as const

const recordOf = (
  indicator: string,
  { period, value, missing, unit, note, raw, line }: Pick<RecordRow, (typeof columns)[number]>,
  file: string | undefined,
): ContentRecord => ({
  indicator,
  period,
  ...(value !== null && { value }),
  ...(missing !== null && { missing }),
  ...(unit !== null && { unit }),
  note,
  raw,
  ...(file !== undefined && { file }),
  ...(line !== null && { line }),
})

/** So many records are held at a time. A sealed page holds rows of many indicators, and is opened once for each group. */
const rowsInGroup = 100_000

/** The indicators in the order of their codes, together as long as their records can be held. */
async function groupsOf(db: Reader, disclosure: Disclosure, heldBy: string | undefined): Promise<Indicator[][]> {
  const counted = await rowsOf(db, disclosure.id, heldBy)
    .select((q) => ['indicator_id', q.fn.countAll<number>().as('rows')])
    .groupBy('indicator_id')
    .execute()
  const counts = new Map(counted.map((row) => [row.indicator_id, Number(row.rows)]))
  const groups: Indicator[][] = []
  let held = rowsInGroup
  for (const indicator of await indicatorsOf(db, disclosure.agreementId)) {
    const rows = counts.get(indicator.id)
    if (!rows) continue
    if (held + rows > rowsInGroup) groups.push([])
    held = held + rows > rowsInGroup ? rows : held + rows
    groups.at(-1)!.push(indicator)
  }
  return groups
}

function rowsOf(db: Reader, disclosureId: string, heldBy: string | undefined) {
  const rows = db.selectFrom('record').where('disclosure_id', '=', disclosureId)
  const held = db
    .selectFrom('filed_record')
    .select('record_id')
    .where('filing_id', '=', heldBy ?? '')
  return heldBy ? rows.where('id', 'in', held) : rows.where('standing', '=', 1)
}

async function filesOf(db: Reader, disclosureId: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('import_batch').selectAll().where('disclosure_id', '=', disclosureId).execute()
  return new Map((await openBatches(db, rows)).map((batch) => [batch.id, batch.filename]))
}
