import { percent, scaleFromZero } from './charts/scale.ts'
import { type Cell, comparedFigure } from './comparison.ts'
import { type Indicator, inPercent } from './record.ts'

/** How one row of a comparison is drawn: where a figure lies, in per cent of the line, and what the line's ends stand for. */
export interface Strip {
  low: number
  high: number
  at: (figure: number) => string
}

type Drawn = Cell & { before?: number | undefined }
type Of = Pick<Indicator, 'denominatorId' | 'ratePer' | 'unit'>

/** The figure that is drawn: the rate, or the value where there is no denominator. A bare count has no place among rates. */
export const drawnFigure = (indicator: Of, cell: Cell): number | undefined => comparedFigure(indicator, cell)

export function stripOf(indicator: Of, cells: readonly Drawn[]): Strip {
  const figures = cells.flatMap((cell) => [drawnFigure(indicator, cell) ?? [], cell.before ?? []].flat())
  const { low, high, at } = scaleFromZero(figures, inPercent(indicator))
  return {
    low,
    high,
    at: (figure) => percent(at(figure)),
  }
}
