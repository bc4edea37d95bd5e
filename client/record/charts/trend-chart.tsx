import { createMemo, For, type JSX, Show } from 'solid-js'
import { keepApart } from '../../../shared/charts/apart.ts'
import { percent } from '../../../shared/charts/scale.ts'
import type { Trend, TrendLine } from '../../../shared/charts/trend.ts'
import type { Period } from '../../../shared/period.ts'
import { type Weight, weights } from './slope-chart.tsx'

export interface TrendTeam {
  name: string
  weight: Weight
}

const height = 176
/** Periods that are written along the line; the others are only marked. */
const mostLabels = 4

/** Figures through time, a line a team. A line stops where the series breaks; the break is marked and its reason told. */
export function TrendChart(props: {
  label: string
  trend: Trend
  teams: ReadonlyMap<string, TrendTeam>
  breaks: readonly Period[]
  figureWords: (figure: number) => string
  periodWords: (period: Period) => string
}): JSX.Element {
  const weight = (line: TrendLine) => props.teams.get(line.id)?.weight ?? 'faint'
  const named = createMemo(() => props.trend.lines.filter((line) => weight(line) !== 'faint' && line.dots.length > 0))
  const y = (place: number) => (place / 100) * height
  const labels = createMemo(() =>
    keepApart(
      named().map((line) => y(line.dots.at(-1)!.y)),
      18,
      [8, height - 4],
    ),
  )
  return (
    <div class="trend" role="img" aria-label={props.label}>
      <svg class="trend-y" width="100%" height={height} aria-hidden="true">
        <For each={props.trend.scale.ticks}>
          {(tick) => (
            <text class="tick" x="100%" y={y(100 - props.trend.scale.at(tick)) + 4} text-anchor="end">
              {props.figureWords(tick)}
            </text>
          )}
        </For>
      </svg>
      <svg class="trend-plot" width="100%" height={height} aria-hidden="true">
        <For each={props.trend.scale.ticks}>
          {(tick) => (
            <line
              class="grid"
              x1="0"
              x2="100%"
              y1={percent(100 - props.trend.scale.at(tick))}
              y2={percent(100 - props.trend.scale.at(tick))}
            />
          )}
        </For>
        <For each={props.trend.periods.filter(({ period }) => props.breaks.includes(period))}>
          {({ x }) => <line class="ref" x1={percent(x)} x2={percent(x)} y1="0" y2="100%" />}
        </For>
        <svg width="100%" height="100%" aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none">
          <For each={heaviestLast(props.trend.lines, weight)}>
            {(line) => <path class={`s-${weight(line)}`} d={line.path} vector-effect="non-scaling-stroke" />}
          </For>
        </svg>
        <For each={named()}>
          {(line) => (
            <g class={`s-${weight(line)}`}>
              <For each={line.dots}>{(dot) => <circle cx={percent(dot.x)} cy={percent(dot.y)} r="3" />}</For>
            </g>
          )}
        </For>
      </svg>
      <div class="trend-names">
        <For each={named()}>
          {(line, i) => (
            <span class={`slope-t s-${weight(line)}`} style={{ 'inset-block-start': `${labels()[i()]! - 10}px` }}>
              {props.teams.get(line.id)?.name}
            </span>
          )}
        </For>
      </div>
      <PeriodAxis trend={props.trend} periodWords={props.periodWords} />
    </div>
  )
}

const heaviestLast = (lines: readonly TrendLine[], weight: (line: TrendLine) => Weight): TrendLine[] =>
  [...lines].sort((a, b) => weights.indexOf(weight(a)) - weights.indexOf(weight(b)))

function PeriodAxis(props: { trend: Trend; periodWords: (period: Period) => string }): JSX.Element {
  const every = () => Math.ceil(props.trend.periods.length / mostLabels)
  const isWritten = (i: number) => (props.trend.periods.length - 1 - i) % every() === 0
  const anchor = (x: number) => (x < 4 ? 'start' : x > 96 ? 'end' : 'middle')
  return (
    <svg class="ticks trend-x" width="100%" height="20" aria-hidden="true">
      <For each={props.trend.periods}>
        {({ period, x }, i) => (
          <>
            <line class="grid" x1={percent(x)} x2={percent(x)} y1="0" y2="4" />
            <Show when={isWritten(i())}>
              <text x={percent(x)} y="16" text-anchor={anchor(x)}>
                {props.periodWords(period)}
              </text>
            </Show>
          </>
        )}
      </For>
    </svg>
  )
}
