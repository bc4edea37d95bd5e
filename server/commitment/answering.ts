import type { Delegation } from '../agreement/agreements.ts'

/**
 * The delegation through which a party answers: its government's, which binds the state. Where a charter seats no
 * government, the first that the party has. Workers and employers of the party may report beside it, not reply for it.
 */
export const answeringDelegation = (delegations: readonly Delegation[], partyId: string): Delegation | undefined =>
  delegations.find((delegation) => delegation.partyId === partyId && delegation.side === 'government') ??
  delegations.find((delegation) => delegation.partyId === partyId)
