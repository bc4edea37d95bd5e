import { For, type JSX, Show } from 'solid-js'
import { percent, type Scale } from '../../../shared/charts/scale.ts'
import { comparedFigure } from '../../../shared/comparison.ts'
import type { Period } from '../../../shared/period.ts'
import type { Family, Indicator } from '../../../shared/record.ts'
import { verdictBetween } from '../../../shared/verdict.ts'
import { t } from '../../text.ts'
import { as } from '../../ui/table.tsx'
import { Axis } from '../charts/ranked-table.tsx'
import type { ShownCell } from '../comparison.ts'
import { cellWords, pairWords } from '../comparison-words.ts'
import { figureWords, gapWords } from '../words.ts'

/** Two indicators that tell of the same thing. */
export interface Pair {
  family: Family
  one: Indicator
  other: Indicator
  /** The latest of which both have figures. */
  period: Period
}

export const sourceOf = ({ source, code }: Indicator): string => source || code

export interface SourceLine {
  team: { id: string; name: string }
  own: boolean
  a: ShownCell
  b: ShownCell
}

/** A table whose rows are drawn: both figures of a team, and how far apart they are. */
export function SourceTable(props: { pair: Pair; lines: readonly SourceLine[]; scale: Scale }): JSX.Element {
  const words = (figure: number) => figureWords(props.pair.one, figure)
  return (
    <table class="ranked sources" {...as('table')}>
      <caption class="vh">{t(`comparison.family.${props.pair.family}`)}</caption>
      <thead {...as('rowgroup')}>
        <tr {...as('row')}>
          <th {...as('columnheader')} scope="col">
            {t('record.team')}
          </th>
          <th {...as('columnheader')} scope="col" class="plot">
            <span class="vh">{t('comparison.drawn')}</span>
            <Axis scale={props.scale} figureWords={words} />
          </th>
          <th {...as('columnheader')} scope="col" class="num-col">
            {sourceOf(props.pair.one)}
          </th>
          <th {...as('columnheader')} scope="col" class="num-col">
            {sourceOf(props.pair.other)}
          </th>
          <th {...as('columnheader')} scope="col">
            {t('comparison.disagree')}
          </th>
        </tr>
      </thead>
      <tbody {...as('rowgroup')}>
        <For each={props.lines}>{(line) => <SourceRow pair={props.pair} line={line} scale={props.scale} />}</For>
      </tbody>
    </table>
  )
}

function SourceRow(props: { pair: Pair; line: SourceLine; scale: Scale }): JSX.Element {
  const figures = () =>
    [comparedFigure(props.pair.one, props.line.a), comparedFigure(props.pair.other, props.line.b)] as const
  const verdict = () => {
    const [a, b] = figures()
    const pair = verdictBetween(props.pair.one, props.line.a, props.line.b, props.pair.other)
    const apart =
      a === undefined || b === undefined
        ? ''
        : a === b
          ? t('comparison.sameFigure')
          : t('comparison.apart', { gap: gapWords(props.pair.one, Math.abs(a - b)) })
    return [apart, pairWords(pair)].filter(Boolean).join('; ')
  }
  return (
    <tr {...as('row')} classList={{ own: props.line.own }}>
      <th {...as('rowheader')} scope="row">
        {props.line.team.name}
      </th>
      <td {...as('cell')} class="plot">
        <Two figures={figures()} scale={props.scale} />
      </td>
      <td {...as('cell')} class="num-col" data-label={sourceOf(props.pair.one)}>
        <b>{cellWords(props.pair.one, props.line.a)}</b>
      </td>
      <td {...as('cell')} class="num-col" data-label={sourceOf(props.pair.other)}>
        <b>{cellWords(props.pair.other, props.line.b)}</b>
      </td>
      <td {...as('cell')}>{verdict()}</td>
    </tr>
  )
}

/** A dot for the one source, a square for the other, and the line of their disagreement between. */
function Two(props: { figures: readonly [number | undefined, number | undefined]; scale: Scale }): JSX.Element {
  const at = (figure: number) => percent(props.scale.at(figure))
  const one = () => props.figures[0]
  const other = () => props.figures[1]
  return (
    <svg width="100%" height="20" aria-hidden="true">
      <line class="row" x1="0" x2="100%" y1="10" y2="10" />
      <Show when={one() !== undefined && other() !== undefined}>
        <line class="reach" x1={at(one()!)} x2={at(other()!)} y1="10" y2="10" />
      </Show>
      <Show when={other() !== undefined}>
        <svg x={at(other()!)} y="10" width="1" height="1" aria-hidden="true">
          <rect class="other-source" x="-4.5" y="-4.5" width="9" height="9" />
        </svg>
      </Show>
      <Show when={one() !== undefined}>
        <circle class="dot" cx={at(one()!)} cy="10" r="4" />
      </Show>
    </svg>
  )
}
