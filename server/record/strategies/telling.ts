import type { Actor } from '../../../shared/agreement.ts'
import type { Instant } from '../../../shared/dates.ts'
import type { Trx } from '../../db/database.ts'
import { recordAct } from '../../ledger/acts.ts'
import { notifySeats } from '../../notice/notifications.ts'
import { type Strategy, strategyPath } from './strategies.ts'

/** What a step on a strategy, or on its floor, leaves behind: an act with what is only of it, and word to every seat. */
export async function tellOfStrategy(
  trx: Trx,
  actor: Actor | undefined,
  { id, agreementId }: Pick<Strategy, 'id' | 'agreementId'>,
  told: { kind: string; subject?: string; facts: Record<string, unknown>; kept?: Record<string, unknown> },
  now: Instant,
): Promise<void> {
  const { kind, subject = id, facts, kept = {} } = told
  await recordAct(trx, actor, { agreementId, kind, subject, body: { ...facts, ...kept } }, now)
  const path = await strategyPath(trx, agreementId, id)
  await notifySeats(trx, actor, { agreementId, kind, subject, path, detail: facts }, now)
}
