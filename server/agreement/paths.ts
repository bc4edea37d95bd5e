import type { Reader } from '../db/database.ts'

/** The client's page of an agreement, for those who are told of something there. */
export async function agreementPath(db: Reader, agreementId: string): Promise<string> {
  const { slug } = await db
    .selectFrom('agreement')
    .select('slug')
    .where('id', '=', agreementId)
    .executeTakeFirstOrThrow()
  return `/a/${slug}`
}
