import { createMemo, For, type JSX, Show } from 'solid-js'
import { slopeOf } from '../../../shared/charts/slope.ts'
import { comparedFigure } from '../../../shared/comparison.ts'
import { periodBefore } from '../../../shared/period.ts'
import { inPercent } from '../../../shared/record.ts'
import { t } from '../../text.ts'
import { Scroll } from '../../ui/table.tsx'
import { DataTable } from '../charts/data-table.tsx'
import { SlopeChart, type SlopeTeam } from '../charts/slope-chart.tsx'
import type { ShownCell } from '../comparison.ts'
import { bestOf, type Seen, type SeenRow, seenTeam, takesPart } from '../comparison-seen.ts'
import { figureWords, gapWords, periodWords, titleOf } from '../words.ts'
import { LineKey } from './line-key.tsx'
import { RowCaption } from './row-caption.tsx'
import { weightOf } from './weights.ts'

/** From the period before to this one, a line a team: who rose and who fell. */
export function ChangeWay(props: { seen: Seen }): JSX.Element {
  const rows = () => props.seen.rows.filter((row) => row.cells.some((cell) => cell.before !== undefined))
  return (
    <>
      <div class="multi-head">
        <h2>{t('comparison.way.change')}</h2>
        <LineKey seen={props.seen} />
      </div>
      <Show when={rows().length < props.seen.rows.length}>
        <p class="note">{t('comparison.noBefore', { count: props.seen.rows.length - rows().length })}</p>
      </Show>
      <div class="charts">
        <For each={rows()}>{(row) => <Slope seen={props.seen} row={row} />}</For>
      </div>
    </>
  )
}

interface Move {
  cell: ShownCell
  before: number
  now: number
}

function Slope(props: { seen: Seen; row: SeenRow }): JSX.Element {
  const moves = createMemo((): Move[] =>
    props.row.cells.flatMap((cell) => {
      const now = takesPart(props.seen, props.row, cell) ? comparedFigure(props.row.indicator, cell) : undefined
      return now === undefined || cell.before === undefined ? [] : [{ cell, before: cell.before, now }]
    }),
  )
  const words = (figure: number) => figureWords(props.row.indicator, figure)
  const teams = createMemo((): Map<string, SlopeTeam> => {
    const best = bestOf(props.seen, props.row)
    return new Map(
      moves().map(({ cell, before, now }) => [
        cell.teamId,
        {
          id: cell.teamId,
          name: seenTeam(props.seen, cell.teamId).team.name,
          weight: weightOf(props.seen, cell, best),
          before: words(before),
          now: words(now),
        },
      ]),
    )
  })
  const slope = createMemo(() => {
    const named = new Set([...teams().values()].flatMap(({ id, weight }) => (weight === 'faint' ? [] : [id])))
    const changes = moves().map(({ cell, before, now }) => ({ id: cell.teamId, before, now }))
    return slopeOf(changes, named, inPercent(props.row.indicator))
  })
  const rising = () => moves().filter(({ before, now }) => now > before).length
  const falling = () => moves().filter(({ before, now }) => now < before).length
  const from = () => periodWords(periodBefore(props.row.period))
  const label = () => t('comparison.movesOf', { from: from(), rising: rising(), falling: falling() })
  return (
    <figure class="chart">
      <RowCaption seen={props.seen} row={props.row} period={`${from()} – ${periodWords(props.row.period)}`} />
      <p class="said">{label()}</p>
      <SlopeChart label={label()} from={from()} to={periodWords(props.row.period)} slope={slope()} teams={teams()} />
      <DataTable summary={t('comparison.sameAsTable')}>
        <MoveTable seen={props.seen} row={props.row} moves={moves()} from={from()} />
      </DataTable>
    </figure>
  )
}

function MoveTable(props: { seen: Seen; row: SeenRow; moves: readonly Move[]; from: string }): JSX.Element {
  const words = (figure: number) => figureWords(props.row.indicator, figure)
  const move = ({ before, now }: Move) => {
    const gap = gapWords(props.row.indicator, Math.abs(now - before))
    if (now === before) return t('comparison.unmoved')
    return t(now > before ? 'comparison.up' : 'comparison.down', { gap })
  }
  return (
    <Scroll label={titleOf(props.row.indicator)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('record.team')}</th>
            <th scope="col" class="num-col">
              {props.from}
            </th>
            <th scope="col" class="num-col">
              {periodWords(props.row.period)}
            </th>
            <th scope="col" class="num-col">
              {t('comparison.way.change')}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.moves}>
            {(one) => (
              <tr>
                <th scope="row">{seenTeam(props.seen, one.cell.teamId).team.name}</th>
                <td class="num-col">{words(one.before)}</td>
                <td class="num-col">{words(one.now)}</td>
                <td class="num-col">{move(one)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroll>
  )
}
