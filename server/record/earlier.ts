import { sql } from 'kysely'
import type { Instant } from '../../shared/dates.ts'
import type { Missing, RecordForm } from '../../shared/record.ts'
import type { Reader } from '../db/database.ts'
import type { Disclosure } from './disclosures.ts'
import { openRows } from './sealing.ts'
import type { RecordRow } from './table.ts'

/** What was said of the same indicator and period before: a corrected figure keeps the old one, who said it, and why. */
export interface Earlier {
  value?: number | undefined
  missing?: Missing | undefined
  unit?: string | undefined
  raw: string
  note: string
  personId: string
  at: Instant
  why: string
  batchId?: string | undefined
  line?: number | undefined
  /** The forum before which it was disclosed; absent for what was corrected before this disclosure was filed. */
  forum?: string | undefined
}

/** What each of these records took the place of, the latest first: in this disclosure, and in those the team opened before. */
export async function earlierOf(
  db: Reader,
  disclosure: Disclosure,
  records: readonly RecordRow[],
  covering: string | undefined,
): Promise<Map<string, Earlier[]>> {
  if (records.length === 0) return new Map()
  const told = await openedBefore(db, disclosure)
  const shown = new Map(records.map((row) => [placeOf(row), row.id]))
  const before = [
    ...latestFirst(await replacedIn(db, disclosure.id, records, covering)),
    ...latestFirst(await disclosedIn(db, [...told.keys()], records)),
  ]
  const earlier = new Map<string, Earlier[]>()
  for (const row of before) {
    const id = shown.get(placeOf(row))
    if (id && id !== row.id)
      earlier.set(id, [...(earlier.get(id) ?? []), earlierFrom(row, told.get(row.disclosure_id))])
  }
  return earlier
}

/** What the team last disclosed of an indicator and a period, before an earlier forum. */
export async function toldBefore(
  db: Reader,
  disclosure: Disclosure,
  { indicatorId, period }: Pick<RecordForm, 'indicatorId' | 'period'>,
): Promise<Earlier | undefined> {
  const told = await openedBefore(db, disclosure)
  const rows = await disclosedIn(db, [...told.keys()], [{ indicator_id: indicatorId, period }])
  const [last] = latestFirst(rows)
  return last && earlierFrom(last, told.get(last.disclosure_id))
}

const latestFirst = (rows: readonly RecordRow[]): RecordRow[] =>
  rows.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))

const placeOf = (row: Pick<RecordRow, 'indicator_id' | 'period'>): string => `${row.indicator_id} ${row.period}`

/** The team's other disclosures that are open, each with its forum's label. */
async function openedBefore(db: Reader, { id, teamId }: Disclosure): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('disclosure')
    .innerJoin('forum', 'forum.id', 'disclosure.forum_id')
    .innerJoin('forum_stage', 'forum_stage.forum_id', 'forum.id')
    .select(['disclosure.id', 'forum.label'])
    .where('disclosure.team_id', '=', teamId)
    .where('disclosure.id', '!=', id)
    .where('disclosure.filed_at', 'is not', null)
    .where('forum_stage.stage', '=', 'comparison')
    .where('forum_stage.opened_at', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.id, row.label]))
}

type Places = readonly Pick<RecordRow, 'indicator_id' | 'period'>[]

const at = (db: Reader, disclosureIds: readonly string[], places: Places) =>
  db
    .selectFrom('record')
    .selectAll()
    .where('disclosure_id', 'in', disclosureIds)
    .where('indicator_id', 'in', [...new Set(places.map((row) => row.indicator_id))])
    .where('period', 'in', [...new Set(places.map((row) => row.period))])

const disclosedIn = async (db: Reader, disclosureIds: readonly string[], places: Places): Promise<RecordRow[]> =>
  disclosureIds.length === 0
    ? []
    : at(db, disclosureIds, places).where('standing', '=', sql.lit(1)).where('page', 'is', null).execute()

/** Records that were replaced, not those that were taken back, nor what an unfinished import will replace. */
async function replacedIn(
  db: Reader,
  disclosureId: string,
  places: Places,
  covering: string | undefined,
): Promise<RecordRow[]> {
  const rows = await at(db, [disclosureId], places)
    .where('standing', '=', sql.lit(0))
    .where('replaced_by', 'is not', null)
    .execute()
  return openRows(
    db,
    disclosureId,
    rows.filter((row) => row.replaced_by !== covering),
  )
}

const earlierFrom = (row: RecordRow, forum: string | undefined): Earlier => ({
  value: row.value ?? undefined,
  missing: (row.missing as Missing | null) ?? undefined,
  unit: row.unit ?? undefined,
  raw: row.raw,
  note: row.note,
  personId: row.person_id,
  at: row.at,
  why: row.why,
  batchId: row.batch_id ?? undefined,
  line: row.line ?? undefined,
  forum,
})
