import type { Actor } from '../../../shared/agreement.ts'
import type { Instant } from '../../../shared/dates.ts'
import { newId } from '../../../shared/ids.ts'
import type { Similarity, SimilarityForm } from '../../../shared/similarity.ts'
import type { Trx } from '../../db/database.ts'
import { findForum } from '../../forum/forums.ts'
import { demand } from '../../http/demand.ts'
import { recordAct } from '../../ledger/acts.ts'
import { askToConfirm } from '../gaps/asking.ts'
import { similaritiesOf } from './similarities.ts'

/**
 * Puts on record which circumstances the forum lets count, and why: who is whose peer follows from it (R35, R36, R38),
 * and with that which gaps the figures propose.
 */
export async function agreeSimilarity(
  trx: Trx,
  actor: Actor,
  forumId: string,
  form: SimilarityForm,
  now: Instant,
): Promise<Similarity> {
  const forum = await findForum(trx, actor, forumId)
  const { agreementId, stage } = forum
  demand(actor, 'similarity.agree', { agreementId, state: stage })
  const before = await similaritiesOf(trx, forum.id)
  const agreed: Similarity = { ...form, id: newId(Date.parse(now)), forumId: forum.id, by: actor.name, at: now }
  await trx
    .insertInto('similarity')
    .values({
      id: agreed.id,
      forum_id: forum.id,
      number: before.length + 1,
      variables: JSON.stringify(form.variables),
      reason: form.reason,
      person_id: actor.personId,
      at: now,
    })
    .execute()
  const body = { label: forum.label, stage, variables: form.variables, reason: form.reason }
  await recordAct(trx, actor, { agreementId, kind: 'similarity.agreed', subject: forum.id, body }, now)
  await askToConfirm(trx, forum, now)
  return agreed
}
