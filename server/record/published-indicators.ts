import type { Indicator } from '../../shared/record.ts'
import type { Reader } from '../db/database.ts'
import { disclosedIndicators } from './comparisons.ts'
import { extentOf } from './extent.ts'
import { indicatorsOf } from './indicators.ts'
import { openTeams } from './open-teams.ts'

/** The indicators of which there are open records, with what they are rates of: others are the agreement's own affair. */
export async function publishedIndicators(db: Reader, agreementId: string): Promise<Indicator[]> {
  const all = await indicatorsOf(db, agreementId)
  const opened = await db
    .selectFrom('forum')
    .innerJoin('forum_stage', 'forum_stage.forum_id', 'forum.id')
    .select('forum.id')
    .where('agreement_id', '=', agreementId)
    .where('forum_stage.stage', '=', 'comparison')
    .where('forum_stage.opened_at', 'is not', null)
    .execute()
  const disclosed = new Set<string>()
  for (const { id } of opened) {
    const extent = await extentOf(db, id, await openTeams(db, { id, agreementId }))
    for (const indicator of disclosedIndicators(all, extent)) disclosed.add(indicator.id)
  }
  return all.filter(({ id }) => disclosed.has(id))
}
