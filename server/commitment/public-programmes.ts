import { Refused } from '../../shared/refusals.ts'
import type { RichText } from '../../shared/rich-text.ts'
import type { Reader } from '../db/database.ts'
import { type Commitment, type CommitmentInFull, commitmentsOf, getCommitment } from './commitments.ts'
import { type ProgrammeHead, type ProgrammeSummary, programmeHead, programmeSummaries } from './programme-heads.ts'

export type { Concurrence, ProgrammeHead, ProgrammeSummary } from './programme-heads.ts'

/** A programme word for word, with all that was said of each commitment. Delegations speak here, never persons. */
export interface Programme extends ProgrammeHead {
  preamble: RichText
  commitments: Commitment[]
}

/** The programmes of an agreement, newest lock first. What this file reads is for everyone: it asks no permission. */
export const publicProgrammes = (db: Reader, agreementId: string): Promise<ProgrammeSummary[]> =>
  programmeSummaries(db, agreementId)

/** The programme, or `not_found`. */
export async function publicProgramme(db: Reader, id: string): Promise<Programme> {
  const row = await db.selectFrom('programme').select('preamble').where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refused('not_found')
  const head = await programmeHead(db, id)
  return { ...head, preamble: JSON.parse(row.preamble) as RichText, commitments: await commitmentsOf(db, head) }
}

/** The commitment, or `not_found`. */
export const publicCommitment = (db: Reader, id: string): Promise<CommitmentInFull> => getCommitment(db, id)
