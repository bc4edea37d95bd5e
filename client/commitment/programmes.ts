import type { InferResponseType } from 'hono/client'
import type { Measure } from '../../shared/plan.ts'
import type { RichText } from '../../shared/rich-text.ts'
import { api, call } from '../api.ts'

const programmeRoute = api.api.programmes[':id']
const commitmentRoute = api.api.commitments[':id']
type Answered = InferResponseType<(typeof programmeRoute)['$get'], 200>

/** A commitment with all that was said of it, as the server answers. */
export type Commitment = Omit<Answered['commitments'][number], 'measure'> & { measure: Measure }
export type Finding = Commitment['findings'][number]
export type Report = Commitment['reports'][number]
/** A programme without its words. */
export type ProgrammeHead = Omit<Answered, 'commitments' | 'preamble'>
export type Programme = ProgrammeHead & { preamble: RichText; commitments: Commitment[] }
export interface CommitmentInFull {
  commitment: Commitment
  programme: ProgrammeHead
}
export type ProgrammeSummary = Awaited<ReturnType<typeof askProgrammes>>[number]

// The texts nest without an end, which the types of the answers lose: hence `never` on the way.
export const askProgramme = (id: string): Promise<Programme> =>
  call<Programme>(programmeRoute.$get({ param: { id } }) as never)

export const askCommitment = (id: string): Promise<CommitmentInFull> =>
  call<CommitmentInFull>(commitmentRoute.$get({ param: { id } }) as never)

export const askProgrammes = (agreementId: string) =>
  call(api.api.agreements[':agreementId'].programmes.$get({ param: { agreementId } }))
