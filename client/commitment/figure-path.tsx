import { scaleLinear } from 'd3-scale'
import { For, type JSX, Show } from 'solid-js'
import { type Day, dayOf, daysBetween } from '../../shared/dates.ts'
import { formatDay, formatNumber, t } from '../text.ts'
import type { Commitment } from './programmes.ts'
import { shortValue } from './words.ts'

const height = 108
const top = 4

interface Point {
  day: Day
  value: string
}

/** The figures that the monitor gave, against the straight path from the baseline to the goal. */
export function FigurePath(props: { commitment: Commitment; day: Day }): JSX.Element {
  const measure = () => props.commitment.measure
  const points = (): Point[] =>
    props.commitment.findings
      .filter((finding) => finding.figure && dayOf(finding.publishedAt) <= props.day)
      .map((finding) => ({ day: finding.figure!.asOf, value: finding.figure!.value }))
      .sort((a, b) => a.day.localeCompare(b.day))
  const start = (): Point => ({ day: props.commitment.startOn, value: measure().baseline })
  const goal = (): Point => ({ day: props.commitment.dueOn, value: measure().target })
  const days = () => [start(), goal(), ...points()].map((point) => point.day).sort()
  const place = (day: Day) => {
    const all = days()
    const [first, last] = [all[0]!, all.at(-1)!]
    return `${(daysBetween(first, day) / Math.max(1, daysBetween(first, last))) * 100}%`
  }
  const scale = () => {
    const values = [start(), goal(), ...points()].map((point) => Number(point.value))
    return scaleLinear([Math.min(...values), Math.max(...values)], [height, top]).nice(4)
  }
  const y = (point: Point) => scale()(Number(point.value))
  const line = () => [start(), ...points()]
  const text = (point: Point) => shortValue(point.value, measure().unit)
  const said = () =>
    [
      t('commitment.pathBaseline', { value: text(start()), day: formatDay(start().day) }),
      ...points().map((point) => t('commitment.pathPoint', { value: text(point), day: formatDay(point.day) })),
      t('commitment.pathGoal', { value: text(goal()), day: formatDay(goal().day) }),
    ].join('; ')
  return (
    <Show when={points().length > 0}>
      <figure class="path">
        <div role="img" aria-label={said()}>
          <svg width="100%" height={height + 8} aria-hidden="true">
            <For each={scale().ticks(4)}>
              {(tick) => (
                <>
                  <line class="grid" x1="0" x2="100%" y1={scale()(tick)} y2={scale()(tick)} />
                  <text class="tick" x="0" dx="-12" y={scale()(tick) + 4} text-anchor="end">
                    {formatNumber(tick)}
                  </text>
                </>
              )}
            </For>
            <line class="ref" x1={place(start().day)} y1={y(start())} x2={place(goal().day)} y2={y(goal())} />
            <For each={line().slice(1)}>
              {(point, index) => (
                <line
                  class="series"
                  x1={place(line()[index()]!.day)}
                  y1={y(line()[index()]!)}
                  x2={place(point.day)}
                  y2={y(point)}
                />
              )}
            </For>
            <For each={line()}>{(point) => <circle class="own" cx={place(point.day)} cy={y(point)} r="4" />}</For>
            <circle class="goal" cx={place(goal().day)} cy={y(goal())} r="4.5" />
            <Show when={points().at(-1)}>
              {(last) => (
                <text x={place(last().day)} dx="-6" y={y(last()) - 9} text-anchor="end">
                  {text(last())}, {formatDay(last().day, 'short')}
                </text>
              )}
            </Show>
          </svg>
        </div>
        <figcaption class="meta">{t('commitment.path')}</figcaption>
      </figure>
    </Show>
  )
}
