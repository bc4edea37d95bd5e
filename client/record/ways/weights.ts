import type { Weight } from '../charts/slope-chart.tsx'
import type { ShownCell } from '../comparison.ts'
import { bestOf, type Seen, type SeenRow, seenTeam } from '../comparison-seen.ts'
import { mostLines } from './side.tsx'

/** How heavily a team is drawn: one’s own, the best comparable one, and of a few all the others too. */
export function weightOf(seen: Seen, row: SeenRow, cell: ShownCell): Weight {
  const { own, likeness } = seenTeam(seen, cell.teamId)
  if (own) return 'own'
  if (bestOf(seen, row)?.teamId === cell.teamId) return 'best'
  return seen.teams.length <= mostLines && likeness.similar ? 'peer' : 'faint'
}
