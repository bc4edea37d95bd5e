import type { ComparedRecord } from '../../shared/comparison.ts'
import { disclosuresOpenedAt } from '../../shared/forum.ts'
import { withIntervals } from '../../shared/noise.ts'
import type { Period } from '../../shared/period.ts'
import { everyone } from '../../shared/protecting.ts'
import type { Reader } from '../db/database.ts'
import { getForum } from '../forum/forums.ts'
import { type Comparison, type ComparisonAsked, openComparison, type ShownCell } from './comparisons.ts'
import { asPublished, type Hiding, hidingIn } from './hiding.ts'

/** The total over all teams of one indicator and period, as it is published. */
export interface RowTotal {
  indicatorId: string
  period: Period
  /** How many teams' figures it adds up. */
  teams: number
  value?: number | undefined
  /** The total of what it is a share of, and the rate of both, where they add up the same teams. */
  of?: number | undefined
  rate?: number | undefined
  /** Whether it is hidden, since it would give a small count back. */
  hidden: boolean
}

export interface PublishedComparison extends Comparison {
  totals: RowTotal[]
  /** Counts from one to just below this are hidden, and others with them, so that no total gives them back. */
  threshold: number
}

/**
 * The comparison for the public record: open disclosures only, in aggregate as teams disclose them, without the notes and
 * raw cells that stand beside the figures, without persons, and without small counts. All that is computed is computed from what is
 * published, so that nothing of it can tell more. Undefined while the disclosures are sealed.
 */
export async function publishedComparison(
  db: Reader,
  forumId: string,
  asked: ComparisonAsked = {},
): Promise<PublishedComparison | undefined> {
  const forum = await getForum(db, forumId)
  const openedAt = forum && disclosuresOpenedAt(forum.stages)
  if (!openedAt) return undefined
  let hiding: Hiding | undefined
  let all: readonly ComparedRecord[] = []
  const comparison = await openComparison(db, forum, openedAt, asked, async (teams, records) => {
    const found = await hidingIn(db, forum, teams)
    hiding = found
    all = records
    return records.map((record) => asPublished(found, record))
  })
  const bare = (cell: ShownCell): ShownCell => ({ ...cell, note: '' })
  const told = withIntervals(comparison.rows, comparison.indicators)
  const rows = told.map((row) => ({ ...row, cells: row.cells.map(bare) }))
  const similarity = comparison.similarity && { ...comparison.similarity, by: '' }
  return { ...comparison, similarity, rows, totals: totalsOf(comparison, all, hiding!), threshold: hiding!.threshold }
}

/** Each row's total from all figures of its period and unit, hidden ones among them, unless it is hidden itself. */
function totalsOf(comparison: Comparison, records: readonly ComparedRecord[], hiding: Hiding): RowTotal[] {
  const figures = records.filter(({ value, unit }) => value !== undefined && unit === undefined)
  const byPlace = Map.groupBy(figures, ({ indicatorId, period }) => `${indicatorId} ${period}`)
  const summed = (indicatorId: string, period: Period) => {
    const these = byPlace.get(`${indicatorId} ${period}`) ?? []
    const hidden = hiding.suppressionOf(indicatorId)?.isHidden(everyone, period) ?? false
    const teams = new Set(these.map(({ teamId }) => teamId))
    const value = hidden || these.length === 0 ? undefined : these.reduce((sum, one) => sum + one.value!, 0)
    return { teams, value, hidden }
  }
  const indicators = new Map(comparison.indicators.map((indicator) => [indicator.id, indicator]))
  return comparison.rows.map(({ indicatorId, period }) => {
    const { denominatorId, ratePer } = indicators.get(indicatorId)!
    const { teams, value, hidden } = summed(indicatorId, period)
    const whole = denominatorId ? summed(denominatorId, period) : undefined
    const same = whole && whole.teams.size === teams.size && [...teams].every((team) => whole.teams.has(team))
    const of = same ? whole.value : undefined
    const rate = value !== undefined && of ? (value / of) * ratePer : undefined
    return { indicatorId, period, teams: teams.size, value, of, rate, hidden }
  })
}
