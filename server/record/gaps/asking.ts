import type { Instant } from '../../../shared/dates.ts'
import { opensOn } from '../../../shared/forum.ts'
import type { Trx } from '../../db/database.ts'
import { type Forum, forumPath } from '../../forum/forums.ts'
import { recordAct } from '../../ledger/acts.ts'
import { closeDuty, openDuty } from '../../notice/duties.ts'
import { notifySeats } from '../../notice/notifications.ts'
import { proposalsIn } from './proposals.ts'

export const gapsPath = (forum: Pick<Forum, 'agreementSlug' | 'label'>): string => `${forumPath(forum)}/gaps`

/** The records are open: what they propose is put on record by itself, and everyone is told. Where it is nothing, nothing. */
export async function proposeGaps(trx: Trx, forum: Forum, now: Instant): Promise<void> {
  const proposals = await proposalsIn(trx, forum)
  if (proposals.length === 0) return
  const { agreementId, label, id: subject } = forum
  const detail = { label, count: proposals.length }
  const pairs = proposals.slice(0, 200).map(({ team, peer, period, figures }) => ({
    team,
    peer,
    indicator: figures.indicator.code,
    period,
  }))
  await recordAct(trx, undefined, { agreementId, kind: 'gaps.proposed', subject, body: { ...detail, pairs } }, now)
  await notifySeats(trx, undefined, { agreementId, kind: 'gaps.proposed', subject, path: gapsPath(forum), detail }, now)
  await askToConfirm(trx, forum, now)
}

/** While the figures propose a gap that nobody has decided on, it waits on the secretariat; and no longer. */
export async function askToConfirm(trx: Trx, forum: Forum, now: Instant): Promise<void> {
  const count = (await proposalsIn(trx, forum)).length
  if (count === 0) return closeDuty(trx, 'gap.confirm', forum.id, now)
  const { agreementId, id: subject, label } = forum
  const about = { agreementId, kind: 'gap.confirm', subject, path: gapsPath(forum), detail: { label, count } }
  await openDuty(trx, { ...about, bearer: { seat: 'secretariat' }, dueOn: opensOn(forum.stages, 'adoption') }, now)
}
