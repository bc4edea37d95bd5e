import { hashedPlan } from '../../shared/plan.ts'
import { programmeBody } from '../../shared/programme.ts'
import type { Programme } from '../commitment/public-programmes.ts'
import { sha256 } from '../ledger/acts.ts'

/** The exact text whose SHA-256 the programme carries, put together again from the texts that are shown. */
export function agreedText(programme: Programme): string {
  const text = hashedPlan(programmeBody(programme))
  if (sha256(text) !== programme.hash) throw new Error(`programme ${programme.id} is not what was locked`)
  return text
}
