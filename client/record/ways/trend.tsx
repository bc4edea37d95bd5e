import { createMemo, For, type JSX, Show } from 'solid-js'
import { trendOf } from '../../../shared/charts/trend.ts'
import { comparedFigure } from '../../../shared/comparison.ts'
import { comparePeriods } from '../../../shared/period.ts'
import { inPercent } from '../../../shared/record.ts'
import { trendingOf } from '../../../shared/trending.ts'
import { isComparable, verdictBetween } from '../../../shared/verdict.ts'
import { t } from '../../text.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { createPlainLoad } from '../../ui/solid.ts'
import { Scroll } from '../../ui/table.tsx'
import { DataTable } from '../charts/data-table.tsx'
import { TrendChart, type TrendTeam } from '../charts/trend-chart.tsx'
import { type Comparison, loadComparison, ownPeriods, trendPeriods, type View } from '../comparison.ts'
import { bestOf, cellOf, type Seen, type SeenRow, type SeenTeam, seen as seenOf, seenTeam } from '../comparison-seen.ts'
import { cellWords } from '../comparison-words.ts'
import { figureWords, periodWords, shortPeriod, titleOf } from '../words.ts'
import { LineKey } from './line-key.tsx'
import { RowCaption } from './row-caption.tsx'
import { weightOf } from './weights.ts'

/** Each indicator through all its periods, a line a team. */
export function TrendWay(props: { seen: Seen; view: View }): JSX.Element {
  const { forumId } = props.seen.comparison
  const load = createPlainLoad(() =>
    loadComparison(forumId, {
      indicators: codes(props.seen),
      periods: trendPeriods(props.seen.comparison, props.view),
    }),
  )
  return (
    <Loaded load={load}>
      {(comparison) => <LoadedTrends comparison={comparison()} view={props.view} from={props.seen.from?.id} />}
    </Loaded>
  )
}

function LoadedTrends(props: { comparison: Comparison; view: View; from: string | undefined }): JSX.Element {
  const shown = createMemo(() => seenOf(props.comparison, props.view, props.from))
  return <Trends seen={shown()} />
}

const codes = (seen: Seen): string => [...new Set(seen.rows.map(({ indicator }) => indicator.code))].join(',')

function Trends(props: { seen: Seen }): JSX.Element {
  const series = createMemo(() =>
    props.seen.comparison.indicators.flatMap((indicator) => {
      const own = new Set(ownPeriods(props.seen.comparison.periods, indicator))
      const rows = props.seen.rows.filter((row) => row.indicator.id === indicator.id && own.has(row.period))
      return rows.length === 0 ? [] : [rows.sort((a, b) => comparePeriods(a.period, b.period))]
    }),
  )
  const drawn = () => series().filter((rows) => rows.length > 1)
  return (
    <>
      <div class="multi-head">
        <h2>{t('comparison.way.trend')}</h2>
        <LineKey seen={props.seen} breaks={series().some((rows) => (rows[0]!.indicator.breaks ?? []).length > 0)} />
      </div>
      <Show when={drawn().length < series().length}>
        <p class="note">{t('comparison.oneOnly', { count: series().length - drawn().length })}</p>
      </Show>
      <div class="charts">
        <For each={drawn()}>{(rows) => <TrendFigure seen={props.seen} rows={rows} />}</For>
      </div>
      <Show when={props.seen.comparison.asked > props.seen.comparison.rows.length}>
        <p class="note">
          {t('record.onlyFirst', { shown: props.seen.comparison.rows.length, asked: props.seen.comparison.asked })}
        </p>
      </Show>
    </>
  )
}

interface TrendProps {
  seen: Seen
  /** One indicator’s rows, the earliest first. */
  rows: readonly SeenRow[]
}

function TrendFigure(props: TrendProps): JSX.Element {
  const indicator = () => props.rows[0]!.indicator
  const last = () => props.rows.at(-1)!
  const span = () => `${periodWords(props.rows[0]!.period)} – ${periodWords(last().period)}`
  const teams = createMemo(() => {
    const best = bestOf(props.seen, last())
    return new Map(
      last().cells.map((cell): [string, TrendTeam] => [
        cell.teamId,
        { name: seenTeam(props.seen, cell.teamId).team.name, weight: weightOf(props.seen, cell, best) },
      ]),
    )
  })
  const trend = createMemo(() =>
    trendOf(
      props.seen.teams.map(({ team }) => ({ id: team.id, points: pointsOf(props.rows, team.id) })),
      props.rows.map((row) => row.period),
      inPercent(indicator()),
    ),
  )
  const breaks = () =>
    (indicator().breaks ?? []).filter(({ teamId }) => teamId === undefined || teamId === props.seen.from?.id)
  const label = () => t('comparison.trendOf', { indicator: titleOf(indicator()), count: props.seen.teams.length })
  return (
    <figure class="chart">
      <RowCaption seen={props.seen} row={last()} period={span()} />
      <TrendChart
        label={label()}
        trend={trend()}
        teams={teams()}
        breaks={breaks().map((one) => one.from)}
        figureWords={(figure) => figureWords(indicator(), figure)}
        periodWords={shortPeriod}
      />
      <For each={breaks()}>
        {(one) => <p class="axis-note">{t('comparison.breakAt', { period: periodWords(one.from), note: one.note })}</p>}
      </For>
      <DataTable summary={t('comparison.sameAsTable')}>
        <TrendTable {...props} />
      </DataTable>
    </figure>
  )
}

/** A team’s comparable figures, each joined to the one before it where the two can be compared. */
function pointsOf(rows: readonly SeenRow[], teamId: string) {
  let before: { row: SeenRow; cell: NonNullable<ReturnType<typeof cellOf>> } | undefined
  return rows.flatMap((row) => {
    const cell = cellOf(row, teamId)
    const figure = cell?.verdict.comparable ? comparedFigure(row.indicator, cell) : undefined
    if (!cell || figure === undefined) return []
    const joined = before === undefined || isComparable(verdictBetween(row.indicator, before.cell, cell))
    before = { row, cell }
    return [{ period: row.period, figure, joined }]
  })
}

function TrendTable(props: TrendProps): JSX.Element {
  const words = (row: SeenRow, { team }: SeenTeam) => {
    const cell = cellOf(row, team.id)
    return cell ? cellWords(row.indicator, cell) : ''
  }
  const trending = ({ team }: SeenTeam) => {
    const points = pointsOf(props.rows, team.id)
    const since = Math.max(
      0,
      points.findLastIndex((point) => !point.joined),
    )
    const figures = points.slice(since).map((point) => point.figure)
    return t(`record.trending.${trendingOf(figures, props.rows[0]!.indicator.direction)}`, { count: figures.length })
  }
  return (
    <Scroll label={titleOf(props.rows[0]!.indicator)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('record.team')}</th>
            <For each={props.rows}>
              {(row) => (
                <th scope="col" class="num-col">
                  {shortPeriod(row.period)}
                </th>
              )}
            </For>
            <th scope="col">{t('record.trending')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.seen.teams}>
            {(team) => (
              <tr classList={{ own: team.own }}>
                <th scope="row">{team.team.name}</th>
                <For each={props.rows}>{(row) => <td class="num-col">{words(row, team)}</td>}</For>
                <td>{trending(team)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroll>
  )
}
