import { addDays, type Day, type Instant } from '../../shared/dates.ts'
import type { ForumDates } from '../../shared/forum-dates.ts'
import { disposeOf } from '../forum/disposing.ts'
import type { ForumFollowers } from '../forum/followers.ts'
import type { Forum } from '../forum/forums.ts'
import { type AgendaItem, agendaOf } from '../forum/items.ts'
import { moveForum, redateForum } from '../forum/moving.ts'
import { say } from '../forum/remarks.ts'
import { openPlan } from '../plan/plans.ts'
import { openPiece } from '../record/unsealing.ts'
import type { PlayerKey } from './cast.ts'
import { proposeWage } from './criteria.ts'
import { discloseTeams } from './disclosures.ts'
import { answerMissing, declineMissing } from './faults.ts'
import { weighGaps } from './gaps.ts'
import { tellLikeness } from './likeness.ts'
import { draftMeasures, draftPreamble } from './measures.ts'
import { act, at, monthDay, monthEnd, type Play } from './play.ts'
import { tryAnother } from './trials.ts'
import { writePlan } from './writing.ts'

/** What was said on the item about safety and health: no one agrees to measure against a range. */
const discussion: readonly (readonly [PlayerKey, string])[] = [
  ['government.us', 'The report gives a range and no value†. We cannot take a rise from a range to the determination.'],
  [
    'employers.kh',
    'Nor can a factory plan against it. Name the measures that count, and keep the list for the period.',
  ],
  ['monitor', 'We can compute one value on a fixed list, from visits already made. It can be ready in a week.'],
  ['workers.kh', 'Then we propose to take it up: the monitor fixes the baseline, on the list annexed to the plan.'],
  [
    'government.kh',
    'We must ask the inspection department whether the list can be visited twice a year. We will speak by Monday.',
  ],
]

export const datesOfOpen = (play: Play, notice: Day): ForumDates => ({
  notice,
  disclosure: monthDay(play, -1, 10),
  comparison: addDays(play.today, -12),
  deliberation: addDays(play.today, -8),
  adoption: addDays(play.today, 14),
  closed: addDays(play.today, 24),
})

/** The secretariat plans the stages of the forum that was scheduled when the last one closed. */
export const planOpenForum = (play: Play, forum: Forum): Promise<Forum> =>
  act(play, 'secretariat', (trx, actor) =>
    redateForum(trx, actor, forum.id, datesOfOpen(play, forum.stages[0]!.opensOn), at(monthDay(play, -3, 10))),
  )

/** The forum that is open: it inherited the findings, compared the teams' records, and is writing its plan. */
export async function holdOpenForum(play: Play, followers: ForumFollowers, forum: Forum): Promise<void> {
  const dates = datesOfOpen(play, forum.stages[0]!.opensOn)
  const secretariat = <Result>(verb: Parameters<typeof act<Result>>[2]) => act(play, 'secretariat', verb)
  const move = (stage: 'disclosure' | 'comparison' | 'deliberation') =>
    secretariat((trx, actor) => moveForum(trx, actor, followers, forum.id, stage, at(dates[stage])))
  await proposeWage(play, dates.disclosure)
  await move('disclosure')
  await answerMissing(play, forum, addDays(dates.disclosure, 1))
  await discloseTeams(play, forum, addDays(dates.disclosure, 3))
  await tellLikeness(play, forum, addDays(dates.disclosure, 7), dates.comparison)
  await move('comparison')
  await openRest(play, at(dates.comparison))
  await weighGaps(play, forum, addDays(dates.comparison, 1))
  await tryAnother(play, forum, addDays(dates.comparison, 3))
  await move('deliberation')
  const items = await agendaOf(play.db.read, forum.id)
  const taken = await disposeSome(play, items, dates)
  await declineMissing(play, forum, addDays(dates.deliberation, 1))
  await discuss(play, items, dates)
  const period = { periodFrom: monthDay(play, 6), periodUntil: monthEnd(play, 17) }
  const title = `Programme ${period.periodFrom.slice(0, 4)}–${period.periodUntil.slice(0, 4)}`
  const opened = at(addDays(dates.deliberation, 1), '10:00')
  const plan = await secretariat((trx, actor) => openPlan(trx, actor, forum.id, { title, ...period }, opened))
  const content = {
    preamble: draftPreamble,
    measures: draftMeasures,
    start: period.periodFrom,
    answers: taken.map((id) => (id ? [id] : [])),
  }
  await writePlan(play, plan, content, at(addDays(dates.deliberation, 2), '10:00'))
}

/** What was filed record by record is too much for the stage's own move, and is laid open piece by piece after it. */
async function openRest(play: Play, now: Instant): Promise<void> {
  let more = true
  while (more) more = await openPiece(play.db, now)
}

/** Takes up what the draft answers; leaves the training of inspectors and what is late without a disposition. */
async function disposeSome(
  play: Play,
  items: readonly AgendaItem[],
  dates: ForumDates,
): Promise<(string | undefined)[]> {
  const words = ['safety and health', 'piece-rate', 'overtime', 'inspectors', 'unions']
  const answered = words.map((word) =>
    items.find((item) => item.origin === 'finding' && item.title.toLowerCase().includes(word)),
  )
  for (const item of [answered[1], answered[2]])
    if (item)
      await act(play, 'secretariat', (trx, actor) =>
        disposeOf(
          trx,
          actor,
          item.id,
          { disposition: 'taken_up', reason: 'A measure of the plan answers it.' },
          at(addDays(dates.deliberation, 1)),
        ),
      )
  await mergeLate(play, items, dates)
  const last = answered[4]
  if (last)
    await act(play, 'secretariat', (trx, actor) =>
      disposeOf(
        trx,
        actor,
        last.id,
        { disposition: 'declined', reason: 'The goal is reached; the monitor goes on watching it.' },
        at(addDays(dates.deliberation, 1)),
      ),
    )
  return answered.map((item) => item?.id)
}

/** What is late and what the monitor found on it are one question: the finding carries it on. */
async function mergeLate(play: Play, items: readonly AgendaItem[], dates: ForumDates): Promise<void> {
  for (const late of items.filter((item) => item.origin === 'overdue_commitment')) {
    const finding = items.find((item) => item.origin === 'finding' && item.title === late.title)
    if (!finding) continue
    await act(play, 'secretariat', (trx, actor) =>
      disposeOf(trx, actor, late.id, { disposition: 'merged', into: finding.id }, at(addDays(dates.deliberation, 1))),
    )
  }
}

async function discuss(play: Play, items: readonly AgendaItem[], dates: ForumDates): Promise<void> {
  const item =
    items.find((found) => found.origin === 'finding' && found.title.toLowerCase().includes('safety and health')) ??
    items[0]
  if (!item) return
  for (const [i, [who, body]] of discussion.entries())
    await act(play, who, (trx, actor) =>
      say(
        trx,
        actor,
        play.agreementId,
        { subjectKind: 'item', subject: item.id, body },
        at(addDays(dates.deliberation, 1 + i), '11:00'),
      ),
    )
}
