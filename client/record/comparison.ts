import { api, call } from '../api.ts'

/** Ways to look at a comparison. */
export const ways = ['side', 'ranked', 'change', 'spread', 'trend', 'sources', 'pair'] as const
export type Way = (typeof ways)[number]

/** What the address asks of a comparison: the whole view can be linked to. */
export interface View {
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

export const loadComparison = (forumId: string, view: View) =>
  call(api.api.forums[':forumId'].comparison.$get({ param: { forumId }, query: asked(view) }))

export type Comparison = Awaited<ReturnType<typeof loadComparison>>
export type Row = Comparison['rows'][number]
export type ShownCell = Row['cells'][number]
export type Team = Comparison['teams'][number]

const asked = ({ indicators, periods }: View): { indicators?: string; periods?: string } => ({
  ...(indicators && { indicators }),
  ...(periods && { periods }),
})

/** The address of the same view as CSV. */
export const csvAddress = (forumId: string, view: View): string => {
  const query = new URLSearchParams(asked(view)).toString()
  return `/api/forums/${encodeURIComponent(forumId)}/comparison.csv${query && `?${query}`}`
}

/** The address of this page with something of its view changed. */
export function viewAddress(view: View, change: View): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...view, ...change })) if (value) query.set(name, value)
  return `?${query}`
}

export const listOf = (text: string | undefined): string[] => text?.split(',').filter(Boolean) ?? []
