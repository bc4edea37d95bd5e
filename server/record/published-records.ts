import { sql } from 'kysely'
import { disclosuresOpenedAt } from '../../shared/forum.ts'
import type { Missing } from '../../shared/record.ts'
import type { Reader } from '../db/database.ts'
import { getForum } from '../forum/forums.ts'
import { asPublished, hidingIn } from './hiding.ts'
import { openTeams } from './open-teams.ts'

/** One record as open data: without the note, the raw cell and the file that stand beside it. */
export interface PublishedRecord {
  team: string
  indicator: string
  period: string
  value: number | undefined
  missing: Missing | undefined
  unit: string
  illustrative: boolean
}

/** So many are answered at once; whoever wants the next ones asks with an offset. */
export const mostRecords = 10_000

/** What one team disclosed for a forum, by indicator and period; undefined while it is sealed, or where nothing was filed. */
export async function publishedRecords(
  db: Reader,
  forumId: string,
  teamId: string,
  offset = 0,
): Promise<PublishedRecord[] | undefined> {
  const forum = await getForum(db, forumId)
  if (!forum || !disclosuresOpenedAt(forum.stages)) return undefined
  const teams = await openTeams(db, forum)
  const team = teams.find(({ id }) => id === teamId)
  if (!team?.disclosureId) return undefined
  const hiding = await hidingIn(db, forum, teams)
  const rows = await db
    .selectFrom('record')
    .innerJoin('indicator', 'indicator.id', 'record.indicator_id')
    .select(['record.indicator_id', 'period', 'value', 'missing', 'record.unit', 'code', 'illustrative'])
    .select('indicator.unit as usual')
    .where('disclosure_id', '=', team.disclosureId)
    .where('standing', '=', sql.lit(1))
    .orderBy('code')
    .orderBy('period')
    .limit(mostRecords)
    .offset(offset)
    .execute()
  return rows.map(({ indicator_id: indicatorId, period, code, usual, ...row }) => {
    const said = { teamId, indicatorId, period, note: '', unit: row.unit ?? undefined, value: row.value ?? undefined }
    const missing = (row.missing as Missing | null) ?? undefined
    const { value, missing: why } = asPublished(hiding, { ...said, missing })
    const shown = { team: team.name, indicator: code, period, value, missing: why }
    return { ...shown, unit: row.unit ?? usual, illustrative: row.illustrative === 1 }
  })
}
