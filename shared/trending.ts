import { normalQuantile, usualLevel } from './interval.ts'
import type { Direction } from './record.ts'

/** How a series goes: beyond chance, or not; `short` where so few figures could not tell. */
export type Trending = 'better' | 'worse' | 'rising' | 'falling' | 'none' | 'short'

/** With fewer, even figures that all rise would do so by chance more often than once in twenty times. */
const fewest = 5

/**
 * Whether the figures, in order of time, rise or fall more than chance makes: the test of H. B. Mann (Econometrica 13,
 * 1945) and M. G. Kendall (Rank Correlation Methods, 1975). It asks nothing of how the figures scatter, only which of two
 * is the larger. Exact for few figures; with ties, or many, by its normal approximation.
 */
export function trendingOf(figures: readonly number[], direction: Direction): Trending {
  if (figures.length < fewest) return 'short'
  const score = scoreOf(figures)
  if (score === 0 || !isBeyondChance(figures, Math.abs(score))) return 'none'
  if (direction === 'neither') return score > 0 ? 'rising' : 'falling'
  return score > 0 === (direction === 'more') ? 'better' : 'worse'
}

/** How many pairs rise, less how many fall. */
function scoreOf(figures: readonly number[]): number {
  let score = 0
  for (const [i, earlier] of figures.entries())
    for (const later of figures.slice(i + 1)) score += Math.sign(later - earlier)
  return score
}

const largestExact = 20

function isBeyondChance(figures: readonly number[], score: number): boolean {
  const tied = new Set(figures).size < figures.length
  if (!tied && figures.length <= largestExact) return chanceOf(figures.length, score) * 2 <= 1 - usualLevel
  const deviation = Math.sqrt(varianceOf(figures))
  return (score - 1) / deviation >= normalQuantile(0.5 + usualLevel / 2)
}

/** How often figures in no order at all reach the score: of all orders of so many, the share that has so few inversions. */
export function chanceOf(count: number, score: number): number {
  const pairs = (count * (count - 1)) / 2
  const inversions = Math.floor((pairs - score) / 2)
  let orders = [1]
  for (let n = 2; n <= count; n++) orders = withOneMore(orders, n)
  const all = orders.reduce((sum, ways) => sum + ways, 0)
  return orders.slice(0, inversions + 1).reduce((sum, ways) => sum + ways, 0) / all
}

/** Orders of `n` by their inversions, from those of one fewer: the new one makes 0 to n − 1 more. */
function withOneMore(orders: readonly number[], n: number): number[] {
  const next = new Array<number>(orders.length + n - 1).fill(0)
  for (const [inversions, ways] of orders.entries())
    for (let more = 0; more < n; more++) next[inversions + more] = next[inversions + more]! + ways
  return next
}

/** Of the score, where figures are tied (Kendall 1975). */
function varianceOf(figures: readonly number[]): number {
  const term = (n: number) => n * (n - 1) * (2 * n + 5)
  const ties = Map.groupBy(figures, (figure) => figure)
  const tied = [...ties.values()].reduce((sum, same) => sum + term(same.length), 0)
  return (term(figures.length) - tied) / 18
}
