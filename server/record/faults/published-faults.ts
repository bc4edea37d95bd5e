import type { Day, Instant } from '../../../shared/dates.ts'
import type { FaultDetail, FaultKind, FaultState } from '../../../shared/disclosure-fault.ts'
import type { Evidence } from '../../../shared/evidence.ts'
import type { Reader } from '../../db/database.ts'
import { type Fault, faultsOf } from './faults.ts'

/** A finding on a disclosure as the public reads it: no persons, and of what is only alleged no more than that it is. */
export interface PublishedFault {
  id: string
  team: string
  kind: FaultKind
  state: FaultState
  detail: FaultDetail
  at: Instant
  statement?: string | undefined
  evidence: Evidence[]
  reply?: string | undefined
  repliedAt?: Instant | undefined
  heardUntil: Day
  reasons?: string | undefined
  decidedAt?: Instant | undefined
}

/** Nothing before the disclosures of the forum are open: for who knows that they are. */
export const publishedFaults = async (db: Reader, forumId: string): Promise<PublishedFault[]> =>
  (await faultsOf(db, forumId)).map(published)

function published(fault: Fault): PublishedFault {
  const { id, team, kind, state, detail, at, reply, repliedAt, heardUntil, reasons, decidedAt } = fault
  const told = { id, team: team.name, kind, state, detail, at, reply, repliedAt, heardUntil, reasons, decidedAt }
  const isDecided = state === 'confirmed' || state === 'dismissed'
  return isDecided ? { ...told, statement: fault.statement, evidence: fault.evidence } : { ...told, evidence: [] }
}
