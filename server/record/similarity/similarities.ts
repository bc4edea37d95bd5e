import type { Actor } from '../../../shared/agreement.ts'
import type { Instant } from '../../../shared/dates.ts'
import { newId } from '../../../shared/ids.ts'
import type { AgreedVariable, Similarity, SimilarityForm } from '../../../shared/similarity.ts'
import type { Reader, Trx } from '../../db/database.ts'
import { findForum } from '../../forum/forums.ts'
import { demand } from '../../http/demand.ts'
import { recordAct } from '../../ledger/acts.ts'

/** Puts on record which circumstances the forum lets count, and why: who is whose peer follows from it (R35, R36, R38). */
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
  return agreed
}

/** Every agreement of the forum on what counts, the latest first: that one holds. */
export async function listSimilarities(db: Reader, actor: Actor, forumId: string): Promise<Similarity[]> {
  const forum = await findForum(db, actor, forumId)
  demand(actor, 'similarity.read', { agreementId: forum.agreementId })
  return similaritiesOf(db, forum.id)
}

/** What holds for a forum; undefined where nothing was agreed. Asks no permission. */
export const similarityOf = async (db: Reader, forumId: string): Promise<Similarity | undefined> =>
  (await similaritiesOf(db, forumId))[0]

async function similaritiesOf(db: Reader, forumId: string): Promise<Similarity[]> {
  const rows = await db
    .selectFrom('similarity')
    .innerJoin('person', 'person.id', 'similarity.person_id')
    .select(['similarity.id', 'variables', 'reason', 'person.name', 'at'])
    .where('forum_id', '=', forumId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map(({ id, variables, reason, name, at }) => ({
    id,
    forumId,
    variables: JSON.parse(variables) as AgreedVariable[],
    reason,
    by: name,
    at,
  }))
}
