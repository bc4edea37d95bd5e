import { createContext, useContext } from 'solid-js'
import type { Side } from '../../shared/agreement.ts'
import type { Charter } from '../../shared/charter.ts'
import { t } from '../text.ts'
import type { Load } from '../ui/solid.ts'
import { type PartyMark, partyMark } from '../ui/who.tsx'

/** What every page of an agreement, and the shell above it, knows of it: the answer of `GET /api/agreements/:slug`. */
export interface AgreementHere {
  id: string
  slug: string
  title: string
  summary: string
  signedOn?: string | undefined
  demonstration: boolean
  charter: Charter
  charterVersion: number
  charterSince: string
  /** In the agreement's order. */
  parties: readonly { id: string; code: string; name: string }[]
  delegations: readonly { id: string; partyId?: string | undefined; side: Side; mark: string }[]
  teams: readonly { id: string; name: string; kind: string; partyId?: string | undefined }[]
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

/** Asks for the agreement again: after its charter, teams or title have changed. */
export function useAgreementAgain(): () => Promise<void> {
  const load = useContext(AgreementContext)
  return async () => load?.again()
}

/** The slug of an address under `/a/`, if it is one: as it stands there, so that it stays one segment when it is asked for. */
export const slugOf = (pathname: string): string | undefined => /^\/a\/([^/]+)/.exec(pathname)?.[1]

/** What `<Who>` shows of a delegation; undefined where the agreement has none by this id. */
export function delegationWho(
  agreement: AgreementHere,
  delegationId: string | undefined,
): { mark: string; side: Side; party: PartyMark; name: string } | undefined {
  const found = agreement.delegations.find((one) => one.id === delegationId)
  if (!found) return undefined
  const { mark, side } = found
  const position = agreement.parties.findIndex((one) => one.id === found.partyId)
  const party = agreement.parties[position]
  if (!party) return { mark, side, party: 'none', name: t(`ui.side.${side}`) }
  return { mark, side, party: partyMark(position), name: t('ui.delegation', { side, party: party.name }) }
}
