import type { Actor } from '../../shared/agreement.ts'
import { cellsBeside, compare } from '../../shared/comparing.ts'
import { type Cell, type ComparedRecord, type ComparisonRow, comparedFigure } from '../../shared/comparison.ts'
import type { Instant } from '../../shared/dates.ts'
import { disclosuresOpenedAt } from '../../shared/forum.ts'
import { grainOf, type Period, periodBefore } from '../../shared/period.ts'
import type { Indicator } from '../../shared/record.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Similarity } from '../../shared/similarity.ts'
import { isComparable, verdictBetween } from '../../shared/verdict.ts'
import type { Reader } from '../db/database.ts'
import { type Forum, findForum } from '../forum/forums.ts'
import { demand } from '../http/demand.ts'
import { type Pair, recordsFor } from './compared-records.ts'
import { type Extent, extentOf } from './extent.ts'
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
  periods: Extent
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
  const openedAt = disclosuresOpenedAt(forum.stages)
  // The stage has begun, and what was filed is still being laid open.
  if (!openedAt) throw new Refused('disclosure_sealed')
  return openComparison(db, forum, openedAt, asked)
}

/** How records are taken before they are compared: as they are, or as they are published. */
export type Taking = (
  teams: readonly OpenTeam[],
  records: readonly ComparedRecord[],
) => Promise<readonly ComparedRecord[]>

/** Asks no permission: for who knows that the forum's disclosures are open. */
export async function openComparison(
  db: Reader,
  forum: Forum,
  openedAt: Instant,
  asked: ComparisonAsked,
  take: Taking = async (_, records) => records,
): Promise<Comparison> {
  const teams = await openTeams(db, forum)
  const periods = await extentOf(db, forum.id, teams)
  const indicators = disclosedIndicators(await indicatorsOf(db, forum.agreementId), periods)
  const similarity = await similarityOf(db, forum.id)
  const pairs = askedPairs(indicators, periods, asked)
  const shown = pairs.slice(0, mostRows)
  const rows = withBefore(shown, await rowsOf(db, teams, shown, similarity, take))
  const { id: forumId, label } = forum
  return { forumId, label, openedAt, teams, similarity, indicators, periods, rows, asked: pairs.length }
}

/** The rows that are shown, and after them those of the periods before that are not shown themselves. */
async function rowsOf(
  db: Reader,
  teams: readonly OpenTeam[],
  shown: readonly Pair[],
  similarity: Similarity | undefined,
  take: Taking,
): Promise<ComparisonRow[]> {
  const asked = new Set(shown.map(keyOf))
  const earlier = shown.map(beforeOf).filter((pair) => !asked.has(keyOf(pair)))
  const filed = new Map(teams.flatMap(({ id, disclosureId }) => (disclosureId ? [[disclosureId, id]] : [])))
  const records = await take(teams, await recordsFor(db, filed, [...shown, ...earlier]))
  return [...compare(shown, teams, records, similarity?.variables), ...cellsBeside(earlier, teams, records)]
}

const keyOf = ({ indicator, period }: Pair): string => `${indicator.id} ${period}`
const beforeOf = ({ indicator, period }: Pair): Pair => ({ indicator, period: periodBefore(period) })

/** Each cell with the figure of the period before, where that one could be compared too. */
function withBefore(shown: readonly Pair[], rows: readonly ComparisonRow[]): Comparison['rows'] {
  const known = new Map(rows.map((row) => [`${row.indicatorId} ${row.period}`, row.cells]))
  return shown.map((pair, i) => {
    const before = known.get(keyOf(beforeOf(pair)))!
    const { indicatorId, period, cells } = rows[i]!
    const told = cells.map((cell, at) => ({ ...cell, before: earlierFigure(pair.indicator, cell, before[at]!) }))
    return { indicatorId, period, cells: told }
  })
}

/** Those of which there are records, and what they are rates of. */
export function disclosedIndicators(all: readonly Indicator[], periods: Readonly<Extent>): Indicator[] {
  const serving = new Set(all.flatMap((indicator) => (periods[indicator.id] && indicator.denominatorId) ?? []))
  return all.filter((indicator) => periods[indicator.id] || serving.has(indicator.id))
}

/** Not across a break in the series: the figure before it is of something else. */
const earlierFigure = (indicator: Indicator, cell: Cell, before: Cell): number | undefined =>
  before.verdict.comparable && (!indicator.breaks || isComparable(verdictBetween(indicator, before, cell)))
    ? comparedFigure(indicator, before)
    : undefined

/** Indicators that only serve others as denominators are shown when they are asked for. */
function askedPairs(indicators: readonly Indicator[], periods: Readonly<Extent>, asked: ComparisonAsked): Pair[] {
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
