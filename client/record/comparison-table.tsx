import { For, type JSX, Show } from 'solid-js'
import { comparePeriods } from '../../shared/period.ts'
import type { Indicator } from '../../shared/record.ts'
import { paths } from '../paths.ts'
import { t } from '../text.ts'
import { Scroll } from '../ui/table.tsx'
import { DataTable } from './charts/data-table.tsx'
import type { ShownCell } from './comparison.ts'
import { cellOf, type Seen, type SeenRow, type SeenTeam, takesPart } from './comparison-seen.ts'
import { asideWords, cellWords, countedWords, verdictWords } from './comparison-words.ts'
import { mostLines } from './ways/side.tsx'
import { periodWords, shortPeriod, titleOf, unitWords } from './words.ts'

interface TableProps {
  seen: Seen
  slug: string
}

/** The records as a table that says all that the charts do, and why; of many teams, a table an indicator. */
export function ComparisonTable(props: TableProps): JSX.Element {
  return (
    <section class="part" aria-labelledby="table-h">
      <h2 id="table-h">{t('record.theRecords')}</h2>
      <p>{t('record.theRecordsLede')}</p>
      <Show when={props.seen.teams.length > mostLines} fallback={<Matrix {...props} />}>
        <LongTables {...props} />
      </Show>
      <Show when={props.seen.comparison.asked > props.seen.comparison.rows.length}>
        <p class="note">
          {t('record.onlyFirst', { shown: props.seen.comparison.rows.length, asked: props.seen.comparison.asked })}
        </p>
      </Show>
    </section>
  )
}

/** A row an indicator and period, a column a team. */
function Matrix(props: TableProps): JSX.Element {
  return (
    <Scroll label={t('ui.wideTable', { caption: t('record.theRecords') })}>
      <table class="records">
        <caption class="vh">{t('record.theRecords')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('record.indicator')}</th>
            <For each={props.seen.teams}>{(team) => <TeamHead seen={props.seen} team={team} slug={props.slug} />}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.seen.rows}>
            {(row) => (
              <tr>
                <RowHead indicators={props.seen.comparison.indicators} row={row} />
                <For each={row.cells}>{(cell) => <CellShown seen={props.seen} row={row} cell={cell} />}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroll>
  )
}

function TeamHead(props: { seen: Seen; team: SeenTeam; slug: string }): JSX.Element {
  const words = () => {
    const { disclosed, method } = props.team.team
    if (!disclosed) return t('record.because.nothing_filed')
    const by = method ? t('record.methodVersion', { version: method.version }) : t('record.noMethod')
    return [asideWords(props.team.likeness), by].filter(Boolean).join(', ')
  }
  return (
    <th scope="col" classList={{ own: props.team.own }}>
      <Show when={props.team.team.disclosureId} fallback={props.team.team.name}>
        {(id) => <a href={paths.openDisclosure(props.slug, id())}>{props.team.team.name}</a>}
      </Show>{' '}
      <span>{words()}</span>
    </th>
  )
}

function RowHead(props: { indicators: readonly Indicator[]; row: SeenRow }): JSX.Element {
  return (
    <th scope="row">
      {titleOf(props.row.indicator)}{' '}
      <span>
        {unitWords(props.row.indicator, props.indicators)}; {periodWords(props.row.period)}
      </span>
      <Show when={props.row.indicator.illustrative}>
        {' '}
        <span class="illus">{t('record.illustrative')}</span>
      </Show>
    </th>
  )
}

function CellShown(props: { seen: Seen; row: SeenRow; cell: ShownCell }): JSX.Element {
  const silent = () => props.cell.value === undefined
  const own = () => props.cell.teamId === props.seen.from?.id
  const words = () => cellWords(props.row.indicator, props.cell)
  return (
    <td classList={{ own: own(), gone: silent(), nc: !silent() && !takesPart(props.seen, props.row, props.cell) }}>
      <b>{words()}</b> <Beside {...props} />
      <Show when={!silent()}>
        <span class="verdict">{verdictWords(props.seen, props.row, props.cell)}</span>
      </Show>
      <Show when={props.cell.note}>
        {' '}
        <span class="of">{props.cell.note}</span>
      </Show>
    </td>
  )
}

/** What stands beside a figure: the counts of a rate, a unit of its own, the period where it is another. */
function Beside(props: { row: SeenRow; cell: ShownCell }): JSX.Element {
  const words = () =>
    [
      countedWords(props.row.indicator, props.cell),
      props.cell.unit,
      props.cell.period === props.row.period ? undefined : periodWords(props.cell.period),
    ].filter(Boolean)
  return <For each={words()}>{(word) => <span class="of">{word} </span>}</For>
}

/** A table an indicator, made when it is opened: a row a team, a column a period. */
function LongTables(props: TableProps): JSX.Element {
  const groups = () =>
    props.seen.comparison.indicators.flatMap((indicator) => {
      const rows = props.seen.rows.filter((row) => row.indicator.id === indicator.id)
      return rows.length === 0 ? [] : [rows.sort((a, b) => comparePeriods(b.period, a.period))]
    })
  const summary = (rows: readonly SeenRow[]) =>
    `${titleOf(rows[0]!.indicator)} (${unitWords(rows[0]!.indicator, props.seen.comparison.indicators)})`
  return (
    <For each={groups()}>
      {(rows, i) => (
        <DataTable summary={summary(rows)} open={i() === 0}>
          <LongTable {...props} rows={rows} name={summary(rows)} />
        </DataTable>
      )}
    </For>
  )
}

function LongTable(props: TableProps & { rows: readonly SeenRow[]; name: string }): JSX.Element {
  return (
    <Scroll label={props.name}>
      <table class="long-table">
        <thead>
          <tr>
            <th scope="col">{t('record.team')}</th>
            <For each={props.rows}>{(row) => <th scope="col">{shortPeriod(row.period)}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.seen.teams}>
            {(team) => (
              <tr classList={{ own: team.own }}>
                <TeamName team={team} slug={props.slug} />
                <For each={props.rows}>
                  {(row) => (
                    <Show when={cellOf(row, team.team.id)} fallback={<td />}>
                      {(cell) => <CellShown seen={props.seen} row={row} cell={cell()} />}
                    </Show>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Scroll>
  )
}

const TeamName = (props: { team: SeenTeam; slug: string }): JSX.Element => (
  <th scope="row">
    <Show when={props.team.team.disclosureId} fallback={props.team.team.name}>
      {(id) => <a href={paths.openDisclosure(props.slug, id())}>{props.team.team.name}</a>}
    </Show>
  </th>
)
