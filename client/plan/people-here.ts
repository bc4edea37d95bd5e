import type { PeerUser } from '../../shared/live.ts'
import { actor } from '../session.ts'
import { type AgreementHere, delegationWho } from '../shell/agreement.ts'
import { t, tKind } from '../text.ts'

/** What to call somebody who is in the text: the delegation's name, or the seat. */
export const nameOfPeer = (agreement: AgreementHere, user: PeerUser): string =>
  delegationWho(agreement, user.delegationId)?.name ?? tKind('shell.seat', user.seat)

/** The reader, as the others see them. */
export function meIn(agreement: AgreementHere): PeerUser | undefined {
  const person = actor()
  const seats = person?.seats.filter((seat) => seat.agreementId === agreement.id) ?? []
  const seat = seats.find((one) => one.kind === 'delegate') ?? seats[0]
  if (!person || !seat) return undefined
  const delegation = agreement.delegations.find((one) => one.id === seat.delegationId)
  const party = agreement.parties.findIndex((one) => one.id === delegation?.partyId)
  const { personId, name } = person
  return {
    personId,
    name,
    seat: seat.kind,
    delegationId: seat.delegationId,
    mark: delegation?.mark,
    side: delegation?.side,
    party: party < 0 ? undefined : party,
  }
}

/** The words of the key to who wrote what: the first party is thick, the second thin. */
export const writersKey = (agreement: AgreementHere): string =>
  t('plan.wrote.key', { first: agreement.parties[0]?.name ?? '', second: agreement.parties[1]?.name ?? '' })
