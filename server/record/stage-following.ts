import type { Instant } from '../../shared/dates.ts'
import { disclosuresOpenedAt, opensOn, type Stage } from '../../shared/forum.ts'
import { Refused } from '../../shared/refusals.ts'
import { teamsOf } from '../agreement/agreements.ts'
import type { Trx } from '../db/database.ts'
import type { ForumFollowers } from '../forum/followers.ts'
import { type Forum, forumPath } from '../forum/forums.ts'
import { closeDuty, openDuty } from '../notice/duties.ts'
import { noteMissing } from './faults/noting.ts'
import { filedTeams } from './telling.ts'
import { openFilings } from './unsealing.ts'

/** What a forum's stages mean for records: a duty to disclose, then one instant at which all that was filed is open. */
export const recordFollowers: ForumFollowers = { onStage: [followStage], blocks: [] }

async function followStage(trx: Trx, forum: Forum, stage: Stage, now: Instant): Promise<void> {
  if (stage === 'disclosure') await askForDisclosures(trx, forum, now)
  if (stage === 'comparison') await endDisclosing(trx, forum, now)
  // What is deliberated must be there to be read.
  if (stage === 'deliberation' && !disclosuresOpenedAt(forum.stages)) throw new Refused('disclosures_opening')
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

async function endDisclosing(trx: Trx, forum: Forum, now: Instant): Promise<void> {
  await closeDuty(trx, 'disclosure.file', forum.id, now)
  await noteMissing(trx, forum, await filedTeams(trx, forum.id), now)
  await openFilings(trx, forum, now)
}
