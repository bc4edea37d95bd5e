import type { Cell } from '../../../shared/comparison.ts'
import type { Reader } from '../../db/database.ts'
import { publishedComparison } from '../published-comparison.ts'
import { fullGap, type GapView, gapsBefore } from './gap-view.ts'
import type { Gap } from './gaps.ts'

/** A gap for the public record, with the two figures as the public comparison shows them. */
export interface PublishedGap extends GapView {
  /** Absent where the public record keeps the figure back, since too few stand behind it. */
  shown: { team?: number | undefined; peer?: number | undefined }
}

/**
 * The gaps of a forum for everyone, its own and those that it inherited: what was explained and decided, by delegations
 * and without persons. A figure that the public comparison suppresses is not given back here.
 */
export async function publishedGaps(
  db: Reader,
  forum: { id: string; agreementId: string; stage: string },
): Promise<PublishedGap[]> {
  const gaps = await gapsBefore(db, forum)
  const figures = await publishedFigures(db, gaps)
  const full: PublishedGap[] = []
  for (const gap of gaps) {
    const shown = { team: figures(gap, gap.team.id), peer: figures(gap, gap.peer.id) }
    full.push({ ...(await fullGap(db, gap)), shown })
  }
  return full
}

/** Looks a figure up in the public comparison of the forum in which the gap was confirmed. */
async function publishedFigures(
  db: Reader,
  gaps: readonly Gap[],
): Promise<(gap: Gap, teamId: string) => number | undefined> {
  const found = new Map<string, Map<string, Cell>>()
  for (const [forumId, own] of Map.groupBy(gaps, (gap) => gap.forumId)) {
    const indicators = [...new Set(own.map((gap) => gap.figures.indicator.code))]
    const periods = [...new Set(own.map((gap) => gap.period))]
    const comparison = await publishedComparison(db, forumId, { indicators, periods })
    const cells = comparison?.rows.flatMap((row) =>
      row.cells.map((cell) => [`${row.indicatorId}\n${row.period}\n${cell.teamId}`, cell] as const),
    )
    found.set(forumId, new Map(cells))
  }
  return (gap, teamId) => {
    const cell = found.get(gap.forumId)?.get(`${gap.indicatorId}\n${gap.period}\n${teamId}`)
    return gap.figures.indicator.denominator === undefined ? cell?.value : cell?.rate
  }
}
