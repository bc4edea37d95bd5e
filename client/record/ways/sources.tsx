import { createMemo, For, type JSX, Show } from 'solid-js'
import { percent, type Scale, scaleFromZero } from '../../../shared/charts/scale.ts'
import { comparedFigure } from '../../../shared/comparison.ts'
import { comparePeriods, type Period } from '../../../shared/period.ts'
import { type Family, type Indicator, inPercent } from '../../../shared/record.ts'
import { verdictBetween } from '../../../shared/verdict.ts'
import { t } from '../../text.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { createPlainLoad } from '../../ui/solid.ts'
import { as, Scroll } from '../../ui/table.tsx'
import { Axis } from '../charts/ranked-table.tsx'
import { type Comparison, loadComparison, type ShownCell, type View } from '../comparison.ts'
import { cellOf, type Seen, seen as seenOf } from '../comparison-seen.ts'
import { cellWords, pairWords } from '../comparison-words.ts'
import { figureWords, gapWords, periodWords, titleOf } from '../words.ts'

/** Figures that tell of the same thing from two sources, side by side, and by how much they disagree. */
export function SourcesWay(props: { seen: Seen; view: View }): JSX.Element {
  const pairs = createMemo(() => sourcePairs(props.seen.comparison))
  return (
    <>
      <div class="multi-head">
        <h2>{t('comparison.way.sources')}</h2>
      </div>
      <p class="note">{t('comparison.sourcesLede')}</p>
      <Show when={pairs().length > 0} fallback={<p>{t('comparison.noSources')}</p>}>
        <For each={pairs()}>{(pair) => <SourcePair seen={props.seen} view={props.view} pair={pair} />}</For>
      </Show>
    </>
  )
}

interface Pair {
  family: Family
  one: Indicator
  other: Indicator
  /** The latest of which both have figures. */
  period: Period
}

/** Each two of one family that have a period in common. */
function sourcePairs({ indicators, periods }: Comparison): Pair[] {
  return indicators.flatMap((one, i) =>
    indicators.slice(i + 1).flatMap((other) => {
      if (!one.family || one.family !== other.family || one.source === other.source) return []
      const both = (periods[one.id] ?? []).filter((period) => periods[other.id]?.includes(period))
      const period = both.sort(comparePeriods).at(-1)
      return period ? [{ family: one.family, one, other, period }] : []
    }),
  )
}

const sourceOf = ({ source, code }: Indicator): string => source || code

interface PairProps {
  seen: Seen
  view: View
  pair: Pair
}

function SourcePair(props: PairProps): JSX.Element {
  const load = createPlainLoad(() =>
    loadComparison(props.seen.comparison.forumId, {
      indicators: `${props.pair.one.code},${props.pair.other.code}`,
      periods: props.pair.period,
    }),
  )
  return (
    <Loaded load={load}>
      {(comparison) => <SourceFigure pair={props.pair} seen={seenOf(comparison(), props.view, props.seen.from?.id)} />}
    </Loaded>
  )
}

function SourceFigure(props: { pair: Pair; seen: Seen }): JSX.Element {
  const rowOf = (indicator: Indicator) => props.seen.rows.find((row) => row.indicator.id === indicator.id)!
  const lines = createMemo(() =>
    props.seen.teams.flatMap(({ team, own }) => {
      const [a, b] = [cellOf(rowOf(props.pair.one), team.id), cellOf(rowOf(props.pair.other), team.id)]
      return a && b && (a.value !== undefined || b.value !== undefined) ? [{ team, own, a, b }] : []
    }),
  )
  const scale = createMemo(() =>
    scaleFromZero(
      lines().flatMap(({ a, b }) =>
        [comparedFigure(props.pair.one, a) ?? [], comparedFigure(props.pair.other, b) ?? []].flat(),
      ),
      inPercent(props.pair.one),
    ),
  )
  const name = (indicator: Indicator) => `${titleOf(indicator)} (${sourceOf(indicator)})`
  return (
    <figure class="chart ranked-figure">
      <figcaption>
        <b>{t(`comparison.family.${props.pair.family}`)}</b> <span>{periodWords(props.pair.period)}</span>
      </figcaption>
      <ul class="key">
        <li>
          <svg width="12" height="16" aria-hidden="true">
            <circle class="dot" cx="6" cy="8" r="4.5" />
          </svg>{' '}
          {name(props.pair.one)}
        </li>
        <li>
          <svg width="12" height="16" aria-hidden="true">
            <rect class="other-source" x="1.5" y="3.5" width="9" height="9" />
          </svg>{' '}
          {name(props.pair.other)}
        </li>
      </ul>
      <Scroll label={t(`comparison.family.${props.pair.family}`)}>
        <SourceTable pair={props.pair} lines={lines()} scale={scale()} />
      </Scroll>
    </figure>
  )
}

interface Line {
  team: { id: string; name: string }
  own: boolean
  a: ShownCell
  b: ShownCell
}

function SourceTable(props: { pair: Pair; lines: readonly Line[]; scale: Scale }): JSX.Element {
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

function SourceRow(props: { pair: Pair; line: Line; scale: Scale }): JSX.Element {
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
