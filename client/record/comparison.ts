import { withIntervals } from '../../shared/noise.ts'
import { comparePeriods, grainOf, type Period } from '../../shared/period.ts'
import { api, call } from '../api.ts'

/** Ways to look at a comparison. */
export const ways = ['side', 'ranked', 'change', 'spread', 'trend', 'sources', 'pair'] as const
export type Way = (typeof ways)[number]

/** What the address asks of a comparison: the whole view can be linked to. */
export type View = {
  indicators?: string | undefined
  periods?: string | undefined
  /** The teams that are shown; absent: all. */
  teams?: string | undefined
  /** The team from which the others are looked at. */
  from?: string | undefined
  /** The variables in which peers are alike; absent: as the forum agreed. */
  alike?: string | undefined
  way?: string | undefined
  /** The one indicator and period that is looked at, `code@period`. */
  of?: string | undefined
  /** The other of two teams. */
  with?: string | undefined
}

export const wayOf = ({ way }: View): Way => ways.find((one) => one === way) ?? 'side'

export async function loadComparison(forumId: string, view: View) {
  const given = { param: { forumId }, query: asked(view) }
  const comparison = await call(api.api.forums[':forumId'].comparison.$get(given))
  return { ...comparison, rows: withIntervals(comparison.rows, comparison.indicators) }
}

export type Comparison = Awaited<ReturnType<typeof loadComparison>>
export type Row = Comparison['rows'][number]
export type ShownCell = Row['cells'][number]
export type Team = Comparison['teams'][number]

const asked = ({ indicators, periods }: View): { indicators?: string; periods?: string } => ({
  ...(indicators && { indicators }),
  ...(periods && { periods }),
})

/** The periods that a trend is drawn of: those that are asked for, and where that makes no trend, all of their own length. */
export function trendPeriods({ indicators, periods, rows }: Comparison, view: View): string {
  if (listOf(view.periods).length > 1) return view.periods!
  const shown = new Set(rows.map((row) => row.indicatorId))
  const own = indicators.filter(({ id }) => shown.has(id)).flatMap((indicator) => ownPeriods(periods, indicator))
  return [...new Set(own)].sort(comparePeriods).join(',')
}

/** The periods of an indicator that are as long as it asks. */
export const ownPeriods = (
  periods: Comparison['periods'],
  { id, grain }: Pick<Comparison['indicators'][number], 'id' | 'grain'>,
): Period[] => (periods[id] ?? []).filter((period) => grainOf(period) === grain)

/** The address of the same view as CSV: its indicators, its teams and, of a trend, all its periods. */
export const csvAddress = (comparison: Comparison, view: View): string => {
  const periods = wayOf(view) === 'trend' ? trendPeriods(comparison, view) : view.periods
  const query = new URLSearchParams({
    ...asked({ ...view, periods }),
    ...(view.teams && { teams: view.teams }),
  }).toString()
  return `/api/forums/${encodeURIComponent(comparison.forumId)}/comparison.csv${query && `?${query}`}`
}

/** The address of this page with something of its view changed. */
export function viewAddress(view: View, change: View): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...view, ...change })) if (value) query.set(name, value)
  return `?${query}`
}

export const listOf = (text: string | undefined): string[] => text?.split(',').filter(Boolean) ?? []
