import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { type Act, actFromRow } from './acts.ts'

/**
 * An act as whoever keeps it can show it later: its content gives its hash, and the head that stood when the receipt was
 * written commits to it. Whoever holds the ledger up to that head can show that the act is still in its place.
 */
export interface Receipt {
  act: Act
  /** The chain as it stood when the receipt was written. */
  head: { seq: number; hash: string }
  writtenAt: Instant
}

export async function writeReceipt(db: Reader, actor: Actor, actId: string, now: Instant): Promise<Receipt> {
  const row = await db.selectFrom('act').selectAll().where('id', '=', actId).executeTakeFirst()
  if (!row) throw new Refused('not_found')
  demand(actor, 'act.read', { agreementId: row.agreement_id })
  const head = await db
    .selectFrom('act')
    .select(['seq', 'hash'])
    .where('agreement_id', '=', row.agreement_id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { act: actFromRow(row), head, writtenAt: now }
}
