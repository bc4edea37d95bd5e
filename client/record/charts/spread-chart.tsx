import { For, type JSX, Show } from 'solid-js'
import { percent } from '../../../shared/charts/scale.ts'
import type { Spread, SpreadDot } from '../../../shared/charts/spread.ts'
import { t } from '../../text.ts'
import { Axis } from './ranked-table.tsx'

/** All figures on one line, a dot each; where one’s own stands among them, and the middle half of all. */
export function SpreadChart(props: {
  label: string
  spread: Spread
  own: string | undefined
  ownName: string | undefined
  figureWords: (figure: number) => string
}): JSX.Element {
  const step = () => Math.min(9, 108 / Math.max(1, props.spread.tallest))
  const height = () => Math.max(48, props.spread.tallest * step() + 28)
  const base = () => height() - 6
  const own = () => props.spread.dots.find((dot) => dot.id === props.own)
  const y = (dot: SpreadDot) => base() - step() * (dot.level + 0.5)
  const radius = () => Math.max(1.5, step() / 2 - 0.5)
  const at = (figure: number) => percent(props.spread.scale.at(figure))
  return (
    <div class="spread" role="img" aria-label={props.label}>
      <svg width="100%" height={height()} aria-hidden="true">
        <Show when={props.spread.quarters}>
          {(quarters) => (
            <>
              <rect
                class="band"
                x={at(quarters()[0])}
                width={percent(wide(props.spread, quarters()))}
                y="14"
                height={base() - 14}
              />
              <line class="ref" x1={at(quarters()[1])} x2={at(quarters()[1])} y1="14" y2={base()} />
            </>
          )}
        </Show>
        <line class="row" x1="0" x2="100%" y1={base()} y2={base()} />
        <For each={props.spread.dots}>
          {(dot) => (
            <circle class={dot.id === props.own ? 'own' : 'dot'} cx={percent(dot.at)} cy={y(dot)} r={radius()} />
          )}
        </For>
        <Show when={own()}>{(dot) => <OwnLabel dot={dot()} y={y(dot())} name={props.ownName} />}</Show>
      </svg>
      <Axis scale={props.spread.scale} figureWords={props.figureWords} />
      <Show when={props.spread.quarters}>
        {(quarters) => <p class="axis-note">{t('comparison.middleHalf', words(quarters(), props.figureWords))}</p>}
      </Show>
    </div>
  )
}

/** The line from one’s own dot up to its name. */
function OwnLabel(props: { dot: SpreadDot; y: number; name: string | undefined }): JSX.Element {
  const anchor = () => (props.dot.at < 25 ? 'start' : props.dot.at > 75 ? 'end' : 'middle')
  return (
    <>
      <line class="own-line" x1={percent(props.dot.at)} x2={percent(props.dot.at)} y1="14" y2={props.y} />
      <text class="own-t" x={percent(props.dot.at)} y="10" text-anchor={anchor()}>
        {props.name}
      </text>
    </>
  )
}

type Quarters = NonNullable<Spread['quarters']>

const wide = ({ scale }: Spread, [low, , high]: Quarters): number => scale.at(high) - scale.at(low)

const words = ([low, middle, high]: Quarters, figure: (figure: number) => string) => ({
  low: figure(low),
  middle: figure(middle),
  high: figure(high),
})
