import { sql } from 'kysely'
import type { Actor } from '../../shared/agreement.ts'
import { compare } from '../../shared/comparing.ts'
import { type Cell, type ComparedRecord, comparedFigure } from '../../shared/comparison.ts'
import type { Instant } from '../../shared/dates.ts'
import { disclosuresOpenedAt } from '../../shared/forum.ts'
import { comparePeriods, grainOf, type Period, periodBefore, yearOf } from '../../shared/period.ts'
import type { Indicator, Missing } from '../../shared/record.ts'
import type { Similarity } from '../../shared/similarity.ts'
import type { Reader } from '../db/database.ts'
import { type Forum, findForum, getForum } from '../forum/forums.ts'
import { demand } from '../http/demand.ts'
import { indicatorsOf } from './indicators.ts'
import { type OpenTeam, openTeams } from './open-teams.ts'
import { similarityOf } from './similarity/similarities.ts'

/** What is asked for: indicators by code and periods; absent, all that were disclosed, each at its latest period. */
export interface ComparisonAsked {
  indicators?: readonly string[] | undefined
  periods?: readonly Period[] | undefined
}

/** A cell with the figure of the period before, where that one could be compared too. */
export interface ShownCell extends Cell {
  before?: number | undefined
}

export interface Comparison {
  forumId: string
  label: string
  openedAt: Instant
  teams: OpenTeam[]
  /** Which circumstances the forum lets count; absent: every team is every other's peer. */
  similarity?: Similarity | undefined
  /** Every indicator that a disclosure has a record of, with its denominators. */
  indicators: Indicator[]
  /** For each of them, the periods of which there are records, the latest first. */
  periods: Record<string, Period[]>
  rows: { indicatorId: string; period: Period; cells: ShownCell[] }[]
  /** How many rows were asked for, where that is more than are answered at once. */
  asked: number
}

/** Rows that are answered at once; whoever wants more narrows the question, or takes the records themselves. */
export const mostRows = 200

export async function comparisonOf(
  db: Reader,
  actor: Actor,
  forumId: string,
  asked: ComparisonAsked,
): Promise<Comparison> {
  const forum = await findForum(db, actor, forumId)
  demand(actor, 'comparison.read', { agreementId: forum.agreementId, state: forum.stage })
  return openComparison(db, forum, disclosuresOpenedAt(forum.stages)!, asked)
}

/**
 * The comparison for the public record: open disclosures only, in aggregate as teams disclose them, and without the notes
 * and raw cells that stand beside the figures. Undefined while the disclosures are sealed.
 */
export async function publishedComparison(
  db: Reader,
  forumId: string,
  asked: ComparisonAsked = {},
): Promise<Comparison | undefined> {
  const forum = await getForum(db, forumId)
  const openedAt = forum && disclosuresOpenedAt(forum.stages)
  if (!openedAt) return undefined
  const comparison = await openComparison(db, forum, openedAt, asked)
  const bare = (cell: ShownCell): ShownCell => ({ ...cell, note: '' })
  return { ...comparison, rows: comparison.rows.map((row) => ({ ...row, cells: row.cells.map(bare) })) }
}

async function openComparison(
  db: Reader,
  forum: Forum,
  openedAt: Instant,
  asked: ComparisonAsked,
): Promise<Comparison> {
  const teams = await openTeams(db, forum)
  const disclosures = teams.flatMap((team) => team.disclosureId ?? [])
  const all = await indicatorsOf(db, forum.agreementId)
  const periods = await disclosedPeriods(db, disclosures)
  const indicators = disclosedIndicators(all, periods)
  const pairs = askedPairs(indicators, periods, asked)
  const shown = pairs.slice(0, mostRows)
  const earlier = shown.map(({ indicator, period }) => ({ indicator, period: periodBefore(period) }))
  const records = await recordsFor(db, disclosures, [...shown, ...earlier])
  const similarity = await similarityOf(db, forum.id)
  const before = compare(earlier, teams, records)
  const rows = compare(shown, teams, records, similarity?.variables).map((row, i) => ({
    ...row,
    cells: row.cells.map((cell, at) => ({
      ...cell,
      before: earlierFigure(shown[i]!.indicator, before[i]!.cells[at]!),
    })),
  }))
  const { id: forumId, label } = forum
  return { forumId, label, openedAt, teams, similarity, indicators, periods, rows, asked: pairs.length }
}

