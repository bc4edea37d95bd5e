import type { Actor } from '../../../shared/agreement.ts'
import type { Instant } from '../../../shared/dates.ts'
import type { Trx } from '../../db/database.ts'
import { recordAct } from '../../ledger/acts.ts'
import { notifySeats } from '../../notice/notifications.ts'
import { type Criterion, criterionPath } from './criteria.ts'

/** What a step on a criterion leaves behind: an act in the ledger with what is only of it, and word to every seat. */
export async function tellOfCriterion(
  trx: Trx,
  actor: Actor,
  { id: subject, agreementId }: Pick<Criterion, 'id' | 'agreementId'>,
  told: { kind: string; facts: Record<string, unknown>; kept?: Record<string, unknown> },
  now: Instant,
): Promise<void> {
  const { kind, facts, kept = {} } = told
  await recordAct(trx, actor, { agreementId, kind, subject, body: { ...facts, ...kept } }, now)
  const path = await criterionPath(trx, agreementId, subject)
  await notifySeats(trx, actor, { agreementId, kind, subject, path, detail: facts }, now)
}
