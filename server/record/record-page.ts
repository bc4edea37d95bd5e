import type { Actor } from '../../shared/agreement.ts'
import { sheetOf } from '../../shared/mapping.ts'
import type { DisclosedRecord } from '../../shared/record.ts'
import type { Reader } from '../db/database.ts'
import { openBatches } from './batch-rows.ts'
import { coveringBatch } from './batches.ts'
import { countingOf } from './counting.ts'
import { findDisclosure } from './disclosures.ts'
import { type Earlier, earlierOf } from './earlier.ts'
import { fromRow } from './records.ts'
import { openRows } from './sealing.ts'

/** A record as its page shows it: with what it says now, and everything that was said of its place before. */
export interface ListedRecord extends DisclosedRecord {
  earlier: Earlier[]
}

/** The file that a record was read from, by which anybody who has it can check. */
export interface SourceFile {
  filename: string
  sheet?: string | undefined
  fileHash?: string | undefined
}

export interface RecordPage {
  total: number
  records: ListedRecord[]
  /** Names of those who said it, and the files that it was read from, by their ids. */
  people: Record<string, string>
  files: Record<string, SourceFile>
}

/** The records that count, by the indicators' codes and by period, a page of them. */
export async function listRecords(
  db: Reader,
  actor: Actor,
  disclosureId: string,
  page: { offset?: number | undefined; limit?: number | undefined; indicatorId?: string | undefined },
): Promise<RecordPage> {
  const disclosure = await findDisclosure(db, actor, disclosureId)
  const covering = await coveringBatch(db, disclosure.id)
  let counting = db.selectFrom('record').where(countingOf(disclosure.id, covering))
  if (page.indicatorId) counting = counting.where('record.indicator_id', '=', page.indicatorId)
  const { total } = await counting.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await counting
    .innerJoin('indicator', 'indicator.id', 'record.indicator_id')
    .selectAll('record')
    .orderBy('indicator.code')
    .orderBy('record.period')
    .limit(page.limit ?? 100)
    .offset(page.offset ?? 0)
    .execute()
  const said = await openRows(db, disclosure.id, rows)
  const earlier = await earlierOf(db, disclosure, said, covering)
  const records = said.map((row) => ({ ...fromRow(row), earlier: earlier.get(row.id) ?? [] }))
  const all = records.flatMap((record) => [record, ...record.earlier])
  return {
    total: Number(total),
    records,
    people: await namesOf(
      db,
      all.map(({ personId }) => personId),
    ),
    files: await filesOf(
      db,
      all.flatMap(({ batchId }) => batchId ?? []),
    ),
  }
}

async function namesOf(db: Reader, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {}
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

async function filesOf(db: Reader, ids: readonly string[]): Promise<Record<string, SourceFile>> {
  if (ids.length === 0) return {}
  const rows = await db
    .selectFrom('import_batch')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute()
  const batches = await openBatches(db, rows)
  return Object.fromEntries(
    batches.map(({ id, filename, form, fileHash }) => [id, { filename, sheet: sheetOf(form), fileHash }]),
  )
}
