import type { Cell, ComparedRecord, ComparedTeam, ComparisonRow } from './comparison.ts'
import { comparePeriods, grainOf, months, type Period, within } from './period.ts'
import type { Indicator } from './record.ts'
import { type AgreedVariable, likeness } from './similarity.ts'
import { type ArePeers, withStandings } from './standing.ts'
import type { Reason, Verdict } from './verdict.ts'

interface Asked {
  indicator: Indicator
  period: Period
}

/** Puts like beside like: one row for each indicator and period that is asked, one cell for each team. */
export function compare(
  asked: readonly Asked[],
  teams: readonly ComparedTeam[],
  records: readonly ComparedRecord[],
  agreed: readonly AgreedVariable[] = [],
): ComparisonRow[] {
  const arePeers = peersBy(teams, agreed)
  return cellsBeside(asked, teams, records).map((row, i) => ({
    ...row,
    cells: withStandings(asked[i]!.indicator, row.cells, arePeers),
  }))
}

/** The same without saying where each stands. */
export function cellsBeside(
  asked: readonly Asked[],
  teams: readonly ComparedTeam[],
  records: readonly ComparedRecord[],
): ComparisonRow[] {
  const kept = keep(records)
  return asked.map(({ indicator, period }) => ({
    indicatorId: indicator.id,
    period,
    cells: teams.map((team) => cellOf(indicator, period, team, kept)),
  }))
}

/** Who is whose peer, looked up once for each pair. */
function peersBy(teams: readonly ComparedTeam[], agreed: readonly AgreedVariable[]): ArePeers | undefined {
  if (agreed.length === 0) return undefined
  const peers = new Map(
    teams.map((team) => [
      team.id,
      new Set(teams.filter((other) => likeness(team.situation, other.situation, agreed).similar).map(({ id }) => id)),
    ]),
  )
  return (teamId, otherId) => peers.get(teamId)?.has(otherId) ?? false
}

/** The records of an indicator and a team, by period. */
type Kept = Map<string, Map<string, Map<Period, ComparedRecord>>>

function keep(records: readonly ComparedRecord[]): Kept {
  const kept: Kept = new Map()
  for (const record of records) {
    const ofIndicator = reach(kept, record.indicatorId)
    reach(ofIndicator, record.teamId).set(record.period, record)
  }
  return kept
}

function reach<Key, Value>(map: Map<Key, Map<string, Value>>, key: Key): Map<string, Value> {
  const known = map.get(key)
  if (known) return known
  const made = new Map<string, Value>()
  map.set(key, made)
  return made
}

/** A record of another length that covers part of the period, or all of it: the longest, of these the latest. */
function nearest(records: Iterable<ComparedRecord>, period: Period): ComparedRecord | undefined {
  return [...records]
    .filter((record) => within(record.period, period) || within(period, record.period))
    .sort((a, b) => months[grainOf(b.period)] - months[grainOf(a.period)] || comparePeriods(b.period, a.period))[0]
}

function cellOf(indicator: Indicator, period: Period, team: ComparedTeam, kept: Kept): Cell {
  const own = kept.get(indicator.id)?.get(team.id)
  const record = own?.get(period) ?? (own && nearest(own.values(), period))
  const { value, unit, note = '' } = record ?? {}
  const missing = record ? record.missing : team.disclosed ? 'not_reported' : undefined
  const denominator =
    record && indicator.denominatorId ? kept.get(indicator.denominatorId)?.get(team.id)?.get(record.period) : undefined
  const of = denominator?.value
  const rate = value !== undefined && of ? (value / of) * indicator.ratePer : undefined
  const because = reasonAgainst(indicator, period, team, record, denominator)
  const noted = note !== '' || (denominator !== undefined && denominator.note !== '')
  const verdict: Verdict = because ? { comparable: false, because } : noted ? { comparable: true, noted } : alike
  return { teamId: team.id, period: record?.period ?? period, value, missing, unit, note, of, rate, verdict }
}

const alike: Verdict = { comparable: true }

function reasonAgainst(
  indicator: Indicator,
  period: Period,
  team: ComparedTeam,
  record: ComparedRecord | undefined,
  denominator: ComparedRecord | undefined,
): Reason | undefined {
  if (!team.disclosed) return 'nothing_filed'
  if (record?.value === undefined) return 'no_figure'
  if (!isValidIn(indicator, record.period)) return 'not_valid'
  if (record.period !== period || grainOf(period) !== indicator.grain) return 'period_length'
  if (record.unit !== undefined) return 'unit'
  if (indicator.denominatorId) {
    if (denominator?.value === undefined) return 'denominator_missing'
    if (denominator.unit !== undefined) return 'denominator_unit'
    if (denominator.value === 0) return 'denominator_zero'
    if (indicator.nature === 'share' && record.value > denominator.value) return 'over_whole'
  }
  return team.method ? undefined : 'no_method'
}

/** Whether the indicator could be asked of the period. */
export const isValidIn = ({ validFrom, validTo }: Indicator, period: Period): boolean =>
  (validFrom === undefined || comparePeriods(validFrom, period) <= 0) &&
  (validTo === undefined || comparePeriods(period, validTo) <= 0)
