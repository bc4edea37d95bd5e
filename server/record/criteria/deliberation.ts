import { mustConcur } from '../../../shared/charter.ts'
import type { ReadingRules } from '../../../shared/plan.ts'
import { Refused } from '../../../shared/refusals.ts'
import { delegationsOf } from '../../agreement/agreements.ts'
import { charterOf } from '../../agreement/charters.ts'
import type { Reader } from '../../db/database.ts'
import { openForum } from '../../forum/forums.ts'
import { placeOf } from '../agenda.ts'
import type { Revision } from './criteria.ts'

/** The forum that deals with a revision now, and its item there. */
export async function deliberationOf(db: Reader, agreementId: string, revision: Revision) {
  const forum = await openForum(db, agreementId)
  const placed = forum && (await placeOf(db, forum.id, 'criterion', revision.id))
  if (!forum || !placed) throw new Refused('criterion_not_deliberated', { lacks: 'item' })
  if (forum.stage !== 'deliberation' && forum.stage !== 'adoption')
    throw new Refused('forum_stage', { stage: forum.stage })
  return { forum, placed }
}

/** Who must concur, and what prevents it, by the charter as it is. */
export async function rulesNow(db: Reader, agreementId: string): Promise<ReadingRules> {
  const charter = (await charterOf(db, agreementId)).body
  const delegations = await delegationsOf(db, agreementId)
  return {
    required: delegations.filter((one) => mustConcur(charter, one)).map(({ id }) => id),
    reservationPrevents: charter.concurrence.reservationPrevents,
    objectionPrevents: charter.concurrence.objectionPrevents,
  }
}
