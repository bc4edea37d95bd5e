import { For, type JSX, Show } from 'solid-js'
import { percent, type Scale } from '../../../shared/charts/scale.ts'
import { t } from '../../text.ts'
import { as } from '../../ui/table.tsx'

/** A team as a ranking shows it: its words are made by whoever knows the indicator. */
export interface RankedRow {
  id: string
  name: string
  href?: string | undefined
  place?: number | undefined
  own: boolean
  comparable: boolean
  aside: boolean
  figure?: number | undefined
  low?: number | undefined
  high?: number | undefined
  /** The figure, or why there is none. */
  words: string
  between: string
  counted: string
  verdict: string
}

/** A ranking that is its own table: a row a team, its figure drawn in the row with how far it may lie from the truth. */
export function RankedTable(props: {
  caption: string
  scale: Scale
  best: number | undefined
  figureWords: (figure: number) => string
  rows: readonly RankedRow[]
  verdictHead: string
}): JSX.Element {
  const heads = () => [t('comparison.place'), t('record.team')]
  return (
    <table class="ranked" {...as('table')}>
      <caption class="vh">{props.caption}</caption>
      <thead {...as('rowgroup')}>
        <tr {...as('row')}>
          <For each={heads()}>
            {(head) => (
              <th {...as('columnheader')} scope="col">
                {head}
              </th>
            )}
          </For>
          <th {...as('columnheader')} scope="col" class="plot">
            <span class="vh">{t('comparison.drawn')}</span>
            <Axis scale={props.scale} figureWords={props.figureWords} />
          </th>
          <th {...as('columnheader')} scope="col" class="num-col">
            {t('record.figure')}
          </th>
          <th {...as('columnheader')} scope="col">
            {t('comparison.between')}
          </th>
          <th {...as('columnheader')} scope="col">
            {t('comparison.counted')}
          </th>
          <th {...as('columnheader')} scope="col">
            {props.verdictHead}
          </th>
        </tr>
      </thead>
      <tbody {...as('rowgroup')}>
        <For each={props.rows}>{(row) => <Row row={row} scale={props.scale} best={props.best} />}</For>
      </tbody>
    </table>
  )
}

function Row(props: { row: RankedRow; scale: Scale; best: number | undefined }): JSX.Element {
  return (
    <tr {...as('row')} classList={{ own: props.row.own, aside: props.row.aside }}>
      <td {...as('cell')} class="place">
        {props.row.place}
      </td>
      <th {...as('rowheader')} scope="row">
        <Show when={props.row.href} fallback={props.row.name}>
          {(href) => <a href={href()}>{props.row.name}</a>}
        </Show>
      </th>
      <td {...as('cell')} class="plot">
        <Show when={props.row.figure !== undefined} fallback={<span class="silent">{props.row.words}</span>}>
          <Mark {...props} figure={props.row.figure!} />
        </Show>
      </td>
      <td {...as('cell')} class="num-col" classList={{ nc: !props.row.comparable }}>
        <Show when={props.row.figure !== undefined}>
          <b>{props.row.words}</b>
        </Show>
      </td>
      <td {...as('cell')}>{props.row.between}</td>
      <td {...as('cell')}>{props.row.counted}</td>
      <td {...as('cell')}>{props.row.verdict}</td>
    </tr>
  )
}

function Mark(props: { row: RankedRow; scale: Scale; best: number | undefined; figure: number }): JSX.Element {
  const at = (figure: number) => percent(props.scale.at(figure))
  const shape = () => (!props.row.comparable ? 'nc' : props.row.own ? 'own' : props.row.aside ? 'aside' : 'dot')
  return (
    <svg width="100%" height="20" aria-hidden="true">
      <line class="row" x1="0" x2="100%" y1="10" y2="10" />
      <Show when={props.best !== undefined}>
        <line class="ref" x1={at(props.best!)} x2={at(props.best!)} y1="-9" y2="29" />
      </Show>
      <Show when={props.row.low !== undefined && props.row.high !== undefined}>
        <line class="reach" x1={at(props.row.low!)} x2={at(props.row.high!)} y1="10" y2="10" />
        <line class="reach" x1={at(props.row.low!)} x2={at(props.row.low!)} y1="6" y2="14" />
        <line class="reach" x1={at(props.row.high!)} x2={at(props.row.high!)} y1="6" y2="14" />
      </Show>
      <circle class={shape()} cx={at(props.figure)} cy="10" r={shape() === 'nc' ? 5 : 4.5} />
    </svg>
  )
}

/** What the ends and the middle of a line stand for. */
export function Axis(props: { scale: Scale; figureWords: (figure: number) => string }): JSX.Element {
  const anchor = (place: number) => (place < 4 ? 'start' : place > 96 ? 'end' : 'middle')
  return (
    <svg class="ticks" width="100%" height="16" aria-hidden="true">
      <For each={props.scale.ticks}>
        {(tick) => (
          <text x={percent(props.scale.at(tick))} y="12" text-anchor={anchor(props.scale.at(tick))}>
            {props.figureWords(tick)}
          </text>
        )}
      </For>
    </svg>
  )
}
