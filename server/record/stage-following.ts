import type { Instant } from '../../shared/dates.ts'
import { opensOn, type Stage } from '../../shared/forum.ts'
import { teamsOf } from '../agreement/agreements.ts'
import type { Trx } from '../db/database.ts'
import type { ForumFollowers } from '../forum/followers.ts'
import { type Forum, forumPath } from '../forum/forums.ts'
import { recordAct } from '../ledger/acts.ts'
import { closeDuty, openDuty } from '../notice/duties.ts'
import { notifySeats } from '../notice/notifications.ts'

/** What a forum's stages mean for records: a duty to disclose, then one instant at which all that was filed is open. */
export const recordFollowers: ForumFollowers = { onStage: [followStage], blocks: [] }

async function followStage(trx: Trx, forum: Forum, stage: Stage, now: Instant): Promise<void> {
  if (stage === 'disclosure') await askForDisclosures(trx, forum, now)
  if (stage === 'comparison') await openDisclosures(trx, forum, now)
}

async function askForDisclosures(trx: Trx, forum: Forum, now: Instant): Promise<void> {
  const filed = await filedTeams(trx, forum.id)
  for (const team of await teamsOf(trx, forum.agreementId)) {
    if (filed.has(team.id)) continue
    const duty = {
      agreementId: forum.agreementId,
      kind: 'disclosure.file',
      subject: forum.id,
      bearer: { seat: 'team_lead', teamId: team.id },
      dueOn: opensOn(forum.stages, 'comparison'),
      path: `${forumPath(forum)}/disclosure`,
      detail: { label: forum.label, team: team.name },
    } as const
    await openDuty(trx, duty, now)
  }
}

/** The stage itself unseals; here it is put on record, with who filed nothing (R101), and everyone is told. */
async function openDisclosures(trx: Trx, forum: Forum, now: Instant): Promise<void> {
  const { agreementId } = forum
  const filed = await filedTeams(trx, forum.id)
  const teams = await teamsOf(trx, agreementId)
  const names = (filedOnes: boolean) =>
    teams.filter((team) => filed.has(team.id) === filedOnes).map((team) => team.name)
  await closeDuty(trx, 'disclosure.file', forum.id, now)
  const body = { label: forum.label, filed: names(true), missed: names(false) }
  await recordAct(trx, undefined, { agreementId, kind: 'disclosures.opened', subject: forum.id, body }, now)
  const detail = { label: forum.label, count: body.filed.length }
  const path = `${forumPath(forum)}/records`
  await notifySeats(trx, undefined, { agreementId, kind: 'disclosures.opened', subject: forum.id, path, detail }, now)
}

async function filedTeams(trx: Trx, forumId: string): Promise<Set<string>> {
  const rows = await trx
    .selectFrom('disclosure')
    .select('team_id')
    .where('forum_id', '=', forumId)
    .where('filed_at', 'is not', null)
    .execute()
  return new Set(rows.map((row) => row.team_id))
}
