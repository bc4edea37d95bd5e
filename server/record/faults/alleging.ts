import type { Actor } from '../../../shared/agreement.ts'
import { dayOf, type Instant, late } from '../../../shared/dates.ts'
import { type Allegation, type FaultDecision, faultMoves } from '../../../shared/disclosure-fault.ts'
import { newId } from '../../../shared/ids.ts'
import { Refused } from '../../../shared/refusals.ts'
import { teamsOf } from '../../agreement/agreements.ts'
import type { Trx } from '../../db/database.ts'
import { extendChain } from '../../forum/inheritance.ts'
import { demand } from '../../http/demand.ts'
import { closeDuty } from '../../notice/duties.ts'
import { findDisclosure } from '../disclosures.ts'
import { deciding, type Fault, faultPath, faultTitle, findFault } from './faults.ts'
import { unsaid } from './noting.ts'
import { askJudges, bringToForum, hearTeam, tellOfFault } from './telling.ts'

/** Alleges that an open disclosure is false in one of its parts, with what shows it (R101, R102). */
export async function allegeFalse(
  trx: Trx,
  actor: Actor,
  disclosureId: string,
  given: Allegation,
  now: Instant,
): Promise<Fault> {
  const { agreementId, forum, teamId, state } = await findDisclosure(trx, actor, disclosureId)
  const team = (await teamsOf(trx, agreementId)).find((one) => one.id === teamId)
  demand(actor, 'fault.allege', { agreementId, state, concerned: { teamId, partyId: team?.partyId } })
  const id = newId(Date.parse(now))
  await trx
    .insertInto('disclosure_fault')
    .values({
      ...unsaid,
      id,
      agreement_id: agreementId,
      forum_id: forum.id,
      team_id: teamId,
      disclosure_id: disclosureId,
      kind: 'false',
      state: 'alleged',
      detail: JSON.stringify({ part: given.part }),
      statement: given.statement,
      evidence: JSON.stringify(given.evidence),
      alleged_by: actor.personId,
      at: now,
    })
    .execute()
  const fault = await findFault(trx, actor, id)
  await tellOfFault(trx, actor, fault, 'fault.alleged', now)
  await hearTeam(trx, fault, now)
  await askJudges(trx, fault, now)
  return fault
}

/** The team's one reply, to an allegation or to what the clock found; it stands beside it for good. */
export async function replyToFault(trx: Trx, actor: Actor, id: string, reply: string, now: Instant): Promise<Fault> {
  const fault = await findFault(trx, actor, id)
  demand(actor, 'fault.reply', { agreementId: fault.agreementId, teamId: fault.team.id, state: fault.state })
  const given = await trx
    .updateTable('disclosure_fault')
    .set({ reply, replied_by: actor.personId, replied_at: now })
    .where('id', '=', id)
    .where('state', '=', fault.state)
    .where('reply', 'is', null)
    .executeTakeFirst()
  if (given.numUpdatedRows === 0n) throw new Refused('fault_replied')
  await closeDuty(trx, 'fault.reply', id, now)
  const link = { on: dayOf(now), kind: 'reply' as const, title: faultTitle(fault), path: faultPath(fault) }
  await extendChain(trx, 'disclosure_fault', id, link)
  await tellOfFault(trx, actor, fault, 'fault.answered', now)
  return findFault(trx, actor, id)
}

/** Confirms or dismisses an allegation, with reasons: after the team was heard, and never by who made it. */
export async function decideFault(
  trx: Trx,
  actor: Actor,
  id: string,
  { move, reasons }: FaultDecision,
  now: Instant,
): Promise<Fault> {
  const fault = await findFault(trx, actor, id)
  demand(actor, 'fault.decide', await deciding(trx, fault))
  if (fault.allegedBy?.id === actor.personId) throw new Refused('fault_own')
  if (fault.reply === undefined && !late(fault.heardUntil, dayOf(now)))
    throw new Refused('fault_unheard', { until: fault.heardUntil })
  const moved = await trx
    .updateTable('disclosure_fault')
    .set({ state: faultMoves[move].to, reasons, decided_by: actor.personId, decided_at: now })
    .where('id', '=', id)
    .where('state', '=', fault.state)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
  await closeDuty(trx, 'fault.decide', id, now)
  await closeDuty(trx, 'fault.reply', id, now)
  const decided = await findFault(trx, actor, id)
  if (move === 'confirm') await bringToForum(trx, decided, now)
  await tellOfFault(trx, actor, decided, move === 'confirm' ? 'fault.confirmed' : 'fault.dismissed', now)
  return decided
}
