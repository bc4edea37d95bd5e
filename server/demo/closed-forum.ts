import type { Day, Instant } from '../../shared/dates.ts'
import type { ForumDates } from '../../shared/forum-dates.ts'
import { lockProgramme } from '../commitment/locking.ts'
import { closeForum } from '../forum/closing.ts'
import { convene } from '../forum/convening.ts'
import { disposeOf } from '../forum/disposing.ts'
import type { ForumFollowers } from '../forum/followers.ts'
import type { Forum } from '../forum/forums.ts'
import { proposeItem } from '../forum/items.ts'
import { moveForum } from '../forum/moving.ts'
import { speakOnReading } from '../plan/concurring.ts'
import { freezePlan } from '../plan/freezing.ts'
import { openPlan } from '../plan/plans.ts'
import { returnPlan } from '../plan/reopening.ts'
import type { PlayerKey } from './cast.ts'
import { hearOnCriteria, promulgateUnannounced, proposeUnannounced } from './criteria.ts'
import { lockedMeasures, lockedPreamble } from './measures.ts'
import { act, agreementOf, at, monthDay, monthEnd, type Play } from './play.ts'
import { discloseDecember } from './synthesis.ts'
import { addWords, writePlan } from './writing.ts'

const delegates: Record<string, PlayerKey> = {
  CG: 'government.kh',
  CW: 'workers.kh',
  CE: 'employers.kh',
  UG: 'government.us',
  UW: 'workers.us',
  UE: 'employers.us',
}

/** The agenda that the agreement names for every consultation†, as the first forum's own items. */
const agenda = [
  [
    'Labour standards†',
    'What the synthesis report of December 2009 says of factories: freedom of association, discrimination, child labour, wages, overtime.',
  ],
  [
    'Specific benchmarks†',
    'Compliance with important safety and health measures remains in the 60% range†. The report gives no single value.',
  ],
  [
    'The implementation of the programme†',
    'International financing, the training of inspectors, and the awards of the Labor Arbitration Council.',
  ],
] as const

/** The first forum: disclosure of the December figures, a plan, one objection, a second reading, the lock, the close. */
export async function holdClosedForum(
  play: Play,
  followers: ForumFollowers,
): Promise<{ programmeId: string; next: Forum }> {
  const dates = datesOfClosed(play)
  const forum = await act(play, 'secretariat', (trx, actor) =>
    convene(trx, actor, followers, play.agreementId, { dates }, at(dates.notice)),
  )
  for (const [title, body] of agenda)
    await act(play, 'secretariat', (trx, actor) =>
      proposeItem(trx, actor, forum.id, { title, body }, at(dates.notice, '10:00')),
    )
  await proposeUnannounced(play, dates.notice)
  await moveTo(play, followers, forum, 'disclosure', dates.disclosure)
  await discloseDecember(play, forum, at(dates.disclosure, '11:00'))
  await moveTo(play, followers, forum, 'comparison', dates.comparison)
  await moveTo(play, followers, forum, 'deliberation', dates.deliberation)
  const { programmeId } = await agreeOnProgramme(play, followers, forum, dates)
  const { next } = await act(play, 'secretariat', (trx, actor) =>
    closeForum(trx, actor, followers, forum.id, at(dates.closed, '17:00')),
  )
  return { programmeId, next }
}

export const datesOfClosed = (play: Play): ForumDates => ({
  notice: monthDay(play, -9, 2),
  disclosure: monthDay(play, -8, 1),
  comparison: monthDay(play, -8, 14),
  deliberation: monthDay(play, -8, 21),
  adoption: monthDay(play, -7, 14),
  closed: monthDay(play, -7, 24),
})

const moveTo = (
  play: Play,
  followers: ForumFollowers,
  forum: Forum,
  stage: 'disclosure' | 'comparison' | 'deliberation' | 'adoption',
  day: Day,
) => act(play, 'secretariat', (trx, actor) => moveForum(trx, actor, followers, forum.id, stage, at(day)))

async function agreeOnProgramme(
  play: Play,
  followers: ForumFollowers,
  forum: Forum,
  dates: ForumDates,
): Promise<{ programmeId: string }> {
  const year = monthEnd(play, 5).slice(0, 4)
  const title = `Programme ${monthDay(play, -6).slice(0, 4)}–${year}`
  const period = { periodFrom: monthDay(play, -6), periodUntil: monthEnd(play, 5) }
  const plan = await act(play, 'secretariat', (trx, actor) =>
    openPlan(trx, actor, forum.id, { title, ...period }, at(dates.deliberation, '10:00')),
  )
  const content = { preamble: lockedPreamble, measures: lockedMeasures, start: period.periodFrom }
  await writePlan(play, plan, content, at(dates.deliberation, '11:00'))
  await hearOnCriteria(play, forum.id, dates.deliberation)
  await disposeAll(play, forum, at(dates.deliberation, '15:00'))
  await moveTo(play, followers, forum, 'adoption', dates.adoption)
  await promulgateUnannounced(play, delegates, dates.adoption)
  const first = await act(play, 'workers.kh', (trx, actor) =>
    freezePlan(trx, actor, plan.id, at(dates.adoption, '10:00')),
  )
  await speak(
    play,
    first,
    'CW',
    'object',
    'Measure 2 must name the monitored factories: a share without its whole cannot be verified.',
    at(dates.adoption, '11:00'),
  )
  await act(play, 'workers.kh', (trx, actor) =>
    returnPlan(
      trx,
      actor,
      first.id,
      'The Workers of Cambodia object; measure 2 is to be made precise.',
      at(dates.adoption, '12:00'),
    ),
  )
  const whole = 'The monitored factories are those that hold an export permit on the day of the visit.'
  await addWords(play, plan, { measure: 'm2', by: 'UG', words: whole }, at(dates.adoption, '14:00'))
  const second = await act(play, 'government.us', (trx, actor) =>
    freezePlan(trx, actor, plan.id, at(dates.adoption, '15:00')),
  )
  for (const mark of ['CG', 'CW', 'UG', 'UW', 'UE'])
    await speak(play, second, mark, 'concur', '', at(dates.adoption, '16:00'))
  const reserve = 'We concur in the goal; factories that join in the period need three months.'
  await speak(play, second, 'CE', 'reserve', reserve, at(dates.adoption, '16:30'))
  const programme = await act(play, 'secretariat', (trx, actor) =>
    lockProgramme(trx, actor, second.id, second.hash, at(dates.adoption, '17:04')),
  )
  return { programmeId: programme.id }
}

async function speak(
  play: Play,
  reading: { id: string; hash: string },
  mark: string,
  stance: 'concur' | 'reserve' | 'object',
  reason: string,
  now: Instant,
) {
  const delegation = (await agreementOf(play)).delegations.find((found) => found.mark === mark)!
  await act(play, delegates[mark]!, (trx, actor) =>
    speakOnReading(trx, actor, reading.id, delegation.id, { stance, reason, hash: reading.hash }, now),
  )
}

async function disposeAll(play: Play, forum: Forum, now: Instant): Promise<void> {
  const items = await play.db.read
    .selectFrom('agenda_item')
    .select(['id', 'title'])
    .where('forum_id', '=', forum.id)
    .orderBy('position')
    .execute()
  for (const item of items)
    await act(play, 'secretariat', (trx, actor) =>
      disposeOf(trx, actor, item.id, { disposition: 'taken_up', reason: 'Taken up in the measures of the plan.' }, now),
    )
}
