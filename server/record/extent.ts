import { sql } from 'kysely'
import { comparePeriods, type Period } from '../../shared/period.ts'
import type { Reader } from '../db/database.ts'
import type { OpenTeam } from './open-teams.ts'

/** For each indicator, the periods of which there are open records, the latest first. */
export type Extent = Record<string, Period[]>

/** So many fora are remembered; what is open never changes, and a million records take long to look through. */
const mostKept = 20
const kept = new Map<string, { filings: string; extent: Extent }>()

/** What the open disclosures of a forum reach to: looked up once for the same filings. */
export async function extentOf(db: Reader, forumId: string, teams: readonly OpenTeam[]): Promise<Extent> {
  const filings = teams.map((team) => `${team.disclosureId} ${team.contentHash}`).join('\n')
  const known = kept.get(forumId)
  if (known?.filings === filings) return known.extent
  const disclosures = teams.flatMap((team) => team.disclosureId ?? [])
  const extent = await readExtent(db, disclosures)
  kept.delete(forumId)
  kept.set(forumId, { filings, extent })
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  return extent
}

async function readExtent(db: Reader, disclosures: readonly string[]): Promise<Extent> {
  if (disclosures.length === 0) return {}
  const rows = await db
    .selectFrom('record')
    .select(['indicator_id', 'period'])
    .distinct()
    .where('disclosure_id', 'in', disclosures)
    .where('standing', '=', sql.lit(1))
    .execute()
  const byIndicator = Map.groupBy(rows, (row) => row.indicator_id)
  const latestFirst = (some: { period: Period }[]) => some.map((row) => row.period).sort((a, b) => comparePeriods(b, a))
  return Object.fromEntries([...byIndicator].map(([indicatorId, some]) => [indicatorId, latestFirst(some)]))
}
