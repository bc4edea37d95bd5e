import type { Actor, Seat, SeatKind } from '../../shared/agreement.ts'
import type { PeerUser } from '../../shared/live.ts'
import type { Reader } from '../db/database.ts'

/** Who holds several seats in an agreement is at its texts in the first of these. */
const standing: readonly SeatKind[] = [
  'delegate',
  'secretariat',
  'monitor',
  'team_lead',
  'team_member',
  'commission_member',
]

/** The seat by which the person is at a document of the agreement. */
export function seatAt(actor: Actor, agreementId: string): Seat | undefined {
  const rank = (seat: Seat) => (standing.includes(seat.kind) ? standing.indexOf(seat.kind) : standing.length)
  return actor.seats.filter((seat) => seat.agreementId === agreementId).sort((a, b) => rank(a) - rank(b))[0]
}

/** What others see of the person: name, seat, and the delegation's mark, all from the records. */
export async function describePeer(db: Reader, actor: Actor, agreementId: string): Promise<PeerUser> {
  const seat = seatAt(actor, agreementId)
  const user = {
    personId: actor.personId,
    name: actor.name,
    seat: seat?.kind ?? 'observer',
    delegationId: seat?.delegationId,
  }
  if (!seat?.delegationId) return user
  const delegation = await db
    .selectFrom('delegation')
    .innerJoin('party', 'party.id', 'delegation.party_id')
    .select(['delegation.mark', 'delegation.side', 'party.position'])
    .where('delegation.id', '=', seat.delegationId)
    .executeTakeFirstOrThrow()
  return { ...user, mark: delegation.mark, side: delegation.side, party: delegation.position }
}

/** Observers see who is there and are not seen. */
export const showsPresence = (user: PeerUser): boolean => user.seat !== 'observer'
