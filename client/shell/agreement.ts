import { createContext, useContext } from 'solid-js'
import type { Seat, Side } from '../../shared/agreement.ts'
import type { Load } from '../ui/solid.ts'

/** What every page of an agreement, and the shell above it, must know of it. The answer of `GET /api/agreements/:slug`. */
export interface AgreementHere {
  id: string
  slug: string
  title: string
  demonstration: boolean
  parties: readonly { id: string; code: string; name: string; position: number }[]
  delegations: readonly { id: string; partyId: string; side: Side; mark: string }[]
}

export const AgreementContext = createContext<Load<AgreementHere | undefined>>()

/** The agreement that the page belongs to. Pages under `/a/:slug` are not shown before it is there. */
export function useAgreement(): () => AgreementHere {
  const load = useContext(AgreementContext)
  return () => {
    const here = load?.value()
    if (!here) throw new Error('There is no agreement at this address')
    return here
  }
}

/** The slug of an address under `/a/`, if it is one. */
export const slugOf = (pathname: string): string | undefined => {
  const slug = /^\/a\/([^/]+)/.exec(pathname)?.[1]
  return slug === undefined ? undefined : decodeURIComponent(slug)
}

/** The delegation of a seat, with its party. */
export function delegationOf(agreement: AgreementHere, seat: Pick<Seat, 'delegationId'>) {
  const delegation = agreement.delegations.find((one) => one.id === seat.delegationId)
  const party = delegation && agreement.parties.find((one) => one.id === delegation.partyId)
  return delegation && party ? { ...delegation, party } : undefined
}
