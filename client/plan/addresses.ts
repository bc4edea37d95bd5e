import { type HistoryPoint, pointText, readStretch } from '../../shared/history.ts'
import { paths } from '../paths.ts'

/** The plan's page with what it shows: the text that is written or stands, one reading, or two versions side by side. */
export const planHref = (slug: string, label: string): string => paths.plan(slug, label)
export const readingHref = (slug: string, label: string, number: number): string =>
  `${paths.plan(slug, label)}?reading=${number}`
export const compareHref = (slug: string, label: string, from: Version, to: Version): string =>
  `${paths.plan(slug, label)}?compare=${from}~${to}`

export const historyHref = (slug: string, label: string, from?: HistoryPoint, to?: HistoryPoint): string =>
  `${paths.plan(slug, label)}?history=${from && to ? `${pointText(from)}~${pointText(to)}` : ''}`

/** A reading by its number, or the text that is being written. */
export type Version = number | 'draft'

/** What an address asks the plan's page to show; whatever makes no sense asks for nothing. */
export function readShown(query: { reading?: unknown; compare?: unknown; history?: unknown }): {
  reading?: number
  compare?: [Version, Version]
  history?: { stretch: [HistoryPoint, HistoryPoint] | undefined }
} {
  if (typeof query.history === 'string') return { history: { stretch: readStretch(query.history) } }
  const [from, to] = typeof query.compare === 'string' ? query.compare.split('~').map(readVersion) : []
  if (from !== undefined && to !== undefined) return { compare: [from, to] }
  const reading = readVersion(query.reading)
  return typeof reading === 'number' ? { reading } : {}
}

function readVersion(text: unknown): Version | undefined {
  if (text === 'draft') return 'draft'
  return typeof text === 'string' && /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined
}
