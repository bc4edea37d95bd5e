import { scaleLinear } from 'd3-scale'
import { type Cell, comparedFigure } from './comparison.ts'
import { type Indicator, inPercent } from './record.ts'

/** How one row of a comparison is drawn: where a figure lies, in per cent of the line, and what the line's ends stand for. */
export interface Strip {
  low: number
  high: number
  at: (figure: number) => string
  /** The best comparable figure, where there is one. */
  best: number | undefined
}

type Drawn = Cell & { before?: number | undefined }
type Of = Pick<Indicator, 'denominatorId' | 'ratePer' | 'unit'>

/** The figure that is drawn: the rate, or the value where there is no denominator. A bare count has no place among rates. */
export const drawnFigure = (indicator: Of, cell: Cell): number | undefined => comparedFigure(indicator, cell)

export function stripOf(indicator: Of, cells: readonly Drawn[]): Strip {
  const figures = cells.flatMap((cell) => [drawnFigure(indicator, cell) ?? [], cell.before ?? []].flat())
  const [low, high] = ends(indicator, figures)
  const scale = scaleLinear().domain([low, high]).range([0, 100])
  const best = cells.find((cell) => cell.standing === 'best')
  return {
    low,
    high,
    at: (figure) => `${Math.round(scale(figure) * 10) / 10}%`,
    best: best && drawnFigure(indicator, best),
  }
}

/** From zero, so that twice as far is twice as much; a share goes to its whole, unless it is very small. */
function ends(indicator: Of, figures: readonly number[]): [number, number] {
  const lowest = Math.min(...figures, 0)
  const highest = Math.max(...figures, 0)
  if (inPercent(indicator) && lowest >= 0 && highest > 10 && highest <= 100) return [0, 100]
  const [low = 0, high = 1] = scaleLinear()
    .domain([lowest, highest || 1])
    .nice(4)
    .domain()
  return [low, high]
}
