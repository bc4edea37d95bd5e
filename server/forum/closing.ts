import { undisposed } from '../../shared/agenda.ts'
import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { Refused } from '../../shared/refusals.ts'
import { charterOf } from '../agreement/charters.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { notifySeats } from '../notice/notifications.ts'
import { lockDocument, sealDocument } from '../sync/documents.ts'
import { conveneNext } from './convening.ts'
import { returnDeferred } from './disposing.ts'
import type { Block, ForumFollowers } from './followers.ts'
import { type Forum, findForum, forumPath } from './forums.ts'
import { agendaOf, itemPath, namedItem } from './items.ts'
import { reach } from './moving.ts'

/**
 * Ends a forum: refused while an inherited item has no disposition or another room holds it open. Its minutes are sealed
 * for good, the next forum is scheduled in the same step, and what was deferred is on its agenda.
 */
export async function closeForum(
  trx: Trx,
  actor: Actor,
  followers: ForumFollowers,
  id: string,
  now: Instant,
): Promise<{ closed: Forum; next: Forum }> {
  const forum = await findForum(trx, actor, id)
  demand(actor, 'forum.close', { agreementId: forum.agreementId, state: forum.stage })
  await refuseBlocked(trx, followers, forum)
  const closed = await reach(trx, forum, 'closed', now)
  const minutes = await sealDocument(trx, forum.minutesId, now)
  await lockDocument(trx, forum.minutesId)
  const body = { label: forum.label, title: forum.title, minutes: { id: forum.minutesId, ...minutes } }
  await recordAct(trx, actor, { agreementId: forum.agreementId, kind: 'forum.closed', subject: id, body }, now)
  const news = { agreementId: forum.agreementId, kind: 'forum.closed', subject: id, path: forumPath(forum) }
  await notifySeats(trx, actor, { ...news, detail: { label: forum.label } }, now)
  for (const follow of followers.onStage) await follow(trx, closed, 'closed', now)
  await returnDeferred(trx, closed, now)
  const charter = await charterOf(trx, forum.agreementId)
  return { closed, next: await conveneNext(trx, actor, followers, closed, charter.body, now) }
}

/** Everything that keeps a forum from closing: its own items first, then what other rooms say. */
export async function blocksOf(db: Reader, actor: Actor, followers: ForumFollowers, id: string): Promise<Block[]> {
  const forum = await findForum(db, actor, id)
  if (forum.stage === 'closed') return []
  const items = undisposed(await agendaOf(db, id)).map((item) => ({
    kind: 'item',
    subject: item.id,
    title: `${item.position}. ${item.title}`,
    path: itemPath(forum, item.id),
  }))
  return [...items, ...(await followersBlocks(db, followers, forum))]
}

async function refuseBlocked(trx: Trx, followers: ForumFollowers, forum: Forum): Promise<void> {
  const items = undisposed(await agendaOf(trx, forum.id)).map(namedItem)
  const blocks = await followersBlocks(trx, followers, forum)
  if (items.length > 0) throw new Refused('forum_items_undisposed', { items, blocks })
  if (blocks.length > 0) throw new Refused('forum_blocked', { blocks })
}

const followersBlocks = async (db: Reader, followers: ForumFollowers, forum: Forum): Promise<Block[]> => {
  const lists: Block[][] = []
  for (const blocks of followers.blocks) lists.push(await blocks(db, forum))
  return lists.flat()
}
