import type { Instant } from '../../../shared/dates.ts'
import { clockOf } from '../../../shared/gap.ts'
import type { Trx } from '../../db/database.ts'
import type { OnDue } from '../../notice/deadlines.ts'
import { type Gap, getGap, moveGap } from './gaps.ts'
import { tellOfGap } from './telling.ts'
import { askVoices } from './voices.ts'

/**
 * The day is over and nobody has done what the clock was for. Silence accepts nothing and refuses nothing: the gap is
 * overdue from the instant at which the clock ran out, on record and for all to see. To the silence of a team the forum
 * may give an answer; the team may still explain itself.
 */
const onGapDue: OnDue = async (trx, deadline, now) => {
  const gap = await getGap(trx, deadline.subject)
  const awaited = gap && clockOf(gap.state, gap.rules)?.with
  if (!gap || !awaited || gap.overdueAt) return
  const late =
    gap.state === 'confirmed' ? await lapse(trx, gap, deadline.dueAt, now) : await markLate(trx, gap, deadline.dueAt)
  const facts = { awaited, was: gap.state, since: deadline.dueAt.slice(0, 10) }
  await tellOfGap(trx, undefined, late, 'gap.overdue', facts, now)
}

export const gapDeadlines: Record<string, OnDue> = { 'gap.due': onGapDue }

async function lapse(trx: Trx, gap: Gap, dueAt: Instant, now: Instant): Promise<Gap> {
  const silent = await moveGap(trx, gap, 'lapse', now, { lapsed_at: dueAt, overdue_at: dueAt })
  await askVoices(trx, silent, now)
  return silent
}

async function markLate(trx: Trx, gap: Gap, dueAt: Instant): Promise<Gap> {
  await trx.updateTable('gap').set({ overdue_at: dueAt }).where('id', '=', gap.id).execute()
  return (await getGap(trx, gap.id))!
}
