import { api, call } from '../api.ts'

const acts = api.api.agreements[':agreementId'].acts

export const pageSize = 50
export const loadActs = (agreementId: string, before?: number) =>
  call(acts.$get({ param: { agreementId }, query: { limit: String(pageSize), before } }))
export type Act = Awaited<ReturnType<typeof loadActs>>[number]

export const verify = (agreementId: string) => call(acts.verdict.$get({ param: { agreementId } }))
export type Verdict = Awaited<ReturnType<typeof verify>>

export const downloadPath = (agreementId: string): string =>
  `/api/agreements/${encodeURIComponent(agreementId)}/acts.json`
