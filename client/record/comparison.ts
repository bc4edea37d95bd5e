import { api, call } from '../api.ts'

/** What the address asks of a comparison: the whole view can be linked to. */
export interface View {
  indicators?: string | undefined
  periods?: string | undefined
  /** The team from which the others are looked at. */
  from?: string | undefined
}

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

export const listOf = (text: string | undefined): string[] => text?.split(',').filter(Boolean) ?? []
