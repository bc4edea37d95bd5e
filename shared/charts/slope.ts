import { keepApart } from './apart.ts'
import { type Scale, scaleAround } from './scale.ts'

/** One team between two periods. */
export interface Change {
  id: string
  before: number
  now: number
}

/** Where a team's line begins and ends, and where its two labels stand; all in pixels from the top. */
export interface SlopeLine {
  id: string
  from: number
  to: number
  labelFrom: number
  labelTo: number
}

export interface Slope {
  scale: Scale
  height: number
  lines: SlopeLine[]
}

/** A line of text, and the room above and below the outermost. */
const leading = 20
const margin = 12
const tallest = 520

/** Two upright axes and a line a team between them. Only the `named` have labels: they are what the height is for. */
export function slopeOf(changes: readonly Change[], named: ReadonlySet<string>, isPercent: boolean): Slope {
  const scale = scaleAround(
    changes.flatMap(({ before, now }) => [before, now]),
    isPercent,
  )
  const labelled = changes.filter((change) => named.has(change.id))
  const height = Math.min(Math.max(220, labelled.length * leading * 1.25), Math.max(tallest, labelled.length * leading))
  const y = (figure: number): number => margin + ((100 - scale.at(figure)) / 100) * (height - 2 * margin)
  const ends = [margin / 2, height - margin / 2] as const
  const from = keepApart(
    labelled.map(({ before }) => y(before)),
    leading,
    ends,
  )
  const to = keepApart(
    labelled.map(({ now }) => y(now)),
    leading,
    ends,
  )
  const places = new Map(labelled.map(({ id }, i) => [id, { labelFrom: from[i]!, labelTo: to[i]! }]))
  const lines = changes.map(({ id, before, now }): SlopeLine => {
    const ends = { from: y(before), to: y(now) }
    return { id, ...ends, ...(places.get(id) ?? { labelFrom: ends.from, labelTo: ends.to }) }
  })
  return { scale, height, lines }
}
