import { comparePeriods, grainOf, months, type Period, within } from './period.ts'
import type { Indicator, Missing } from './record.ts'

/** One record as the comparison takes it. */
export interface ComparedRecord {
  teamId: string
  indicatorId: string
  period: Period
  value?: number | undefined
  missing?: Missing | undefined
  unit?: string | undefined
  note: string
}

export interface ComparedTeam {
  id: string
  name: string
  /** False for a team that filed nothing until the comparison opened. */
  disclosed: boolean
  /** The way of working that its records were made by. */
  method?: { version: number; title: string } | undefined
}

/** Why a record cannot stand beside the others. The first that applies is the one that is told. */
export const reasons = [
  'nothing_filed',
  'no_figure',
  'period_length',
  'unit',
  'denominator_missing',
  'denominator_unit',
  'denominator_zero',
  'no_method',
] as const
export type Reason = (typeof reasons)[number]

export type Verdict = { comparable: true } | { comparable: false; because: Reason }

/** Where a comparable record stands among its comparable peers; undefined where there is none, or no better and worse. */
export type Standing = 'best' | 'level' | 'behind'

export interface Cell {
  teamId: string
  /** The period that the record is of: the row's, or another length within it. */
  period: Period
  value?: number | undefined
  missing?: Missing | undefined
  unit?: string | undefined
  note: string
  /** The denominator's value of the same team and period, where the indicator has one. */
  of?: number | undefined
  /** Per `ratePer` of the denominator. */
  rate?: number | undefined
  verdict: Verdict
  standing?: Standing | undefined
  /** How far from the best comparable peer, in the figure's or the rate's own unit; only where it is behind. */
  gap?: number | undefined
}

export interface ComparisonRow {
  indicatorId: string
  period: Period
  cells: Cell[]
}

type Find = (teamId: string, indicatorId: string, period: Period) => ComparedRecord | undefined

/** Puts like beside like: one row for each indicator and period that is asked, one cell for each team. */
export function compare(
  asked: readonly { indicator: Indicator; period: Period }[],
  teams: readonly ComparedTeam[],
  records: readonly ComparedRecord[],
): ComparisonRow[] {
  const byKey = new Map(records.map((record) => [keyOf(record.teamId, record.indicatorId, record.period), record]))
  const find: Find = (teamId, indicatorId, period) => byKey.get(keyOf(teamId, indicatorId, period))
  const others = groupBy(records, (record) => keyOf(record.teamId, record.indicatorId, ''))
  return asked.map(({ indicator, period }) => {
    const cells = teams.map((team) => {
      const record =
        find(team.id, indicator.id, period) ?? nearest(others.get(keyOf(team.id, indicator.id, '')) ?? [], period)
      return cellOf(indicator, period, team, record, find)
    })
    return { indicatorId: indicator.id, period, cells: withStandings(indicator, cells) }
  })
}

const keyOf = (teamId: string, indicatorId: string, period: string): string => `${teamId}\n${indicatorId}\n${period}`

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}

/** A record of another length that covers part of the period, or all of it: the longest, of these the latest. */
function nearest(records: readonly ComparedRecord[], period: Period): ComparedRecord | undefined {
  return records
    .filter((record) => within(record.period, period) || within(period, record.period))
    .sort((a, b) => months[grainOf(b.period)] - months[grainOf(a.period)] || comparePeriods(b.period, a.period))[0]
}

function cellOf(
  indicator: Indicator,
  period: Period,
  team: ComparedTeam,
  record: ComparedRecord | undefined,
  find: Find,
): Cell {
  const { value, unit, note = '' } = record ?? {}
  const missing = record ? record.missing : team.disclosed ? 'not_reported' : undefined
  const denominator =
    record && indicator.denominatorId ? find(team.id, indicator.denominatorId, record.period) : undefined
  const of = denominator?.value
  const rate = value !== undefined && of ? (value / of) * indicator.ratePer : undefined
  const because = reasonAgainst(indicator, period, team, record, denominator)
  const verdict: Verdict = because ? { comparable: false, because } : { comparable: true }
  return { teamId: team.id, period: record?.period ?? period, value, missing, unit, note, of, rate, verdict }
}

function reasonAgainst(
  indicator: Indicator,
  period: Period,
  team: ComparedTeam,
  record: ComparedRecord | undefined,
  denominator: ComparedRecord | undefined,
): Reason | undefined {
  if (!team.disclosed) return 'nothing_filed'
  if (record?.value === undefined) return 'no_figure'
  if (record.period !== period || grainOf(period) !== indicator.grain) return 'period_length'
  if (record.unit !== undefined) return 'unit'
  if (indicator.denominatorId) {
    if (denominator?.value === undefined) return 'denominator_missing'
    if (denominator.unit !== undefined) return 'denominator_unit'
    if (denominator.value === 0) return 'denominator_zero'
  }
  return team.method ? undefined : 'no_method'
}

/** What two records are to one another. The same whichever is named first. */
export function verdictBetween(a: Cell, b: Cell): Verdict {
  const against = [a, b].flatMap(({ verdict }) => (verdict.comparable ? [] : [verdict.because]))
  const because = reasons.find((reason) => against.includes(reason))
  return because ? { comparable: false, because } : { comparable: true }
}

/** What is compared: the rate where the indicator has a denominator, else the value. */
export const comparedFigure = (indicator: Pick<Indicator, 'denominatorId'>, cell: Cell): number | undefined =>
  indicator.denominatorId ? cell.rate : cell.value

function withStandings(indicator: Indicator, cells: Cell[]): Cell[] {
  if (indicator.direction === 'neither') return cells
  const sign = indicator.direction === 'more' ? 1 : -1
  const figures = cells.flatMap((cell) => {
    const figure = cell.verdict.comparable ? comparedFigure(indicator, cell) : undefined
    return figure === undefined ? [] : [figure]
  })
  if (figures.length < 2) return cells
  const best = sign * Math.max(...figures.map((figure) => sign * figure))
  const allLevel = figures.every((figure) => figure === best)
  return cells.map((cell) => {
    const figure = comparedFigure(indicator, cell)
    if (!cell.verdict.comparable || figure === undefined) return cell
    if (figure === best) return { ...cell, standing: allLevel ? 'level' : 'best' }
    return { ...cell, standing: 'behind', gap: Math.abs(best - figure) }
  })
}
