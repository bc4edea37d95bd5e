import { sql } from 'kysely'
import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import type { DisclosedRecord, Missing, RecordForm } from '../../shared/record.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { coveringBatch } from './batches.ts'
import { countingOf } from './counting.ts'
import { type Disclosure, findDraft } from './disclosures.ts'
import { toldBefore } from './earlier.ts'
import { indicatorsOf } from './indicators.ts'
import { openRows, sealRows } from './sealing.ts'
import type { RecordRow } from './table.ts'

/**
 * Types one record into a draft; the one that counted for this indicator and period is kept behind it. Who says something
 * else than what the team has disclosed before, restates it, and says why.
 */
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
  await demandWhy(trx, disclosure, form)
  const row = rowOf(disclosure, actor, form, now)
  const covering = await stepAside(trx, disclosure, row)
  const [sealed] = await sealRows(trx, disclosure.id, [{ ...row, ...covering }])
  await trx.insertInto('record').values(sealed!).execute()
  return fromRow(row)
}

async function demandWhy(trx: Trx, disclosure: Disclosure, form: RecordForm): Promise<void> {
  const told = await toldBefore(trx, disclosure, form)
  if (!told || form.why) return
  const same = told.value === form.value && told.missing === form.missing && told.unit === form.unit
  if (!same) throw new Refused('why_missing', { forum: told.forum })
}

const rowOf = (disclosure: Disclosure, actor: Actor, form: RecordForm, now: Instant): RecordRow => ({
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
  why: form.why ?? '',
  page: null,
})

/** What counts steps behind the new record. Where an unfinished import lies over it, the new one goes under that too. */
async function stepAside(trx: Trx, disclosure: Disclosure, row: RecordRow): Promise<Partial<RecordRow>> {
  const covering = await coveringBatch(trx, disclosure.id)
  await trx
    .updateTable('record')
    .set({ standing: 0, replaced_by: row.id })
    .where(countingOf(disclosure.id, covering))
    .where('indicator_id', '=', row.indicator_id)
    .where('period', '=', row.period)
    .execute()
  const over = covering && (await standsIn(trx, row, covering))
  return over ? { standing: 0, replaced_by: covering } : {}
}

const standsIn = (trx: Trx, row: RecordRow, batchId: string): Promise<{ id: string } | undefined> =>
  trx
    .selectFrom('record')
    .select('id')
    .where('disclosure_id', '=', row.disclosure_id)
    .where('indicator_id', '=', row.indicator_id)
    .where('period', '=', row.period)
    .where('standing', '=', sql.lit(1))
    .where('batch_id', '=', batchId)
    .executeTakeFirst()

/** Takes one record out of a draft; it counts no more. */
export async function withdrawRecord(trx: Trx, actor: Actor, disclosureId: string, recordId: string): Promise<void> {
  const disclosure = await findDraft(trx, actor, disclosureId)
  const withdrawn = await trx
    .updateTable('record')
    .set({ standing: 0, replaced_by: null })
    .where('id', '=', recordId)
    .where(countingOf(disclosure.id, await coveringBatch(trx, disclosure.id)))
    .executeTakeFirst()
  if (withdrawn.numUpdatedRows === 0n) throw new Refused('not_found')
}

/** Sealed records are opened to be counted, up to so many; above that it would keep others waiting. */
const mostOpened = 50_000

/** How many records count, and how many of them are figures, where that can be told without opening very many. */
export async function countRecords(
  db: Reader,
  disclosureId: string,
): Promise<{ records: number; figures?: number | undefined }> {
  const counting = db.selectFrom('record').where(countingOf(disclosureId, await coveringBatch(db, disclosureId)))
  const found = await counting
    .select((q) => [
      q.fn.countAll<number>().as('records'),
      q.fn.count<number>('value').as('figures'),
      q.fn.count<number>('page').as('sealed'),
    ])
    .executeTakeFirstOrThrow()
  const [records, figures, sealed] = [found.records, found.figures, found.sealed].map(Number) as [
    number,
    number,
    number,
  ]
  if (sealed > mostOpened) return { records }
  const rows = sealed > 0 ? await counting.selectAll().where('page', 'is not', null).execute() : []
  const opened = await openRows(db, disclosureId, rows)
  return { records, figures: figures + opened.filter((row) => row.value !== null).length }
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
  personId: row.person_id,
  at: row.at,
  why: row.why,
})
