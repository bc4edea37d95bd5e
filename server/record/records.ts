import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import type { DisclosedRecord, Missing, RecordForm } from '../../shared/record.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { findDisclosure, findDraft } from './disclosures.ts'
import { indicatorsOf } from './indicators.ts'
import type { RecordRow } from './table.ts'

/** Types one record into a draft; the one that stood for this indicator and period is kept behind it. */
export async function putRecord(
  trx: Trx,
  actor: Actor,
  disclosureId: string,
  form: RecordForm,
  now: Instant,
): Promise<DisclosedRecord> {
  const disclosure = await findDraft(trx, actor, disclosureId)
  const indicators = await indicatorsOf(trx, disclosure.agreementId)
  if (!indicators.some((indicator) => indicator.id === form.indicatorId)) throw new Refused('indicator_unknown')
  const row: RecordRow = {
    id: newId(Date.parse(now)),
    disclosure_id: disclosure.id,
    indicator_id: form.indicatorId,
    period: form.period,
    value: form.value ?? null,
    missing: form.missing ?? null,
    unit: form.unit ?? null,
    raw: '',
    note: form.note,
    batch_id: null,
    line: null,
    person_id: actor.personId,
    at: now,
    standing: 1,
    replaced_by: null,
  }
  await trx
    .updateTable('record')
    .set({ standing: 0, replaced_by: row.id })
    .where('disclosure_id', '=', disclosure.id)
    .where('indicator_id', '=', form.indicatorId)
    .where('period', '=', form.period)
    .where('standing', '=', 1)
    .execute()
  await trx.insertInto('record').values(row).execute()
  return fromRow(row)
}

/** Takes one record out of a draft; it counts no more. */
export async function withdrawRecord(trx: Trx, actor: Actor, disclosureId: string, recordId: string): Promise<void> {
  const disclosure = await findDraft(trx, actor, disclosureId)
  const withdrawn = await trx
    .updateTable('record')
    .set({ standing: 0 })
    .where('id', '=', recordId)
    .where('disclosure_id', '=', disclosure.id)
    .where('standing', '=', 1)
    .executeTakeFirst()
  if (withdrawn.numUpdatedRows === 0n) throw new Refused('not_found')
}

export interface RecordPage {
  total: number
  records: DisclosedRecord[]
}

/** The records that count, by the indicators' codes and by period, a page of them. */
export async function listRecords(
  db: Reader,
  actor: Actor,
  disclosureId: string,
  page: { offset?: number | undefined; limit?: number | undefined; indicatorId?: string | undefined },
): Promise<RecordPage> {
  const disclosure = await findDisclosure(db, actor, disclosureId)
  let standing = db
    .selectFrom('record')
    .where('record.disclosure_id', '=', disclosure.id)
    .where('record.standing', '=', 1)
  if (page.indicatorId) standing = standing.where('record.indicator_id', '=', page.indicatorId)
  const { total } = await standing.select((q) => q.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await standing
    .innerJoin('indicator', 'indicator.id', 'record.indicator_id')
    .selectAll('record')
    .orderBy('indicator.code')
    .orderBy('record.period')
    .limit(page.limit ?? 100)
    .offset(page.offset ?? 0)
    .execute()
  return { total: Number(total), records: rows.map(fromRow) }
}

/** How many records count, and how many of them are figures. */
export async function countRecords(db: Reader, disclosureId: string): Promise<{ records: number; figures: number }> {
  const row = await db
    .selectFrom('record')
    .select((q) => [q.fn.countAll<number>().as('records'), q.fn.count<number>('value').as('figures')])
    .where('disclosure_id', '=', disclosureId)
    .where('standing', '=', 1)
    .executeTakeFirstOrThrow()
  return { records: Number(row.records), figures: Number(row.figures) }
}

export const fromRow = (row: RecordRow): DisclosedRecord => ({
  id: row.id,
  indicatorId: row.indicator_id,
  period: row.period,
  value: row.value ?? undefined,
  missing: (row.missing as Missing | null) ?? undefined,
  unit: row.unit ?? undefined,
  raw: row.raw,
  note: row.note,
  batchId: row.batch_id ?? undefined,
  line: row.line ?? undefined,
})
