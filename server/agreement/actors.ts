import type { Actor, Seat, SeatKind, Side } from '../../shared/agreement.ts'
import type { Reader } from '../db/database.ts'

/** The person as actor, with every seat in force; undefined for who is unknown or disabled. */
export async function findActor(db: Reader, personId: string): Promise<Actor | undefined> {
  const person = await db
    .selectFrom('person')
    .select(['id', 'name', 'administrator'])
    .where('id', '=', personId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!person) return undefined
  const rows = await db
    .selectFrom('seat')
    .leftJoin('delegation', 'delegation.id', 'seat.delegation_id')
    .select([
      'seat.id',
      'seat.agreement_id',
      'seat.kind',
      'seat.delegation_id',
      'seat.team_id',
      'delegation.party_id',
      'delegation.side',
    ])
    .where('seat.person_id', '=', personId)
    .where('seat.ended_at', 'is', null)
    .orderBy('seat.given_at')
    .orderBy('seat.id')
    .execute()
  const seats = rows.map(
    (row): Seat => ({
      id: row.id,
      agreementId: row.agreement_id,
      kind: row.kind as SeatKind,
      delegationId: row.delegation_id ?? undefined,
      partyId: row.party_id ?? undefined,
      side: (row.side as Side | null) ?? undefined,
      teamId: row.team_id ?? undefined,
    }),
  )
  return { personId: person.id, name: person.name, administrator: person.administrator === 1, seats }
}