function disclosedIndicators(all: readonly Indicator[], periods: Readonly<Record<string, Period[]>>): Indicator[] {
  const serving = new Set(all.flatMap((indicator) => (periods[indicator.id] && indicator.denominatorId) ?? []))
  return all.filter((indicator) => periods[indicator.id] || serving.has(indicator.id))
}

const earlierFigure = (indicator: Indicator, cell: Cell): number | undefined =>
  cell.verdict.comparable ? comparedFigure(indicator, cell) : undefined

async function disclosedPeriods(db: Reader, disclosures: readonly string[]): Promise<Record<string, Period[]>> {
  if (disclosures.length === 0) return {}
  const rows = await db
    .selectFrom('record')
    .select(['indicator_id', 'period'])
    .distinct()
    .where('disclosure_id', 'in', disclosures)
    .where('standing', '=', 1)
    .execute()
  const periods: Record<string, Period[]> = {}
  for (const { indicator_id, period } of rows) periods[indicator_id] = [...(periods[indicator_id] ?? []), period]
  for (const list of Object.values(periods)) list.sort((a, b) => comparePeriods(b, a))
  return periods
}

interface Pair {
  indicator: Indicator
  period: Period
}

/** Indicators that only serve others as denominators are shown when they are asked for. */
function askedPairs(
  indicators: readonly Indicator[],
  periods: Readonly<Record<string, readonly Period[]>>,
  asked: ComparisonAsked,
): Pair[] {
  const serving = new Set(indicators.map((indicator) => indicator.denominatorId))
  const chosen = indicators.filter((indicator) =>
    asked.indicators
      ? asked.indicators.includes(indicator.code)
      : !serving.has(indicator.id) || indicator.denominatorId,
  )
  return (chosen.length > 0 || asked.indicators ? chosen : indicators).flatMap((indicator) => {
    const disclosed = periods[indicator.id] ?? []
    const latest = disclosed.find((period) => grainOf(period) === indicator.grain) ?? disclosed[0]
    return (asked.periods ?? (latest ? [latest] : [])).map((period) => ({ indicator, period }))
  })
}

async function recordsFor(
  db: Reader,
  disclosures: readonly string[],
  pairs: readonly Pair[],
): Promise<ComparedRecord[]> {
  const indicatorIds = [
    ...new Set(pairs.flatMap(({ indicator }) => [indicator.id, indicator.denominatorId ?? []].flat())),
  ]
  const years = [...new Set(pairs.map(({ period }) => String(yearOf(period)).padStart(4, '0')))]
  if (disclosures.length === 0 || indicatorIds.length === 0) return []
  const rows = await db
    .selectFrom('record')
    .innerJoin('disclosure', 'disclosure.id', 'record.disclosure_id')
    .select(['disclosure.team_id', 'indicator_id', 'period', 'value', 'missing', 'unit', 'record.note'])
    .where('disclosure_id', 'in', disclosures)
    .where('indicator_id', 'in', indicatorIds)
    .where('standing', '=', 1)
    .where(sql<string>`substr(period, 1, 4)`, 'in', years)
    .execute()
  return rows.map((row) => ({
    teamId: row.team_id,
    indicatorId: row.indicator_id,
    period: row.period,
    value: row.value ?? undefined,
    missing: (row.missing as Missing | null) ?? undefined,
    unit: row.unit ?? undefined,
    note: row.note,
  }))
}
