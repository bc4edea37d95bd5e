import type { InferResponseType } from 'hono/client'
import type { DraftPlan, PlanBody } from '../../shared/plan.ts'
import { api, call } from '../api.ts'

/** The answer that the plan's page begins with: the forum, its plan if there is one, and its readings, newest first. */
export type PlanHere = InferResponseType<(typeof overview)['$get']>
export type PlanSummary = NonNullable<PlanHere['plan']>
export type ReadingHere = PlanHere['readings'][number]
/** A reading with its exact text. */
export type ReadingInFull = ReadingHere & { body: PlanBody }

const overview = api.api.agreements[':agreementId'].forums[':label'].plan

export const askPlan = (agreementId: string, label: string): Promise<PlanHere> =>
  call(overview.$get({ param: { agreementId, label } }))

export const askReading = (id: string): Promise<ReadingInFull> =>
  call<ReadingInFull>(api.api.readings[':id'].$get({ param: { id } }) as never)

export const askDraft = (id: string): Promise<DraftPlan> =>
  call<DraftPlan>(api.api.plans[':id'].draft.$get({ param: { id } }) as never)

/** The reading that delegations are speaking on, or that was locked: the one whose text stands. */
export const standingReading = (here: Pick<PlanHere, 'readings'>): ReadingHere | undefined =>
  here.readings.find((reading) => reading.state !== 'void')

export const nextNumber = (here: Pick<PlanHere, 'readings'>): number => (here.readings[0]?.number ?? 0) + 1
