import { comparePeriods } from '../../shared/period.ts'
import type { BreakKind, SeriesBreak } from '../../shared/record.ts'
import type { Reader } from '../db/database.ts'
import type { IndicatorBreakRow } from './table.ts'

/** The breaks in the series of an agreement's indicators, by indicator; each list in the order of time. */
export async function breaksOf(db: Reader, agreementId: string): Promise<Map<string, SeriesBreak[]>> {
  const rows = await db
    .selectFrom('indicator_break')
    .innerJoin('indicator', 'indicator.id', 'indicator_break.indicator_id')
    .selectAll('indicator_break')
    .where('agreement_id', '=', agreementId)
    .orderBy('indicator_break.id')
    .execute()
  const breaks = Map.groupBy(rows.map(fromRow), ({ indicatorId }) => indicatorId)
  for (const list of breaks.values()) list.sort((a, b) => comparePeriods(a.from, b.from))
  return breaks
}

const fromRow = (row: IndicatorBreakRow): SeriesBreak => ({
  id: row.id,
  indicatorId: row.indicator_id,
  teamId: row.team_id ?? undefined,
  kind: row.kind as BreakKind,
  from: row.from_period,
  until: row.until_period ?? undefined,
  parts: row.parts === 1,
  note: row.note,
})
