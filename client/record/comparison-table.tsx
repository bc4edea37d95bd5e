import { For, type JSX, Show } from 'solid-js'
import { comparedFigure } from '../../shared/comparison.ts'
import type { Indicator } from '../../shared/record.ts'
import { paths } from '../paths.ts'
import { formatNumber, t } from '../text.ts'
import { Scroll } from '../ui/table.tsx'
import type { Comparison, Row, ShownCell, Team } from './comparison.ts'
import { figureWords, periodWords, reasonWords, silenceWords, standingWords, unitWords } from './words.ts'

/** The records as a table that says all that the charts do, and why. */
export function ComparisonTable(props: {
  comparison: Comparison
  from: string | undefined
  slug: string
}): JSX.Element {
  const indicator = (row: Row) => props.comparison.indicators.find((one) => one.id === row.indicatorId)
  return (
    <section class="part" aria-labelledby="table-h">
      <h2 id="table-h">{t('record.theRecords')}</h2>
      <p>{t('record.theRecordsLede')}</p>
      <Scroll label={t('ui.wideTable', { caption: t('record.theRecords') })}>
        <table class="records">
          <caption class="vh">{t('record.theRecords')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('record.indicator')}</th>
              <For each={props.comparison.teams}>
                {(team) => <TeamHead team={team} own={team.id === props.from} slug={props.slug} />}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.comparison.rows}>
              {(row) => (
                <Show when={indicator(row)}>
                  {(found) => (
                    <tr>
                      <RowHead indicator={found()} indicators={props.comparison.indicators} row={row} />
                      <For each={row.cells}>
                        {(cell) => (
                          <CellShown indicator={found()} row={row} cell={cell} own={cell.teamId === props.from} />
                        )}
                      </For>
                    </tr>
                  )}
                </Show>
              )}
            </For>
          </tbody>
        </table>
      </Scroll>
      <Show when={props.comparison.asked > props.comparison.rows.length}>
        <p class="note">
          {t('record.onlyFirst', { shown: props.comparison.rows.length, asked: props.comparison.asked })}
        </p>
      </Show>
    </section>
  )
}

function TeamHead(props: { team: Team; own: boolean; slug: string }): JSX.Element {
  const words = () => {
    const { disclosed, method } = props.team
    if (!disclosed) return t('record.because.nothing_filed')
    return method ? t('record.methodVersion', { version: method.version }) : t('record.noMethod')
  }
  return (
    <th scope="col" classList={{ own: props.own }}>
      <Show when={props.team.disclosureId} fallback={props.team.name}>
        {(id) => <a href={paths.openDisclosure(props.slug, id())}>{props.team.name}</a>}
      </Show>{' '}
      <span>{words()}</span>
    </th>
  )
}

function RowHead(props: { indicator: Indicator; indicators: readonly Indicator[]; row: Row }): JSX.Element {
  return (
    <th scope="row">
      {props.indicator.title}{' '}
      <span>
        {unitWords(props.indicator, props.indicators)}; {periodWords(props.row.period)}
      </span>
      <Show when={props.indicator.illustrative}>
        {' '}
        <span class="illus">{t('record.illustrative')}</span>
      </Show>
    </th>
  )
}

function CellShown(props: { indicator: Indicator; row: Row; cell: ShownCell; own: boolean }): JSX.Element {
  const compared = () => comparedFigure(props.indicator, props.cell)
  const because = () => (props.cell.verdict.comparable ? undefined : props.cell.verdict.because)
  const silent = () => props.cell.value === undefined
  const figure = () =>
    compared() === undefined ? formatNumber(props.cell.value ?? 0) : figureWords(props.indicator, compared()!)
  return (
    <td classList={{ own: props.own, gone: silent(), nc: !silent() && because() !== undefined }}>
      <Show
        when={!silent()}
        fallback={
          <>
            <b>{silenceWords(props.cell)}</b>
            <Show when={props.cell.note}>
              {' '}
              <span class="verdict">{props.cell.note}</span>
            </Show>
          </>
        }
      >
        <b>{figure()}</b> <Beside {...props} />
        <span class="verdict">
          <Show when={because()} fallback={standingWords(props.indicator, props.cell)}>
            {(reason) => <>{t('ui.notComparable', { reason: reasonWords(reason()) })}</>}
          </Show>
        </span>
        <Show when={props.cell.note}>
          {' '}
          <span class="of">{props.cell.note}</span>
        </Show>
      </Show>
    </td>
  )
}

/** What stands beside a figure: the counts of a rate, a unit of its own, the period where it is another. */
function Beside(props: { row: Row; cell: ShownCell; indicator: Indicator }): JSX.Element {
  const words = () =>
    [
      props.indicator.denominatorId && props.cell.of !== undefined
        ? t('record.outOf', { value: formatNumber(props.cell.value ?? 0), of: formatNumber(props.cell.of) })
        : undefined,
      props.cell.unit,
      props.cell.period === props.row.period ? undefined : periodWords(props.cell.period),
    ].filter((word) => word !== undefined)
  return <For each={words()}>{(word) => <span class="of">{word} </span>}</For>
}
