import { createMemo, For, type JSX, Show } from 'solid-js'
import { rank } from '../../../shared/charts/ranking.ts'
import { spreadOf } from '../../../shared/charts/spread.ts'
import { comparedFigure } from '../../../shared/comparison.ts'
import { inPercent } from '../../../shared/record.ts'
import { t } from '../../text.ts'
import { Key, KeyItem } from '../../ui/key.tsx'
import { Scroll } from '../../ui/table.tsx'
import { DataTable } from '../charts/data-table.tsx'
import { SpreadChart } from '../charts/spread-chart.tsx'
import type { ShownCell } from '../comparison.ts'
import { cellOf, isRanked, type Seen, type SeenRow, seenTeam } from '../comparison-seen.ts'
import { cellWords, verdictWords } from '../comparison-words.ts'
import { figureWords, titleOf } from '../words.ts'
import { RowCaption } from './row-caption.tsx'

/** Each indicator as a spread of all comparable figures, with the place of the team from which it is seen. */
export function SpreadWay(props: { seen: Seen }): JSX.Element {
  return (
    <>
      <div class="multi-head">
        <h2>{t('comparison.way.spread')}</h2>
        <SpreadKey seen={props.seen} />
      </div>
      <div class="charts">
        <For each={props.seen.rows}>{(row) => <SpreadFigure seen={props.seen} row={row} />}</For>
      </div>
    </>
  )
}

export function SpreadFigure(props: { seen: Seen; row: SeenRow }): JSX.Element {
  const ranked = createMemo(() => rank(props.row.cells, props.row.indicator.direction, figureOf(props.seen, props.row)))
  const figures = createMemo(() =>
    props.row.cells.flatMap((cell) => {
      const figure = figureOf(props.seen, props.row)(cell)
      return figure === undefined ? [] : [{ id: cell.teamId, figure }]
    }),
  )
  const spread = createMemo(() => spreadOf(figures(), inPercent(props.row.indicator)))
  const own = () => cellOf(props.row, props.seen.from?.id)
  const said = () => {
    const place = ranked().find(({ item }) => item === own())?.place
    const name = props.seen.from?.name
    return place === undefined || name === undefined
      ? t('comparison.spreadOf', { count: figures().length })
      : t('comparison.placeOf', { team: name, place, count: figures().length })
  }
  return (
    <figure class="chart">
      <RowCaption seen={props.seen} row={props.row} />
      <p class="said">{said()}</p>
      <Show when={figures().length > 0} fallback={<p class="meta">{t('comparison.nothingToDraw')}</p>}>
        <SpreadChart
          label={said()}
          spread={spread()}
          own={props.seen.from?.id}
          ownName={props.seen.from?.name}
          figureWords={(figure) => figureWords(props.row.indicator, figure)}
        />
      </Show>
      <DataTable summary={t('comparison.sameAsTable')}>
        <SpreadTable seen={props.seen} row={props.row} ranked={ranked()} />
      </DataTable>
    </figure>
  )
}

const figureOf =
  (seen: Seen, row: SeenRow) =>
  (cell: ShownCell): number | undefined =>
    isRanked(seen, row, cell) ? comparedFigure(row.indicator, cell) : undefined

function SpreadTable(props: {
  seen: Seen
  row: SeenRow
  ranked: readonly { item: ShownCell; place?: number | undefined }[]
}): JSX.Element {
  const name = (cell: ShownCell) => seenTeam(props.seen, cell.teamId).team.name
  return (
    <Scroll label={titleOf(props.row.indicator)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('comparison.place')}</th>
            <th scope="col">{t('record.team')}</th>
            <th scope="col" class="num-col">
              {t('record.figure')}
            </th>
            <th scope="col">{t('comparison.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.ranked}>
            {({ item, place }) => (
              <tr>
                <td>{place}</td>
                <th scope="row">{name(item)}</th>
                <td class="num-col">{cellWords(props.row.indicator, item)}</td>
                <td>{verdictWords(props.seen, props.row, item)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroll>
  )
}

export function SpreadKey(props: { seen: Seen }): JSX.Element {
  return (
    <Key>
      <Show when={props.seen.from}>
        {(from) => (
          <KeyItem
            width={12}
            mark={
              <>
                <line class="own-line" x1="6" x2="6" y1="0" y2="8" />
                <circle class="own" cx="6" cy="11" r="4.5" />
              </>
            }
          >
            {from().name}
          </KeyItem>
        )}
      </Show>
      <KeyItem width={12} mark={<circle class="dot" cx="6" cy="8" r="4.5" />}>
        {t('comparison.key.others')}
      </KeyItem>
      <KeyItem
        width={26}
        mark={
          <>
            <rect class="band" x="0" y="0" width="26" height="16" />
            <line class="ref" x1="13" x2="13" y1="0" y2="16" />
          </>
        }
      >
        {t('comparison.key.middle')}
      </KeyItem>
    </Key>
  )
}
