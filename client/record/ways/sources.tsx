import { createMemo, For, type JSX, Show } from 'solid-js'
import { scaleFromZero } from '../../../shared/charts/scale.ts'
import { comparedFigure } from '../../../shared/comparison.ts'
import { comparePeriods } from '../../../shared/period.ts'
import { type Indicator, inPercent } from '../../../shared/record.ts'
import { t } from '../../text.ts'
import { Key, KeyItem } from '../../ui/key.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { createPlainLoad } from '../../ui/solid.ts'
import { Scroll } from '../../ui/table.tsx'
import { type Comparison, loadComparison, type View } from '../comparison.ts'
import { cellOf, type Seen, seen as seenOf } from '../comparison-seen.ts'
import { periodWords, titleOf } from '../words.ts'
import { type Pair, SourceTable, sourceOf } from './source-table.tsx'

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
      <Key>
        <KeyItem width={12} mark={<circle class="dot" cx="6" cy="8" r="4.5" />}>
          {name(props.pair.one)}
        </KeyItem>
        <KeyItem width={12} mark={<rect class="other-source" x="1.5" y="3.5" width="9" height="9" />}>
          {name(props.pair.other)}
        </KeyItem>
      </Key>
      <Scroll label={t(`comparison.family.${props.pair.family}`)}>
        <SourceTable pair={props.pair} lines={lines()} scale={scale()} />
      </Scroll>
    </figure>
  )
}
