import { sql } from 'kysely'
import type { ComparedRecord } from '../../shared/comparison.ts'
import { type Period, yearOf } from '../../shared/period.ts'
import type { Indicator, Missing } from '../../shared/record.ts'
import type { Reader } from '../db/database.ts'
import type { RecordRow } from './table.ts'

/** A row of the comparison: what is laid side by side, and of when. */
export interface Pair {
  indicator: Indicator
  period: Period
}

/** Which team's each open disclosure is. */
type Filed = ReadonlyMap<string, string>

/** The records that the rows need: those of the very period, and where a team has none, whatever it has of that year. */
export async function recordsFor(db: Reader, filed: Filed, pairs: readonly Pair[]): Promise<ComparedRecord[]> {
  if (filed.size === 0 || pairs.length === 0) return []
  const indicators = [...new Set(pairs.flatMap(({ indicator }) => withDenominator(indicator)))]
  const periods = [...new Set(pairs.map(({ period }) => period))]
  const exact = await read(db, filed, [...filed.keys()], indicators, (q) => q.where('period', 'in', periods))
  if (exact.length === filed.size * indicators.length * periods.length) return exact
  const near = neighboursOf(filed, pairs, exact)
  if (near.disclosures.length === 0) return exact
  const others = await read(db, filed, near.disclosures, near.indicators, (q) =>
    q.where(sql<string>`substr(period, 1, 4)`, 'in', near.years).where('period', 'not in', periods),
  )
  return [...exact, ...others]
}

/** The indicator and what its rate is a rate of. */
export const withDenominator = ({ id, denominatorId }: Indicator): string[] =>
  denominatorId ? [id, denominatorId] : [id]

function read(
  db: Reader,
  filed: Filed,
  disclosures: readonly string[],
  indicators: readonly string[],
  narrowed: (query: ReturnType<typeof standing>) => ReturnType<typeof standing>,
): Promise<ComparedRecord[]> {
  const query = standing(db).where('disclosure_id', 'in', disclosures).where('indicator_id', 'in', indicators)
  return narrowed(query)
    .execute()
    .then((rows) => rows.map((row) => comparedOf(filed.get(row.disclosure_id)!, row)))
}

type Row = Pick<RecordRow, 'indicator_id' | 'period' | 'value' | 'missing' | 'unit' | 'note'>

/** An open record of a team, as the comparison takes it. */
export const comparedOf = (teamId: string, row: Row): ComparedRecord => ({
  teamId,
  indicatorId: row.indicator_id,
  period: row.period,
  value: row.value ?? undefined,
  missing: (row.missing as Missing | null) ?? undefined,
  unit: row.unit ?? undefined,
  note: row.note,
})

/** The engine takes the index of what counts only where it reads that word in the query itself. */
const standing = (db: Reader) =>
  db
    .selectFrom('record')
    .select(['disclosure_id', 'indicator_id', 'period', 'value', 'missing', 'unit', 'note'])
    .where('standing', '=', sql.lit(1))

/** Where a team has no record of the very period: it may have one of another length, to be shown and not compared. */
function neighboursOf(filed: Filed, pairs: readonly Pair[], exact: readonly ComparedRecord[]) {
  const counts = new Map<string, number>()
  for (const { indicatorId, period } of exact) {
    const key = `${indicatorId} ${period}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const lacking = pairs.filter(({ indicator, period }) => counts.get(`${indicator.id} ${period}`) !== filed.size)
  return {
    disclosures: lacking.length === 0 ? [] : [...filed.keys()],
    indicators: [...new Set(lacking.flatMap(({ indicator }) => withDenominator(indicator)))],
    years: [...new Set(lacking.map(({ period }) => String(yearOf(period)).padStart(4, '0')))],
  }
}
