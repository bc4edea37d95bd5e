import type { Actor } from '../../shared/agreement.ts'
import type { Access } from '../../shared/live.ts'
import { may } from '../../shared/permissions.ts'
import type { Reader } from '../db/database.ts'
import { getForum } from './forums.ts'

/** What a person may do with a forum's minutes, asked for each message: nothing for who may not read them. */
export async function minutesAccess(
  db: Reader,
  actor: Actor,
  document: { subject: string },
): Promise<Access | undefined> {
  const forum = await getForum(db, document.subject)
  if (!forum || !may(actor, 'minutes.read', forum)) return undefined
  return may(actor, 'minutes.edit', { ...forum, state: forum.stage }) ? 'write' : 'read'
}
