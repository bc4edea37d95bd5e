import { createMemo, For, type JSX, Show } from 'solid-js'
import { rank } from '../../../shared/charts/ranking.ts'
import { scaleFromZero } from '../../../shared/charts/scale.ts'
import { comparedFigure } from '../../../shared/comparison.ts'
import { inPercent } from '../../../shared/record.ts'
import { paths } from '../../paths.ts'
import { formatPercent, t } from '../../text.ts'
import { Key, KeyItem } from '../../ui/key.tsx'
import { type RankedRow, RankedTable } from '../charts/ranked-table.tsx'
import type { ShownCell, View } from '../comparison.ts'
import { bestOf, hasAside, isRanked, type Seen, type SeenRow, seenTeam, takesPart } from '../comparison-seen.ts'
import { cellWords, countedWords, intervalWords, verdictWords } from '../comparison-words.ts'
import { figureWords, titleOf } from '../words.ts'
import { OneRow } from './one-row.tsx'
import { RowCaption } from './row-caption.tsx'
import { mostLines } from './side.tsx'

/** The teams in order, each figure with how far the truth may lie from it; with many teams, one indicator at a time. */
export function RankedWay(props: { seen: Seen; view: View; slug: string; onView: (view: View) => void }): JSX.Element {
  const level = () => props.seen.rows.flatMap((row) => row.cells).find((cell) => cell.interval)?.interval?.level
  const ranking = (row: SeenRow) => <Ranking seen={props.seen} row={row} slug={props.slug} />
  return (
    <>
      <div class="multi-head">
        <h2>{t('comparison.way.ranked')}</h2>
        <RankedKey aside={hasAside(props.seen)} />
      </div>
      <Show when={level()}>
        {(known) => <p class="note">{t('comparison.intervalNote', { level: formatPercent(known() * 100) })}</p>}
      </Show>
      <Show
        when={props.seen.teams.length > mostLines}
        fallback={<For each={props.seen.rows}>{(row) => ranking(row)}</For>}
      >
        <OneRow {...props}>{ranking}</OneRow>
      </Show>
    </>
  )
}

function Ranking(props: { seen: Seen; row: SeenRow; slug: string }): JSX.Element {
  const figure = (cell: ShownCell) => comparedFigure(props.row.indicator, cell)
  const ranked = createMemo(() =>
    rank(props.row.cells, props.row.indicator.direction, (cell) =>
      isRanked(props.seen, props.row, cell) ? figure(cell) : undefined,
    ),
  )
  const scale = createMemo(() =>
    scaleFromZero(
      props.row.cells.flatMap((cell) => [figure(cell) ?? [], cell.interval?.high ?? []].flat()),
      inPercent(props.row.indicator),
    ),
  )
  const best = createMemo(() => {
    const cell = bestOf(props.seen, props.row)
    return cell && figure(cell)
  })
  const rows = createMemo(() => ranked().map(({ item, place }) => rowOf(props, item, place)))
  return (
    <figure class="chart ranked-figure">
      <RowCaption seen={props.seen} row={props.row} />
      <RankedTable
        caption={titleOf(props.row.indicator)}
        scale={scale()}
        best={best()}
        figureWords={(one) => figureWords(props.row.indicator, one)}
        rows={rows()}
        verdictHead={
          props.seen.from ? t('comparison.verdictFrom', { team: props.seen.from.name }) : t('comparison.verdict')
        }
      />
    </figure>
  )
}

function rowOf(
  { seen, row, slug }: { seen: Seen; row: SeenRow; slug: string },
  cell: ShownCell,
  place: number | undefined,
): RankedRow {
  const { team, own, likeness } = seenTeam(seen, cell.teamId)
  return {
    id: team.id,
    name: team.name,
    href: team.disclosureId && paths.openDisclosure(slug, team.disclosureId),
    place,
    own,
    aside: !likeness.similar,
    comparable: takesPart(seen, row, cell),
    figure: comparedFigure(row.indicator, cell),
    low: cell.interval?.low,
    high: cell.interval?.high,
    words: cellWords(row.indicator, cell),
    between: intervalWords(row.indicator, cell),
    counted: countedWords(row.indicator, cell),
    verdict: verdictWords(seen, row, cell),
  }
}

function RankedKey(props: { aside: boolean }): JSX.Element {
  return (
    <Key>
      <KeyItem
        width={30}
        mark={
          <>
            <line class="reach" x1="1" x2="29" y1="8" y2="8" />
            <line class="reach" x1="1" x2="1" y1="4" y2="12" />
            <line class="reach" x1="29" x2="29" y1="4" y2="12" />
            <circle class="dot" cx="13" cy="8" r="4.5" />
          </>
        }
      >
        {t('comparison.key.interval')}
      </KeyItem>
      <KeyItem width={8} mark={<line class="ref" x1="4" x2="4" y1="0" y2="16" />}>
        {t('comparison.key.bestAt')}
      </KeyItem>
      <KeyItem width={14} mark={<circle class="nc" cx="7" cy="8" r="5" />}>
        {t('record.key.notComparable')}
      </KeyItem>
      <Show when={props.aside}>
        <KeyItem width={12} mark={<circle class="aside" cx="6" cy="8" r="4.5" />}>
          {t('comparison.key.aside')}
        </KeyItem>
      </Show>
    </Key>
  )
}
