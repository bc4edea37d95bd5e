import { type Cell, comparedFigure } from './comparison.ts'
import { type Interval, poisson, scaled, usualLevel, wilson } from './interval.ts'
import type { Indicator } from './record.ts'

export type Counted = Pick<Cell, 'value' | 'of' | 'rate'>

/** The interval of the figure that is compared; undefined where nothing is known of chance, as with money and days. */
export function intervalOf(indicator: Indicator, cell: Counted, level: number = usualLevel): Interval | undefined {
  const { nature, denominatorId, ratePer } = indicator
  const { value, of } = cell
  if (nature === 'amount' || value === undefined || value < 0) return undefined
  if (!denominatorId) return nature === 'events' ? poisson(value, 1, level) : undefined
  if (of === undefined || of <= 0) return undefined
  if (nature === 'share') return value > of ? undefined : scaled(wilson(value, of, level), ratePer)
  return poisson(value, of / ratePer, level)
}

/** A comparable cell with its interval. It follows from the counts, so that answers need not carry it. */
export const withInterval = <Shown extends Cell>(indicator: Indicator, cell: Shown): Shown =>
  cell.verdict.comparable ? { ...cell, interval: intervalOf(indicator, cell) } : cell

/** The same for every cell of a comparison. */
export function withIntervals<Shown extends Cell, Row extends { indicatorId: string; cells: Shown[] }>(
  rows: readonly Row[],
  indicators: readonly Indicator[],
): Row[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => withInterval(byId.get(row.indicatorId)!, cell)),
  }))
}

/** How far chance reaches from a figure to the better side and to the worse one; nowhere, where nothing is known of it. */
export interface Reach {
  better: number
  worse: number
}

export function reachOf(indicator: Indicator, cell: Counted, level: number): Reach {
  const interval = intervalOf(indicator, cell, level)
  if (!interval) return { better: 0, worse: 0 }
  const figure = comparedFigure(indicator, cell)!
  const [up, down] = [interval.high - figure, figure - interval.low]
  return indicator.direction === 'less' ? { better: down, worse: up } : { better: up, worse: down }
}

/** The level at which each of so many pairs is judged, so that all of them together err no more often (Bonferroni). */
export const levelAmong = (among: number): number => 1 - (1 - usualLevel) / among

/**
 * Whether a distance between two figures is more than chance makes: whether the interval of their difference leaves out
 * zero, by `difference` in interval.ts.
 */
export const isBeyond = (distance: number, own: Reach, peer: Reach): boolean =>
  distance > 0 && distance * distance > own.better * own.better + peer.worse * peer.worse

/**
 * Whether `own` is worse than `peer` by more than chance makes. `among` is how many peers it is laid beside: the best of
 * many is good by chance alone, so that each pair is judged the more strictly.
 */
export function behindBeyondNoise(indicator: Indicator, own: Counted, peer: Counted, among = 1): boolean {
  const [figure, other] = [comparedFigure(indicator, own), comparedFigure(indicator, peer)]
  if (figure === undefined || other === undefined || indicator.direction === 'neither') return false
  const distance = indicator.direction === 'more' ? other - figure : figure - other
  const level = levelAmong(among)
  return isBeyond(distance, reachOf(indicator, own, level), reachOf(indicator, peer, level))
}
