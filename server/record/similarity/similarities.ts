import type { Actor } from '../../../shared/agreement.ts'
import type { AgreedVariable, Similarity } from '../../../shared/similarity.ts'
import type { Reader } from '../../db/database.ts'
import { findForum } from '../../forum/forums.ts'
import { demand } from '../../http/demand.ts'

/** Every agreement of the forum on what counts, the latest first: that one holds. */
export async function listSimilarities(db: Reader, actor: Actor, forumId: string): Promise<Similarity[]> {
  const forum = await findForum(db, actor, forumId)
  demand(actor, 'similarity.read', { agreementId: forum.agreementId })
  return similaritiesOf(db, forum.id)
}

/** What holds for a forum; undefined where nothing was agreed. Asks no permission. */
export const similarityOf = async (db: Reader, forumId: string): Promise<Similarity | undefined> =>
  (await similaritiesOf(db, forumId))[0]

/** Every agreement of the forum, without asking for permission. */
export async function similaritiesOf(db: Reader, forumId: string): Promise<Similarity[]> {
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
