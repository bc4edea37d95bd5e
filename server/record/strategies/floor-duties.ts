import { type Day, dayOf, type Instant } from '../../../shared/dates.ts'
import { newId } from '../../../shared/ids.ts'
import type { Trx } from '../../db/database.ts'
import { inherit } from '../../forum/inheritance.ts'
import { type OnDue, setDeadline } from '../../notice/deadlines.ts'
import { openDuty } from '../../notice/duties.ts'
import type { Floor } from './floors.ts'
import { getStrategy, type Strategy, strategyPath } from './strategies.ts'
import { tellOfStrategy } from './telling.ts'

/** Puts it to a comparable team, on a clock: adopt what worked, or explain. */
export async function askToAnswer(
  trx: Trx,
  asked: { strategy: Strategy; team: { id: string; name: string }; dueOn: Day },
  now: Instant,
): Promise<void> {
  const { strategy, team, dueOn } = asked
  const { agreementId, number, title } = strategy
  const id = newId(Date.parse(now))
  const unanswered = { answer: null, answered_at: null, by_day: null, method_id: null, in_use_at: null, late_at: null }
  await trx
    .insertInto('floor')
    .values({
      id,
      agreement_id: agreementId,
      strategy_id: strategy.id,
      team_id: team.id,
      state: 'asked',
      due_on: dueOn,
      ...unanswered,
    })
    .execute()
  const detail = { number, title, team: team.name, of: strategy.team }
  const path = await strategyPath(trx, agreementId, strategy.id)
  const bearer = { seat: 'team_lead' as const, teamId: team.id }
  const duty = { agreementId, kind: 'floor.answer', subject: id, bearer, dueOn, path, detail }
  await openDuty(trx, duty, now)
  const dueAt = `${dueOn}T23:59:59.999Z`
  await setDeadline(trx, { agreementId, kind: 'floor.answer', subject: id, dueAt, path, detail })
}

/** The day is over and the team has said nothing: that is on record, and comes before the next forum. */
const onAnswerDue: OnDue = async (trx, deadline, now) => {
  const late = await trx
    .updateTable('floor')
    .set({ late_at: now })
    .where('id', '=', deadline.subject)
    .where('state', '=', 'asked')
    .where('late_at', 'is', null)
    .returning('strategy_id')
    .executeTakeFirst()
  const strategy = late && (await getStrategy(trx, late.strategy_id))
  const floor = strategy?.floors.find((one) => one.id === deadline.subject)
  if (!strategy || !floor) return
  const { number, title } = strategy
  const facts = { number, title, team: floor.team, dueOn: floor.dueOn }
  await tellOfStrategy(trx, undefined, strategy, { kind: 'floor.overdue', subject: floor.id, facts }, now)
  await bringFloor(trx, strategy, floor, now)
}

export const floorDeadlines: Record<string, OnDue> = { 'floor.answer': onAnswerDue }

/** What a team answered, or its silence, is dealt with by the next forum. */
export async function bringFloor(trx: Trx, strategy: Strategy, floor: Floor, now: Instant): Promise<void> {
  const { agreementId, title } = strategy
  const path = await strategyPath(trx, agreementId, strategy.id)
  const judged = strategy.judgements[0]
  const chain = [
    { on: dayOf(strategy.registeredAt), kind: 'strategy' as const, title, path },
    ...(floor.answer
      ? [{ on: dayOf(now), kind: 'explanation' as const, title: floor.team, path, note: floor.answer.slice(0, 2000) }]
      : []),
  ]
  const detail = { chain, team: floor.team, label: judged?.label }
  const origin = { agreementId, origin: 'strategy' as const, originId: floor.id, originPath: path }
  await inherit(trx, { ...origin, title: `${title}: ${floor.team}`, body: floor.answer ?? '', detail }, now)
}
