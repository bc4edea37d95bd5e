import type { Day } from '../../shared/dates.ts'
import { disposeOf } from '../forum/disposing.ts'
import type { Forum } from '../forum/forums.ts'
import { agendaOf } from '../forum/items.ts'
import { replyToFault } from '../record/faults/alleging.ts'
import { findFault } from '../record/faults/faults.ts'
import { cast } from './cast.ts'
import { act, as, at, type Play } from './play.ts'

const reply = 'The team began its work after that forum. What it has counted since then is disclosed to this one.'
const reason = 'Those who filed nothing in spring had not begun their work; they have filed now.'

const missing = async (play: Play, forum: Forum) =>
  (await agendaOf(play.db.read, forum.id)).filter((item) => item.origin === 'disclosure_fault')

/** The teams say why they filed nothing for the first forum: the finding stands, with their reply beside it. */
export async function answerMissing(play: Play, forum: Forum, day: Day): Promise<void> {
  for (const item of await missing(play, forum)) {
    const fault = await findFault(play.db.read, await as(play, 'secretariat'), item.originId!)
    const lead = cast.find((player) => 'team' in player && player.team === fault.team.name)!.key
    await act(play, lead, (trx, actor) => replyToFault(trx, actor, fault.id, reply, at(day, '14:00')))
  }
}

/** The forum has heard them, and deals with it no further. */
export async function declineMissing(play: Play, forum: Forum, day: Day): Promise<void> {
  for (const { id } of await missing(play, forum))
    await act(play, 'secretariat', (trx, actor) =>
      disposeOf(trx, actor, id, { disposition: 'declined', reason }, at(day)),
    )
}
