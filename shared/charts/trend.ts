import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { comparePeriods, firstMonth, type Period } from '../period.ts'
import { type Scale, scaleAround } from './scale.ts'

export interface TrendPoint {
  period: Period
  figure: number
  /** False where it cannot be joined to the one before: the series breaks there. */
  joined: boolean
}

export interface TrendSeries {
  id: string
  points: readonly TrendPoint[]
}

export interface TrendLine {
  id: string
  /** In a box of 100 by 100 that is stretched to the chart. */
  path: string
  dots: { period: Period; figure: number; x: number; y: number }[]
}

export interface Trend {
  scale: Scale
  /** The periods in order of time, with their places in per cent; time runs evenly, whatever is missing. */
  periods: { period: Period; x: number }[]
  lines: TrendLine[]
}

/** A line a team through time. It is not drawn across a break, nor across a period of which there is no figure. */
export function trendOf(series: readonly TrendSeries[], periods: readonly Period[], isPercent: boolean): Trend {
  const inOrder = [...periods].sort(comparePeriods)
  const scale = scaleAround(
    series.flatMap(({ points }) => points.map(({ figure }) => figure)),
    isPercent,
  )
  const ends = [firstMonth(inOrder[0] ?? '2000'), firstMonth(inOrder.at(-1) ?? '2000')] as const
  const time = scaleLinear()
    .domain(ends)
    .range(ends[0] === ends[1] ? [50, 50] : [0, 100])
  const place = (period: Period): number => time(firstMonth(period))
  const lines = series.map(({ id, points }): TrendLine => {
    const at = new Map(points.map((point) => [point.period, point]))
    const dots = inOrder.flatMap((period) => {
      const point = at.get(period)
      return point ? [{ period, figure: point.figure, x: place(period), y: 100 - scale.at(point.figure) }] : []
    })
    return { id, path: pathOf(inOrder, at, place, scale), dots }
  })
  return { scale, periods: inOrder.map((period) => ({ period, x: place(period) })), lines }
}

function pathOf(
  periods: readonly Period[],
  points: ReadonlyMap<Period, TrendPoint>,
  place: (period: Period) => number,
  scale: Scale,
): string {
  /** A break is a gap of no width: an undefined point just before the one that does not go on. */
  const steps = periods.flatMap((period) => {
    const point = points.get(period)
    return point && !point.joined ? [undefined, point] : [point]
  })
  const draw = line<TrendPoint | undefined>()
    .defined((point) => point !== undefined)
    .x((point) => round(place(point!.period)))
    .y((point) => round(100 - scale.at(point!.figure)))
  return draw(steps) ?? ''
}

const round = (place: number): number => Math.round(place * 100) / 100
