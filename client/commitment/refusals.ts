import type { Day } from '../../shared/dates.ts'
import { refusal } from '../../shared/permissions.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { actor } from '../session.ts'
import type { Commitment } from './programmes.ts'

/** Why the person may not report on a commitment, if so: the code that the server would refuse with. */
export const reportRefusal = (commitment: Commitment, day: Day): RefusalCode | undefined =>
  refusal(actor(), 'report.file', { agreementId: commitment.agreementId, partyId: commitment.partyId }) ??
  early(commitment, day)

export const findingRefusal = (commitment: Commitment, day: Day): RefusalCode | undefined =>
  refusal(actor(), 'finding.publish', { agreementId: commitment.agreementId }) ?? early(commitment, day)

export const replyRefusal = (commitment: Commitment): RefusalCode | undefined =>
  refusal(actor(), 'reply.give', { agreementId: commitment.agreementId, delegationId: commitment.answeredBy ?? '' })

const early = (commitment: Commitment, day: Day): RefusalCode | undefined =>
  day < commitment.startOn ? 'report_too_early' : undefined
