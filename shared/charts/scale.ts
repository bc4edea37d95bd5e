import { scaleLinear } from 'd3-scale'

/** A line on which figures are drawn: what its ends stand for, where a figure lies on it in per cent, and what is written along it. */
export interface Scale {
  low: number
  high: number
  at: (figure: number) => number
  ticks: readonly number[]
}

/** From zero, so that twice as far is twice as much; a share goes to its whole, unless it is very small. */
export function scaleFromZero(figures: readonly number[], isPercent: boolean): Scale {
  const lowest = least(figures, 0)
  const highest = most(figures, 0)
  if (isPercent && lowest >= 0 && highest > 10 && highest <= 100) return scaleOf([0, 100])
  return scaleOf([lowest, highest || 1], 4)
}

/** A scale tells no less than this from end to end, so that a hair is not drawn as a cliff. */
const leastPoints = 20
const leastShare = 0.2

/** Around the figures, so that what changes over time can be seen to change; its ends are written beside it. */
export function scaleAround(figures: readonly number[], isPercent: boolean): Scale {
  if (figures.length === 0) return scaleFromZero(figures, isPercent)
  const lowest = least(figures, Number.POSITIVE_INFINITY)
  const highest = most(figures, Number.NEGATIVE_INFINITY)
  const fewest = isPercent ? leastPoints : Math.max(Math.abs(highest), Math.abs(lowest), 1e-9) * leastShare
  const room = Math.max((highest - lowest) * 0.04, (fewest - (highest - lowest)) / 2)
  const floor = lowest >= 0 ? 0 : Number.NEGATIVE_INFINITY
  const ceiling = isPercent && highest <= 100 ? 100 : Number.POSITIVE_INFINITY
  const { low, high } = scaleOf([Math.max(lowest - room, floor), Math.min(highest + room, ceiling)], 4)
  return scaleOf([low, Math.min(high, ceiling)])
}

/** Ends that are closer than this are drawn as one apart: a line between them would have no room for a figure. */
const closest = 1e-9

function scaleOf([first, last]: [number, number], nice?: number): Scale {
  const scale = scaleLinear()
    .domain([first, last - first < closest ? first + 1 : last])
    .range([0, 100])
  if (nice) scale.nice(nice)
  const [low = 0, high = 1] = scale.domain()
  return { low, high, at: scale, ticks: scale.ticks(4) }
}

/** A place in per cent, as markup takes it. */
export const percent = (place: number): string => `${Math.round(place * 100) / 100}%`

const least = (figures: readonly number[], other: number) => figures.reduce((a, b) => Math.min(a, b), other)
const most = (figures: readonly number[], other: number) => figures.reduce((a, b) => Math.max(a, b), other)
