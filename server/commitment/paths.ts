import type { Commitment } from './commitments.ts'
import type { ProgrammeHead } from './programme-heads.ts'

/** Where a programme is read, as a path of the client. */
export const programmePath = (programme: Pick<ProgrammeHead, 'id' | 'agreementSlug'>): string =>
  `/a/${encodeURIComponent(programme.agreementSlug)}/programmes/${programme.id}`

export const commitmentPath = (programme: Pick<ProgrammeHead, 'agreementSlug'>, commitment: { id: string }): string =>
  `/a/${encodeURIComponent(programme.agreementSlug)}/commitments/${commitment.id}`

/** How a commitment is called where it is named alone: its number in the programme and its title. */
export const commitmentName = (commitment: Pick<Commitment, 'number' | 'measure'>): string =>
  `${commitment.number}. ${commitment.measure.title}`
