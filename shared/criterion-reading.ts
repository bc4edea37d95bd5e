import { type Cell, comparedFigure } from './comparison.ts'
import type { MeasureTerms } from './criterion.ts'
import type { Interval } from './interval.ts'
import type { Indicator } from './record.ts'
import type { Reason } from './verdict.ts'

export const readings = ['met', 'not_met', 'cannot_be_said'] as const
export type Met = (typeof readings)[number]

/** How a record reads against a criterion; `within_chance`: the true figure may lie on either side of the line. */
export interface CriterionReading {
  met: Met
  because?: Reason | 'within_chance' | undefined
  figure?: number | undefined
  interval?: Interval | undefined
}

/** Reads a record against a measure: met or not met only where chance cannot have made it so. */
export function readAgainst(
  terms: Pick<MeasureTerms, 'bound' | 'value'>,
  indicator: Pick<Indicator, 'denominatorId'>,
  cell: Pick<Cell, 'value' | 'rate' | 'interval' | 'verdict'>,
): CriterionReading {
  const figure = comparedFigure(indicator, cell)
  if (!cell.verdict.comparable) return { met: 'cannot_be_said', because: cell.verdict.because, figure }
  if (figure === undefined) return { met: 'cannot_be_said', because: 'no_figure' }
  const { interval } = cell
  const { low, high } = interval ?? { low: figure, high: figure }
  const [worst, best] = terms.bound === 'at_least' ? [low, high] : [-high, -low]
  const line = terms.bound === 'at_least' ? terms.value : -terms.value
  const met = worst >= line ? 'met' : best < line ? 'not_met' : 'cannot_be_said'
  return { met, because: met === 'cannot_be_said' ? 'within_chance' : undefined, figure, interval }
}
