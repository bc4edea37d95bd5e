import type { JSX } from 'solid-js'
import { Proposals } from '../live/proposals.tsx'
import { useAgreement } from '../shell/agreement.ts'
import { planPairs } from './proposal-pairs.ts'

/** What the reader wrote too late to the plan, beside the text. */
export function PlanProposals(props: {
  documentId: string
  turn?: unknown
  onPutIn?: (() => void) | undefined
}): JSX.Element {
  const agreement = useAgreement()
  const partyName = (id: string) => agreement().parties.find((party) => party.id === id)?.name ?? id
  return (
    <Proposals
      documentId={props.documentId}
      pairsOf={(before, after) => planPairs(before, after, partyName)}
      turn={props.turn}
      onPutIn={props.onPutIn}
    />
  )
}
