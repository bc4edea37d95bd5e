import type { Actor } from '../../../shared/agreement.ts'
import { dayOf, type Instant } from '../../../shared/dates.ts'
import { Refused } from '../../../shared/refusals.ts'
import type { FloorAnswer } from '../../../shared/strategy.ts'
import type { Trx } from '../../db/database.ts'
import { demand } from '../../http/demand.ts'
import { cancelDeadline } from '../../notice/deadlines.ts'
import { closeDuty, openDuty } from '../../notice/duties.ts'
import { bringFloor } from './floor-duties.ts'
import type { Floor } from './floors.ts'
import { findStrategy, getStrategy, type Strategy, strategyPath } from './strategies.ts'
import type { FloorRow } from './table.ts'
import { tellOfStrategy } from './telling.ts'

/** A team's answer to what worked elsewhere: it adopts it by a day, or explains, which comes before the next forum. */
export async function answerFloor(
  trx: Trx,
  actor: Actor,
  id: string,
  given: FloorAnswer,
  now: Instant,
): Promise<Strategy> {
  const { strategy, floor } = await findFloor(trx, actor, id)
  const { agreementId, number, title } = strategy
  demand(actor, 'floor.answer', { agreementId, teamId: floor.teamId, state: floor.state })
  if (given.answer === 'adopt' && given.byDay < dayOf(now)) throw new Refused('date_in_past')
  const byDay = given.answer === 'adopt' ? given.byDay : undefined
  const state = given.answer === 'adopt' ? 'adopting' : 'explained'
  await moveFloor(trx, floor, { state, answer: given.text, answered_at: now, by_day: byDay ?? null })
  await closeDuty(trx, 'floor.answer', id, now)
  await cancelDeadline(trx, 'floor.answer', id)
  const path = await strategyPath(trx, agreementId, strategy.id)
  const detail = { number, title, team: floor.team }
  if (byDay !== undefined) {
    const bearer = { seat: 'team_lead' as const, teamId: floor.teamId }
    const duty = { agreementId, kind: 'floor.carry_out', subject: id, bearer, dueOn: byDay, path, detail }
    await openDuty(trx, duty, now)
  }
  const kind = byDay === undefined ? 'floor.explained' : 'floor.adopted'
  await tellOfStrategy(trx, actor, strategy, { kind, subject: id, facts: { ...detail, byDay } }, now)
  const after = (await getStrategy(trx, strategy.id))!
  if (byDay === undefined) await bringFloor(trx, after, after.floors.find((one) => one.id === id)!, now)
  return after
}

/** The team has it in use, in a version of its method. */
export async function putFloorInUse(
  trx: Trx,
  actor: Actor,
  id: string,
  methodId: string,
  now: Instant,
): Promise<Strategy> {
  const { strategy, floor } = await findFloor(trx, actor, id)
  demand(actor, 'floor.carry_out', { agreementId: strategy.agreementId, teamId: floor.teamId, state: floor.state })
  const method = await trx
    .selectFrom('method')
    .select('version')
    .where('id', '=', methodId)
    .where('team_id', '=', floor.teamId)
    .executeTakeFirst()
  if (!method) throw new Refused('method_unknown')
  await moveFloor(trx, floor, { state: 'in_use', method_id: methodId, in_use_at: now })
  await closeDuty(trx, 'floor.carry_out', id, now)
  const facts = { number: strategy.number, title: strategy.title, team: floor.team, version: method.version }
  await tellOfStrategy(trx, actor, strategy, { kind: 'floor.carried_out', subject: id, facts }, now)
  return (await getStrategy(trx, strategy.id))!
}

async function findFloor(trx: Trx, actor: Actor, id: string): Promise<{ strategy: Strategy; floor: Floor }> {
  const row = await trx.selectFrom('floor').select('strategy_id').where('id', '=', id).executeTakeFirst()
  const strategy = await findStrategy(trx, actor, row?.strategy_id ?? id)
  return { strategy, floor: strategy.floors.find((one) => one.id === id)! }
}

async function moveFloor(trx: Trx, floor: Floor, change: Partial<FloorRow>): Promise<void> {
  const moved = await trx
    .updateTable('floor')
    .set(change)
    .where('id', '=', floor.id)
    .where('state', '=', floor.state)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
}
