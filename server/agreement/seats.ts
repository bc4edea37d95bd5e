import {
  type Actor,
  needsDelegation,
  needsTeam,
  type Seat,
  type SeatKind,
  type Side,
  seatKinds,
  seatsConflict,
} from '../../shared/agreement.ts'
import type { Place } from '../../shared/agreement-forms.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { notify } from '../notice/notifications.ts'
import { tell } from '../sync/news.ts'
import { agreementPath } from './paths.ts'

/** A seat with who sits on it, as an agreement's members see it. */
export interface FilledSeat extends Seat {
  personId: string
  personName: string
  givenAt: Instant
}

export interface NewSeat extends Place {
  agreementId: string
  personId: string
}

/** Gives a person a seat, unless one that they hold already excludes it. */
export async function giveSeat(trx: Trx, actor: Actor, asked: NewSeat, now: Instant): Promise<Seat> {
  demand(actor, 'seat.give', { agreementId: asked.agreementId })
  const person = await trx.selectFrom('person').select('id').where('id', '=', asked.personId).executeTakeFirst()
  if (!person) throw new Refused('not_found')
  await checkPlace(trx, asked.agreementId, asked)
  await refuseConflict(trx, asked)
  const seat = await insertSeat(trx, actor, asked, now)
  const { agreementId, personId, kind } = asked
  const path = await agreementPath(trx, agreementId)
  await notify(trx, [personId], { agreementId, kind: 'seat.given', subject: seat.id, path, detail: { kind } }, now)
  return seat
}

/** Ends a seat; what was done in it stays done. */
export async function endSeat(trx: Trx, actor: Actor, id: string, now: Instant): Promise<void> {
  const seat = await trx.selectFrom('seat').selectAll().where('id', '=', id).executeTakeFirst()
  demand(actor, 'seat.end', { agreementId: seat?.agreement_id ?? id })
  if (!seat) throw new Refused('not_found')
  if (seat.ended_at) throw new Refused('seat_ended')
  if (seat.kind === 'secretariat') await refuseLastSecretariat(trx, seat.agreement_id)
  const ended = await trx
    .updateTable('seat')
    .set({ ended_at: now })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
  const body = { personId: seat.person_id, kind: seat.kind, delegationId: seat.delegation_id, teamId: seat.team_id }
  await recordAct(trx, actor, { agreementId: seat.agreement_id, kind: 'seat.ended', subject: id, body }, now)
  tell(trx, { personId: seat.person_id })
}

/** Every seat in force: by kind, then by delegation or team, then by name. */
export async function listSeats(db: Reader, actor: Actor, agreementId: string): Promise<FilledSeat[]> {
  demand(actor, 'agreement.read', { agreementId })
  const rows = await db
    .selectFrom('seat')
    .innerJoin('person', 'person.id', 'seat.person_id')
    .leftJoin('delegation', 'delegation.id', 'seat.delegation_id')
    .leftJoin('team', 'team.id', 'seat.team_id')
    .selectAll('seat')
    .select(['person.name', 'delegation.party_id', 'delegation.side', 'delegation.mark', 'team.name as team'])
    .where('seat.agreement_id', '=', agreementId)
    .where('seat.ended_at', 'is', null)
    .orderBy('delegation.mark')
    .orderBy('team.name')
    .orderBy('person.name')
    .orderBy('seat.id')
    .execute()
  rows.sort((a, b) => seatKinds.indexOf(a.kind as SeatKind) - seatKinds.indexOf(b.kind as SeatKind))
  return rows.map((row) => ({
    id: row.id,
    agreementId: row.agreement_id,
    kind: row.kind as SeatKind,
    delegationId: row.delegation_id ?? undefined,
    partyId: row.party_id ?? undefined,
    side: (row.side as Side | null) ?? undefined,
    teamId: row.team_id ?? undefined,
    personId: row.person_id,
    personName: row.name,
    givenAt: row.given_at,
  }))
}

/** That the place exists in this agreement, and is one that a seat of its kind can have. */
export async function checkPlace(
  db: Reader,
  agreementId: string,
  { kind, delegationId, teamId }: Place,
): Promise<void> {
  if (needsDelegation(kind) && !delegationId) throw new Refused('seat_needs_delegation')
  if (needsTeam(kind) && !teamId) throw new Refused('seat_needs_team')
  if ((delegationId && !needsDelegation(kind)) || (teamId && !needsTeam(kind))) throw new Refused('seat_stands_alone')
  if (delegationId && !(await belongs(db, 'delegation', delegationId, agreementId)))
    throw new Refused('delegation_unknown')
  if (teamId && !(await belongs(db, 'team', teamId, agreementId))) throw new Refused('team_unknown')
}

const belongs = async (db: Reader, table: 'delegation' | 'team', id: string, agreementId: string): Promise<boolean> =>
  (await db
    .selectFrom(table)
    .select('id')
    .where('id', '=', id)
    .where('agreement_id', '=', agreementId)
    .executeTakeFirst()) !== undefined

/** `seat_taken` for the very seat that they hold, `seat_conflict` for one that another of theirs excludes. */
export async function refuseConflict(db: Reader, asked: NewSeat): Promise<void> {
  const held = await db
    .selectFrom('seat')
    .select(['kind', 'delegation_id', 'team_id'])
    .where('agreement_id', '=', asked.agreementId)
    .where('person_id', '=', asked.personId)
    .where('ended_at', 'is', null)
    .execute()
  for (const row of held) {
    const seat = { kind: row.kind as SeatKind, delegationId: row.delegation_id ?? undefined }
    const same =
      seat.kind === asked.kind && seat.delegationId === asked.delegationId && row.team_id === (asked.teamId ?? null)
    if (same) throw new Refused('seat_taken')
    if (seatsConflict(seat, asked)) throw new Refused('seat_conflict', { held: seat.kind })
  }
}

/** Writes the seat and its act. Who asks must have looked for conflicts first. */
export async function insertSeat(trx: Trx, actor: Actor | undefined, asked: NewSeat, now: Instant): Promise<Seat> {
  const { agreementId, personId, kind, delegationId, teamId } = asked
  const id = newId(Date.parse(now))
  await trx
    .insertInto('seat')
    .values({
      id,
      agreement_id: agreementId,
      person_id: personId,
      kind,
      delegation_id: delegationId ?? null,
      team_id: teamId ?? null,
      given_at: now,
      ended_at: null,
    })
    .execute()
  const body = { personId, kind, delegationId, teamId }
  await recordAct(trx, actor, { agreementId, kind: 'seat.given', subject: id, body }, now)
  tell(trx, { personId })
  return { id, agreementId, kind, delegationId, teamId }
}

async function refuseLastSecretariat(trx: Trx, agreementId: string): Promise<void> {
  const { held } = await trx
    .selectFrom('seat')
    .select((eb) => eb.fn.countAll<number>().as('held'))
    .where('agreement_id', '=', agreementId)
    .where('kind', '=', 'secretariat')
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (held < 2) throw new Refused('seat_last_secretariat')
}
