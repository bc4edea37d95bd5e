import { type Mapping, wordKey } from './mapping.ts'
import type { Period } from './period.ts'
import type { Indicator } from './record.ts'
import { remembered } from './remembered.ts'

/** A cell of a row that holds a figure, with what it is a figure of. */
export interface FigureCell {
  column: number
  indicator: Indicator
  /** Where the column's name tells it; else the row does. */
  period?: Period | undefined
}
export type FigureCells = readonly FigureCell[] | 'left_out' | { unknown: string; column: number }

/** The cells of a row that hold figures, each with its indicator. */
export function figureCells(
  { figures }: Pick<Mapping, 'figures'>,
  known: ReadonlyMap<string, Indicator>,
): (cells: readonly string[]) => FigureCells {
  const columns = 'wide' in figures ? figures.wide : [{ column: figures.value, indicatorId: idOf(figures) }]
  const ofRow = (indicatorId: string | undefined): FigureCell[] =>
    columns.flatMap((one) => {
      const indicator = known.get(one.indicatorId ?? indicatorId ?? '')
      return indicator ? [{ column: one.column, indicator, period: 'period' in one ? one.period : undefined }] : []
    })
  const { column, codes } = 'codes' in figures ? figures : {}
  if (column === undefined || !codes) {
    const always = ofRow(undefined)
    return () => always
  }
  const byWord = new Map(Object.entries(codes).map(([word, indicatorId]) => [wordKey(word), indicatorId]))
  const cellsOf = remembered((word: string): FigureCells => {
    const indicatorId = byWord.get(wordKey(word))
    if (indicatorId === '') return 'left_out'
    const found = indicatorId === undefined ? [] : ofRow(indicatorId)
    return found.length > 0 ? found : { unknown: word, column }
  })
  return (cells) => cellsOf(cells[column]!)
}

const idOf = (figures: Mapping['figures']): string | undefined =>
  'indicatorId' in figures ? figures.indicatorId : undefined

/** Every column that a mapping looks into. */
export function usedColumns({ figures, period, team, territory, status, only, notes }: Mapping): number[] {
  return [
    ...('wide' in figures ? figures.wide.map(({ column }) => column) : [figures.value]),
    ...('column' in figures && figures.column !== undefined ? [figures.column] : []),
    ...(period && 'column' in period ? [period.column] : []),
    ...[team, territory, status].flatMap((one) => (one ? [one.column] : [])),
    ...only.map(({ column }) => column),
    ...notes,
  ]
}
