import { type Scale, scaleFromZero } from './scale.ts'

export interface SpreadDot {
  id: string
  figure: number
  /** In per cent along the line. */
  at: number
  /** 0 lies on the line, 1 on top of it, and so on. */
  level: number
}

/** How figures are spread: a dot each, piled where they are alike, and the quarters that the whole falls into. */
export interface Spread {
  scale: Scale
  dots: SpreadDot[]
  tallest: number
  quarters?: readonly [number, number, number] | undefined
}

/** Dots this close, in per cent of the line, stand on one pile. */
const pile = 2.5
/** Quarters of fewer figures than this say less than the figures themselves. */
const enoughForQuarters = 8

export function spreadOf(figures: readonly { id: string; figure: number }[], isPercent: boolean): Spread {
  const scale = scaleFromZero(
    figures.map(({ figure }) => figure),
    isPercent,
  )
  const piles = new Map<number, number>()
  const sorted = [...figures].sort((a, b) => a.figure - b.figure)
  const dots = sorted.map(({ id, figure }): SpreadDot => {
    const at = Math.round(scale.at(figure) / pile) * pile
    const level = piles.get(at) ?? 0
    piles.set(at, level + 1)
    return { id, figure, at, level }
  })
  const tallest = Math.max(0, ...piles.values())
  const values = sorted.map(({ figure }) => figure)
  const quarters =
    values.length < enoughForQuarters
      ? undefined
      : ([quantile(values, 0.25), quantile(values, 0.5), quantile(values, 0.75)] as const)
  return { scale, dots, tallest, quarters }
}

/** Between the two nearest figures, in proportion (R-7, as spreadsheets do). */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share
  const below = sorted[Math.floor(place)]!
  const above = sorted[Math.ceil(place)]!
  return below + (above - below) * (place - Math.floor(place))
}
