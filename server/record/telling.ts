import type { Instant } from '../../shared/dates.ts'
import { teamsOf } from '../agreement/agreements.ts'
import type { Reader, Trx } from '../db/database.ts'
import { type Forum, forumPath } from '../forum/forums.ts'
import { recordAct } from '../ledger/acts.ts'
import { notifySeats } from '../notice/notifications.ts'

/** Puts on record that all that was filed is open, with who filed nothing (R101), and tells everyone. */
export async function tellOpened(trx: Trx, forum: Forum, now: Instant): Promise<void> {
  const { agreementId, label } = forum
  const filed = await filedTeams(trx, forum.id)
  const teams = await teamsOf(trx, agreementId)
  const names = (isFiled: boolean) => teams.filter((team) => filed.has(team.id) === isFiled).map((team) => team.name)
  const body = { label, filed: names(true), missed: names(false) }
  await recordAct(trx, undefined, { agreementId, kind: 'disclosures.opened', subject: forum.id, body }, now)
  const detail = { label, count: body.filed.length }
  const path = `${forumPath(forum)}/records`
  await notifySeats(trx, undefined, { agreementId, kind: 'disclosures.opened', subject: forum.id, path, detail }, now)
}

export async function filedTeams(db: Reader, forumId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('disclosure')
    .select('team_id')
    .where('forum_id', '=', forumId)
    .where('filed_at', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.team_id))
}
