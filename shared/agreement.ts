/** The parts that persons can have in an agreement. */
export const seatKinds = [
  'delegate',
  'team_lead',
  'team_member',
  'monitor',
  'reviewer',
  'tribunal_member',
  'commission_member',
  'secretariat',
  'stakeholder',
  'observer',
] as const
export type SeatKind = (typeof seatKinds)[number]

/** The sides of which a party may send a delegation. Jurists of a commission sit for no party. */
export const sides = ['government', 'workers', 'employers'] as const
export type Side = (typeof sides)[number] | 'jurists'

/** One person in one place of one agreement, in force. */
export interface Seat {
  id: string
  agreementId: string
  kind: SeatKind
  delegationId?: string | undefined
  partyId?: string | undefined
  side?: Side | undefined
  teamId?: string | undefined
}

/** Who acts: a signed-in person with every seat that is in force. */
export interface Actor {
  personId: string
  name: string
  /** May set up agreements on this installation; has no seat by that. */
  administrator: boolean
  seats: readonly Seat[]
}

/**
 * Pairs that one person may not hold in one agreement. A neutral seat excludes every seat of a party (B7, B17, B25,
 * R50, R56); a secretariat serves all and speaks for none.
 */
const neutral: readonly SeatKind[] = ['monitor', 'reviewer', 'tribunal_member']
const partisan: readonly SeatKind[] = ['delegate', 'stakeholder', 'team_lead', 'team_member']

/** Whether a seat of `kind` for the delegation conflicts with a seat that the same person holds already. */
export function seatsConflict(
  held: Pick<Seat, 'kind' | 'delegationId'>,
  asked: Pick<Seat, 'kind' | 'delegationId'>,
): boolean {
  if (held.kind === 'observer' || asked.kind === 'observer') return held.kind === asked.kind
  if (held.kind === 'delegate' && asked.kind === 'delegate') return true
  const pair = [held.kind, asked.kind] as const
  const one = (of: readonly SeatKind[]) => pair.some((kind) => of.includes(kind))
  if (one(neutral) && one(partisan)) return true
  if (one(['secretariat']) && one([...partisan, ...neutral, 'commission_member'])) return true
  if (one(['monitor']) && one(['reviewer', 'tribunal_member', 'commission_member'])) return true
  return one(['reviewer']) && one(['tribunal_member'])
}

/** Seats that belong to a delegation or to a team; all others stand alone. */
export const needsDelegation = (kind: SeatKind): boolean => kind === 'delegate'
export const needsTeam = (kind: SeatKind): boolean => kind === 'team_lead' || kind === 'team_member'

/** An investigative team of the agreement, or a government's inspectorate that compares itself with the teams. */
export const teamKinds = ['team', 'inspectorate'] as const
export type TeamKind = (typeof teamKinds)[number]

/** Past this many, agreement is harder to keep (B49): a warning, never a refusal. */
export const easyParties = 6
