import { quantile, round } from '../../report.ts'
import type { Median, Row, Sample } from './row.ts'
import { kinds } from './servers.ts'

/** A goal and whether it was met; without `pass` where it was not measured. */
export interface Score {
  row: string
  name: string
  goal: string
  value: number | undefined
  pass: boolean | undefined
}

export const judge = (rows: readonly Row[], samples: readonly Sample[]): Score[] =>
  rows.flatMap((row) => {
    const median = mediansOf(row.name, samples)
    return row.goals.map(({ name, value: of, atMost, atLeast }) => {
      const value = of(median)
      const goal = atMost === undefined ? `>= ${atLeast}` : `<= ${atMost}`
      if (value === undefined || !Number.isFinite(value))
        return { row: row.name, name, goal, value: undefined, pass: undefined }
      const pass = value <= (atMost ?? Number.POSITIVE_INFINITY) && value >= (atLeast ?? Number.NEGATIVE_INFINITY)
      return { row: row.name, name, goal, value: round(value, 3), pass }
    })
  })

const valuesOf = (row: string, samples: readonly Sample[], server: string, figure: string): number[] =>
  samples
    .filter((sample) => sample.row === row && sample.server === server)
    .flatMap((sample) => sample.figures[figure] ?? [])

const mediansOf =
  (row: string, samples: readonly Sample[]): Median =>
  (server, figure) => {
    const values = valuesOf(row, samples, server, figure)
    return values.length === 0 ? undefined : quantile(values, 0.5)
  }

/** Every figure by server, as median [least-most]; then the goals. */
export function tableOf(
  setting: Record<string, string | number>,
  rows: readonly Row[],
  samples: readonly Sample[],
  scores: readonly Score[],
): string[] {
  const lines = Object.entries(setting).map(([name, value]) => `${name.padEnd(12)} ${value}`)
  for (const row of rows) {
    const own = samples.filter((sample) => sample.row === row.name)
    const figures = [...new Set(own.flatMap((sample) => Object.keys(sample.figures)))]
    const cells = figures.map((figure) => [figure, ...kinds.map((kind) => cell(valuesOf(row.name, own, kind, figure)))])
    lines.push('', `${row.name}: ${row.about}`, ...aligned([['', ...kinds], ...cells]))
  }
  const verdicts = scores.map(({ name, goal, value, pass }) => [
    name,
    goal,
    value === undefined ? '-' : String(value),
    pass === undefined ? 'not measured' : pass ? 'pass' : 'FAIL',
  ])
  return [...lines, '', ...aligned([['goal', 'wanted', 'found', ''], ...verdicts])]
}

function cell(values: readonly number[]): string {
  if (values.length === 0) return '-'
  const short = (value: number) => String(value >= 1_000 ? Math.round(value) : Number(value.toPrecision(3)))
  const spread = values.length > 1 ? ` [${short(Math.min(...values))}-${short(Math.max(...values))}]` : ''
  return `${short(quantile(values, 0.5))}${spread}`
}

function aligned(cells: readonly string[][]): string[] {
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((line) => line[column]!.length)))
  return cells.map((line) =>
    line
      .map((text, column) => text.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
}
