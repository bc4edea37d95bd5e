import type { Forum } from '../server/forum/forums.ts'
import type { ImportBatch } from '../server/record/batch-rows.ts'
import type { Comparison } from '../server/record/comparisons.ts'
import type { DisclosureView } from '../server/record/disclosure-view.ts'
import type { DisclosureSummary } from '../server/record/disclosures.ts'
import type { Receipt } from '../server/record/filing.ts'
import type { RowsTaken } from '../server/record/importing.ts'
import type { RecordPage } from '../server/record/record-page.ts'
import { usCambodia } from '../shared/charters/us-cambodia.ts'
import { plannedDates } from '../shared/forum-dates.ts'
import type { NewBatch } from '../shared/import-batch.ts'
import type { ImportedRow, Indicator, RecordForm } from '../shared/record.ts'
import { toColumns } from '../shared/row-columns.ts'
import type { Person, TestWorld } from './world.ts'

interface Problem {
  code: string
  detail: Record<string, unknown>
}

/** Clears the agreement's forum away, so that the next test convenes its own. */
export async function forgetFora(world: TestWorld): Promise<void> {
  await world.db.write((trx) =>
    trx.updateTable('forum').set({ stage: 'closed', closed_at: world.now }).where('stage', '!=', 'closed').execute(),
  )
}

/** What people do with records, through the front door, in the words of the tests. */
export function recordActs(world: () => TestWorld) {
  const ask = <Value>(person: Person | undefined, method: string, path: string, body?: unknown) =>
    world().json<Value & Problem>(person, method, `/api/${path}`, body)
  let codes = 0
  return {
    ask,
    convene: async (): Promise<Forum> => {
      await forgetFora(world())
      const dates = plannedDates('2026-03-02', usCambodia.stageDays)
      return (await ask<Forum>('sok', 'POST', `agreements/${world().agreementId}/forums`, { dates })).body
    },
    move: (forum: string, to: string) => ask<Forum>('sok', 'PUT', `forums/${forum}/stage`, { to }),
    define: (person: Person, form: Partial<Indicator> = {}) =>
      ask<Indicator>(person, 'POST', `agreements/${world().agreementId}/indicators`, {
        code: `inspections_${++codes}`,
        title: 'Inspections',
        definition: 'Visits to a workplace by a labour inspector',
        unit: 'visits',
        direction: 'more',
        grain: 'year',
        source: '',
        ...form,
      }),
    begin: async (person: Person, forum: string, teamId: string) =>
      (await ask<{ id: string }>(person, 'POST', `forums/${forum}/disclosures`, { teamId })).body.id,
    list: (person: Person | undefined, forum: string) =>
      ask<DisclosureSummary[]>(person, 'GET', `forums/${forum}/disclosures`),
    view: (person: Person | undefined, id: string) => ask<DisclosureView>(person, 'GET', `disclosures/${id}`),
    records: (person: Person | undefined, id: string, search = '') =>
      ask<RecordPage>(person, 'GET', `disclosures/${id}/records${search}`),
    put: (person: Person, id: string, form: Partial<RecordForm>) =>
      ask<{ id: string }>(person, 'PUT', `disclosures/${id}/records`, { note: '', ...form }),
    method: (person: Person, id: string, title = 'Two visits', body = 'The second visit is set at the first.') =>
      ask<{ id: string; version: number }>(person, 'PUT', `disclosures/${id}/method`, { title, body }),
    file: (person: Person, id: string) => ask<Receipt>(person, 'PUT', `disclosures/${id}/filing`),
    batch: (person: Person, id: string, given: Partial<NewBatch> = {}) =>
      ask<ImportBatch>(person, 'POST', `disclosures/${id}/batches`, {
        filename: 'records.csv',
        size: 100,
        form: { encoding: 'utf-8', delimiter: ',', headerLine: 1 },
        header: ['year', 'value'],
        mapping: { only: [], period: { column: 0 }, figures: { value: 1, indicatorId: 'x' }, words: {}, notes: [] },
        ...given,
      }),
    rows: (person: Person, batch: string, chunk: number, rows: Partial<ImportedRow>[]) =>
      ask<RowsTaken>(person, 'POST', `batches/${batch}/rows`, {
        chunk,
        rows: toColumns(
          rows.map((row, i) => ({ line: i + 2, raw: String(row.value ?? ''), note: '', ...row }) as ImportedRow),
        ),
      }),
    finish: (person: Person, batch: string, rowsTotal = 1, rowsRefused = 0) =>
      ask<ImportBatch>(person, 'PUT', `batches/${batch}/finish`, { rowsTotal, rowsRefused }),
    undo: (person: Person, batch: string) => ask<ImportBatch>(person, 'DELETE', `batches/${batch}`),
    comparison: (person: Person | undefined, forum: string, search = '') =>
      ask<Comparison>(person, 'GET', `forums/${forum}/comparison${search}`),
  }
}
