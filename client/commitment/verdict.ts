import type { Instant } from '../../shared/dates.ts'
import { api, call } from '../api.ts'
import { sumOfText } from '../plan/sum.ts'
import type { ProgrammeHead } from './programmes.ts'

/** What came of verifying a locked text. */
export type Verdict =
  | { kind: 'running' | 'sumDiffers' | 'ledgerDiffers' }
  | { kind: 'verified'; seq: number; at: Instant }

/** Whether the text gives the sum, and whether the act of the lock in the ledger names the same one. */
export async function judge(
  programme: Pick<ProgrammeHead, 'id' | 'agreementId'>,
  text: string,
  hash: string,
): Promise<Verdict> {
  if ((await sumOfText(text)) !== hash) return { kind: 'sumDiffers' }
  const { agreementId, id } = programme
  const acts = await call(
    api.api.agreements[':agreementId'].acts.$get({ param: { agreementId }, query: { subject: id, limit: '50' } }),
  )
  const act = acts.find((one) => one.kind === 'programme.locked')
  return act && namesSum(act.body, hash) ? { kind: 'verified', seq: act.seq, at: act.at } : { kind: 'ledgerDiffers' }
}

/** Whether the act of a lock names this sum: as that of the programme or as that of one of its commitments. */
export function namesSum(body: Record<string, unknown>, hash: string): boolean {
  const { commitments } = body
  return (
    body.hash === hash ||
    (Array.isArray(commitments) && commitments.some((one: { hash?: unknown }) => one.hash === hash))
  )
}
