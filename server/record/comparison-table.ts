import { stringify } from 'csv-stringify/sync'
import type { Cell, Standing } from '../../shared/comparison.ts'
import { guardCell } from '../../shared/csv.ts'
import type { Interval } from '../../shared/interval.ts'
import { withInterval } from '../../shared/noise.ts'
import type { Direction, Missing } from '../../shared/record.ts'
import type { PairKind, Reason } from '../../shared/verdict.ts'
import type { Comparison } from './comparisons.ts'

/** One line of the comparison as open data: codes, not sentences, so that programs can read it. */
export interface ComparisonLine {
  indicator: string
  title: string
  unit: string
  direction: Direction
  period: string
  team: string
  record_period: string | undefined
  value: number | undefined
  value_unit: string | undefined
  denominator: string | undefined
  denominator_value: number | undefined
  rate: number | undefined
  rate_per: number | undefined
  missing: Missing | undefined
  interval_low: number | undefined
  interval_high: number | undefined
  interval_level: number | undefined
  interval_kind: Interval['kind'] | undefined
  verdict: PairKind
  because: Reason | undefined
  standing: Standing | undefined
  gap: number | undefined
  behind_team: string | undefined
  method: string | undefined
  method_version: number | undefined
  note: string
  illustrative: boolean
}

export const comparisonColumns = [
  'indicator',
  'title',
  'unit',
  'direction',
  'period',
  'team',
  'record_period',
  'value',
  'value_unit',
  'denominator',
  'denominator_value',
  'rate',
  'rate_per',
  'missing',
  'interval_low',
  'interval_high',
  'interval_level',
  'interval_kind',
  'verdict',
  'because',
  'standing',
  'gap',
  'behind_team',
  'method',
  'method_version',
  'note',
  'illustrative',
] as const satisfies readonly (keyof ComparisonLine)[]

/** Every cell of the comparison as a line: one an indicator, period and team. */
export function comparisonLines(comparison: Comparison): ComparisonLine[] {
  const indicators = new Map(comparison.indicators.map((indicator) => [indicator.id, indicator]))
  const teams = new Map(comparison.teams.map((team) => [team.id, team]))
  return comparison.rows.flatMap((row) =>
    row.cells.map((cell): ComparisonLine => {
      const indicator = indicators.get(row.indicatorId)!
      const team = teams.get(cell.teamId)!
      const { interval } = withInterval(indicator, cell)
      return {
        indicator: indicator.code,
        title: indicator.title,
        unit: indicator.unit,
        direction: indicator.direction,
        period: row.period,
        team: team.name,
        record_period: team.disclosed && cell.period !== row.period ? cell.period : undefined,
        value: cell.value,
        value_unit: cell.unit,
        denominator: indicator.denominatorId && indicators.get(indicator.denominatorId)?.code,
        denominator_value: cell.of,
        rate: cell.rate,
        rate_per: cell.rate === undefined ? undefined : indicator.ratePer,
        missing: cell.missing,
        interval_low: interval?.low,
        interval_high: interval?.high,
        interval_level: interval?.level,
        interval_kind: interval?.kind,
        verdict: verdictOf(cell),
        because: cell.verdict.comparable ? undefined : cell.verdict.because,
        standing: cell.standing,
        gap: cell.gap,
        behind_team: cell.peerId && teams.get(cell.peerId)?.name,
        method: team.method?.title,
        method_version: team.method?.version,
        note: cell.note,
        illustrative: indicator.illustrative,
      }
    }),
  )
}

const verdictOf = ({ verdict }: Cell): PairKind =>
  verdict.comparable ? (verdict.noted ? 'comparable_with_note' : 'comparable') : 'not_comparable'

/** RFC 4180, guarded against programs that would run a cell as a formula. */
export const csvOf = <Line extends object>(columns: readonly (keyof Line & string)[], lines: readonly Line[]): string =>
  stringify([[...columns], ...lines.map((line) => columns.map((column) => guardCell(cellOf(line[column]))))], {
    record_delimiter: 'windows',
  })

const cellOf = (value: unknown): string | number | undefined =>
  typeof value === 'number' || value === undefined ? value : String(value)
