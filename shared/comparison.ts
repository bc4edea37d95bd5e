import type { Interval } from './interval.ts'
import type { Period } from './period.ts'
import type { Indicator, Missing } from './record.ts'
import type { Situation } from './similarity.ts'
import type { Verdict } from './verdict.ts'

/** One record as the comparison takes it. */
export interface ComparedRecord {
  teamId: string
  indicatorId: string
  period: Period
  value?: number | undefined
  missing?: Missing | undefined
  unit?: string | undefined
  note: string
}

export interface ComparedTeam {
  id: string
  name: string
  /** False for a team that filed nothing until the comparison opened. */
  disclosed: boolean
  /** The way of working that its records were made by. */
  method?: { version: number; title: string } | undefined
  /** What can make it similarly situated to others. */
  situation?: Situation | undefined
}

/**
 * Where a comparable record stands among its comparable peers: `behind` where one of them is better by more than chance
 * makes, `best` where nobody is better and somebody is behind it, else `level`. Undefined where there is no peer, or no
 * better and worse.
 */
export type Standing = 'best' | 'level' | 'behind'

export interface Cell {
  teamId: string
  /** The period that the record is of: the row's, or another length within it. */
  period: Period
  value?: number | undefined
  missing?: Missing | undefined
  unit?: string | undefined
  note: string
  /** The denominator's value of the same team and period, where the indicator has one. */
  of?: number | undefined
  /** Per `ratePer` of the denominator. */
  rate?: number | undefined
  verdict: Verdict
  /** Of the figure that is compared, in its unit; only where chance can be told. Worked out where it is shown. */
  interval?: Interval | undefined
  standing?: Standing | undefined
  /** How far from the peer that it is behind, in the figure's or the rate's own unit; only where it is behind. */
  gap?: number | undefined
  /** That peer: of those that are better beyond noise the one with the best figure. */
  peerId?: string | undefined
}

export interface ComparisonRow {
  indicatorId: string
  period: Period
  cells: Cell[]
}

/** What is compared: the rate where the indicator has a denominator, else the value. */
export const comparedFigure = (
  indicator: Pick<Indicator, 'denominatorId'>,
  cell: Pick<Cell, 'rate' | 'value'>,
): number | undefined => (indicator.denominatorId ? cell.rate : cell.value)
