import { For, type JSX, Show } from 'solid-js'
import type { Indicator } from '../../shared/record.ts'
import { paths } from '../paths.ts'
import { t } from '../text.ts'
import { Scroll } from '../ui/table.tsx'
import type { Seen, SeenRow, SeenTeam } from './comparison-seen.ts'
import { asideWords } from './comparison-words.ts'
import { LongTables } from './long-tables.tsx'
import { RecordCell } from './record-cell.tsx'
import { mostLines } from './ways/side.tsx'
import { periodWords, titleOf, unitWords } from './words.ts'

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
                <For each={row.cells}>{(cell) => <RecordCell seen={props.seen} row={row} cell={cell} />}</For>
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
