import { api, call } from '../api.ts'

export const loadIndicators = (agreementId: string) =>
  call(api.api.agreements[':agreementId'].indicators.$get({ param: { agreementId } }))
export const loadDisclosures = (forumId: string) =>
  call(api.api.forums[':forumId'].disclosures.$get({ param: { forumId } }))
export const loadDisclosure = (id: string) => call(api.api.disclosures[':id'].$get({ param: { id } }))
export const loadRecords = (id: string, query: { offset?: number; limit?: number; indicatorId?: string }) =>
  call(api.api.disclosures[':id'].records.$get({ param: { id }, query }))
export const loadMappings = (id: string) => call(api.api.disclosures[':id'].mappings.$get({ param: { id } }))

export type DisclosureSummary = Awaited<ReturnType<typeof loadDisclosures>>[number]
export type DisclosureView = Awaited<ReturnType<typeof loadDisclosure>>
export type RecordPage = Awaited<ReturnType<typeof loadRecords>>
export type ImportBatch = DisclosureView['batches'][number]

/** The team for which a person keeps the disclosures of an agreement. */
export const ownTeam = (
  actor: { seats: readonly { agreementId: string; teamId?: string | undefined }[] } | undefined,
  agreementId: string,
): string | undefined => actor?.seats.find((seat) => seat.agreementId === agreementId && seat.teamId)?.teamId
