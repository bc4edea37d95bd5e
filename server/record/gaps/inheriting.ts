import type { ChainLink, Disposition } from '../../../shared/agenda.ts'
import { dayOf, type Instant } from '../../../shared/dates.ts'
import { openGapStates } from '../../../shared/gap.ts'
import type { Reader, Trx } from '../../db/database.ts'
import type { ForumFollowers } from '../../forum/followers.ts'
import type { Forum } from '../../forum/forums.ts'
import { inherit } from '../../forum/inheritance.ts'
import { agendaOf } from '../../forum/items.ts'
import { closeDuty } from '../../notice/duties.ts'
import { rootOf } from '../agenda.ts'
import { decisionsOn } from './deciding.ts'
import { explanationsOf } from './explaining.ts'
import { fromRow, type Gap, gapPath, gapRows } from './gaps.ts'
import { chainOf, gapTitle } from './telling.ts'

/** What a forum's end means for gaps: whatever is open goes on to the next. */
export const gapFollowers: ForumFollowers = {
  onStage: [async (trx, forum, stage, now) => (stage === 'closed' ? passOn(trx, forum, now) : undefined)],
  blocks: [],
}

/**
 * Every gap that is open when a forum closes comes before the next one with its origin: unexplained, undecided and not
 * yet adopted alike. What this forum deferred comes back by itself, and not twice.
 */
async function passOn(trx: Trx, forum: Forum, now: Instant): Promise<void> {
  await closeDuty(trx, 'gap.confirm', forum.id, now)
  const deferred = await deferredGaps(trx, forum)
  for (const gap of await openGaps(trx, forum.agreementId)) {
    if (deferred.has(gap.id)) continue
    await inherit(
      trx,
      {
        agreementId: gap.agreementId,
        origin: 'gap',
        originId: gap.id,
        originPath: gapPath(gap),
        title: gapTitle(gap),
        detail: { chain: await wayOf(trx, gap), gapNumber: gap.number, state: gap.state, dueOn: gap.dueOn },
      },
      now,
    )
  }
}

/** What has happened so far, oldest first. */
async function wayOf(db: Reader, gap: Gap): Promise<ChainLink[]> {
  const link = (kind: ChainLink['kind'], at: Instant): ChainLink => ({ ...chainOf(gap, kind, at), on: dayOf(at) })
  const explained = (await explanationsOf(db, gap.id)).map(({ at }) => link('explanation', at))
  const decided = (await decisionsOn(db, gap.id)).map(({ at, question }) =>
    link(question === 'adoption' ? 'adoption' : 'decision', at),
  )
  return [link('gap', gap.openedAt), ...explained, ...decided].sort((a, b) => a.on.localeCompare(b.on))
}

export async function openGaps(db: Reader, agreementId: string): Promise<Gap[]> {
  const rows = await gapRows(db)
    .where('gap.agreement_id', '=', agreementId)
    .where('gap.state', 'in', [...openGapStates])
    .orderBy('gap.number')
    .execute()
  return rows.map(fromRow)
}

/** The gaps behind the items that this forum put off, through however many fora they were put off before. */
async function deferredGaps(db: Reader, forum: Forum): Promise<Set<string>> {
  const found = new Set<string>()
  for (const item of await agendaOf(db, forum.id)) {
    if (item.disposition !== 'deferred' || item.withdrawnAt) continue
    const root = await rootOf(db, item)
    if (root.origin === 'gap' && root.originId) found.add(root.originId)
  }
  return found
}

/** Where a forum deals, or dealt, with a gap, in the order in which it came before them. */
export interface Placement {
  itemId: string
  position: number
  /** Absent while the item waits for the next forum. */
  forumLabel?: string | undefined
  disposition?: Disposition | undefined
}

export async function placementsOf(db: Reader, gapId: string): Promise<Placement[]> {
  const rows = await db
    .selectFrom('agenda_item')
    .leftJoin('forum', 'forum.id', 'agenda_item.forum_id')
    .select(['agenda_item.id', 'position', 'disposition', 'forum.label'])
    .where('origin', '=', 'gap')
    .where('origin_id', '=', gapId)
    .orderBy('added_at')
    .execute()
  return rows.map(({ id, position, disposition, label }) => ({
    itemId: id,
    position,
    forumLabel: label ?? undefined,
    disposition: (disposition as Disposition | null) ?? undefined,
  }))
}
