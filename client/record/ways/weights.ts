import type { Weight } from '../charts/slope-chart.tsx'
import type { ShownCell } from '../comparison.ts'
import { type Seen, seenTeam } from '../comparison-seen.ts'
import { mostLines } from './side.tsx'

/** How heavily a team is drawn: one’s own, the best comparable one, and of a few all the others too. */
export function weightOf(seen: Seen, cell: ShownCell, best: ShownCell | undefined): Weight {
  const { own, likeness } = seenTeam(seen, cell.teamId)
  if (own) return 'own'
  if (best === cell) return 'best'
  if (seen.teams.length > mostLines) return 'faint'
  return likeness.similar ? 'peer' : 'aside'
}
