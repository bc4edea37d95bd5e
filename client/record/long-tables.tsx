import { For, type JSX, Show } from 'solid-js'
import { comparePeriods } from '../../shared/period.ts'
import { paths } from '../paths.ts'
import { t } from '../text.ts'
import { Scroll } from '../ui/table.tsx'
import { DataTable } from './charts/data-table.tsx'
import { cellOf, type Seen, type SeenRow, type SeenTeam } from './comparison-seen.ts'
import { RecordCell } from './record-cell.tsx'
import { shortPeriod, titleOf, unitWords } from './words.ts'

interface TableProps {
  seen: Seen
  slug: string
}

/** A table an indicator, made when it is opened: a row a team, a column a period. */
export function LongTables(props: TableProps): JSX.Element {
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
                      {(cell) => <RecordCell seen={props.seen} row={row} cell={cell()} />}
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
