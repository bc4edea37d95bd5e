import { type HistoryPoint, pointText, readStretch } from '../../../shared/history.ts'
import { api, call, Problem } from '../../api.ts'
import { paths } from '../../paths.ts'

export const loadTeamsMethods = (agreementId: string) =>
  call(api.api.agreements[':agreementId'].methods.$get({ param: { agreementId } }))
export const loadMethods = (teamId: string) => call(api.api.teams[':teamId'].methods.$get({ param: { teamId } }))

/** The live text of one's own team; undefined where it has not begun one. */
export const loadMethodText = (teamId: string) =>
  call(api.api.teams[':teamId']['method-text'].$get({ param: { teamId } })).catch((thrown: unknown) => {
    if (thrown instanceof Problem && thrown.code === 'not_found') return undefined
    throw thrown
  })

export type TeamMethods = Awaited<ReturnType<typeof loadTeamsMethods>>[number]
export type FiledMethod = Awaited<ReturnType<typeof loadMethods>>[number]
export type MethodText = NonNullable<Awaited<ReturnType<typeof loadMethodText>>>

/** Two versions of a method beside one another. */
export const compareHref = (slug: string, teamId: string, from: number, to: number): string =>
  `${paths.method(slug, teamId)}?compare=${from}~${to}`
export const versionHref = (slug: string, teamId: string, version: number): string =>
  `${paths.method(slug, teamId)}?version=${version}`
export const methodHistoryHref = (slug: string, teamId: string, from?: HistoryPoint, to?: HistoryPoint): string =>
  `${paths.method(slug, teamId)}?history=${from && to ? `${pointText(from)}~${pointText(to)}` : ''}`

/** What an address asks the page of a method to show; whatever makes no sense asks for nothing. */
export function readShown(query: { version?: unknown; compare?: unknown; history?: unknown }): {
  version?: number | undefined
  compare?: [number, number]
  history?: { stretch: [HistoryPoint, HistoryPoint] | undefined }
} {
  if (typeof query.history === 'string') return { history: { stretch: readStretch(query.history) } }
  const [from, to] = typeof query.compare === 'string' ? query.compare.split('~').map(readVersion) : []
  return from && to ? { compare: [from, to] } : { version: readVersion(query.version) }
}

const readVersion = (text: unknown): number | undefined =>
  typeof text === 'string' && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined
