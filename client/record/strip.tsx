import { For, type JSX, Show } from 'solid-js'
import type { Indicator } from '../../shared/record.ts'
import { drawnFigure, type Strip as Scale, stripOf } from '../../shared/strip.ts'
import { formatNumber, t } from '../text.ts'
import type { Row, ShownCell, Team } from './comparison.ts'
import { figureWords, periodWords, reasonWords, silenceWords, standingWords, unitWords } from './words.ts'

/**
 * One indicator, a line a team: where its figure lies, where it was, how far it is from the best. Drawn in per cent, so
 * that text never scales; names and values are text, and the table under it says the same.
 */
export function Strip(props: {
  indicator: Indicator
  indicators: readonly Indicator[]
  row: Row
  teams: readonly Team[]
  from: string | undefined
}): JSX.Element {
  const scale = () => stripOf(props.indicator, props.row.cells)
  const team = (cell: ShownCell) => props.teams.find((one) => one.id === cell.teamId)
  const name = (cell: ShownCell) => team(cell)?.name ?? ''
  /** Who filed nothing is named above the charts and in the table. */
  const cells = () => props.row.cells.filter((cell) => team(cell)?.disclosed)
  const label = () =>
    cells()
      .map((cell) => `${name(cell)}: ${inWords(props.indicator, cell)}`)
      .join('; ')
  return (
    <figure class="strip">
      <figcaption>
        <b>{props.indicator.title}</b>{' '}
        <span>
          {unitWords(props.indicator, props.indicators)}; {periodWords(props.row.period)};{' '}
          {t(`record.better.${props.indicator.direction}`)}
          <Show when={props.indicator.illustrative}>
            ; <i>{t('record.illustrative')}</i>
          </Show>
        </span>
      </figcaption>
      <div class="strip-plot strip-lines" role="img" aria-label={label()}>
        <For each={cells()}>
          {(cell) => (
            <Line
              indicator={props.indicator}
              cell={cell}
              name={name(cell)}
              scale={scale()}
              own={cell.teamId === props.from}
            />
          )}
        </For>
      </div>
      <Show when={cells().some((cell) => drawnFigure(props.indicator, cell) !== undefined)}>
        <p class="axis" aria-hidden="true">
          <span>{figureWords(props.indicator, scale().low)}</span>
          <span>{figureWords(props.indicator, scale().high)}</span>
        </p>
      </Show>
    </figure>
  )
}

function Line(props: { indicator: Indicator; cell: ShownCell; name: string; scale: Scale; own: boolean }): JSX.Element {
  const figure = () => drawnFigure(props.indicator, props.cell)
  const own = () => ({ own: props.own })
  return (
    <>
      <span class="l" classList={own()}>
        {props.name}
      </span>
      <Show when={figure() !== undefined} fallback={<span class="w">{silence(props.cell)}</span>}>
        <Plot {...props} figure={figure()!} />
        <span class="v" classList={own()}>
          {figureWords(props.indicator, figure()!)}
        </span>
      </Show>
    </>
  )
}

function Plot(props: { cell: ShownCell; scale: Scale; own: boolean; figure: number }): JSX.Element {
  const at = () => props.scale.at(props.figure)
  const behind = () => props.cell.standing === 'behind' && props.scale.best !== undefined
  const shape = () => (props.cell.verdict.comparable ? (props.own ? 'own' : 'dot') : 'nc')
  return (
    <svg width="100%" height="28" aria-hidden="true">
      <line class="row" x1="0" x2="100%" y1="14" y2="14" />
      <Show when={behind()}>
        <line class="gap" x1={at()} x2={props.scale.at(props.scale.best!)} y1="14" y2="14" />
        <line
          class="gap"
          x1={props.scale.at(props.scale.best!)}
          x2={props.scale.at(props.scale.best!)}
          y1="8"
          y2="20"
        />
      </Show>
      <Show when={props.cell.before !== undefined}>
        <line class="move" x1={props.scale.at(props.cell.before!)} x2={at()} y1="14" y2="14" />
        <circle class="was" cx={props.scale.at(props.cell.before!)} cy="14" r="2.5" />
      </Show>
      <circle class={shape()} cx={at()} cy="14" r={shape() === 'nc' ? 5 : 4.5} />
    </svg>
  )
}

/** A count without its denominator has no place on a scale of rates: it is said in words. */
const silence = (cell: ShownCell): string =>
  cell.value === undefined ? silenceWords(cell) : t('record.valueOnly', { value: formatNumber(cell.value) })

function inWords(indicator: Indicator, cell: ShownCell): string {
  const figure = drawnFigure(indicator, cell)
  const words = figure === undefined ? silence(cell) : figureWords(indicator, figure)
  if (cell.verdict.comparable) return `${words}, ${standingWords(indicator, cell)}`
  return cell.value === undefined
    ? words
    : `${words}, ${t('ui.notComparable', { reason: reasonWords(cell.verdict.because) })}`
}

/** What the marks mean. */
export const StripKey = (): JSX.Element => (
  <ul class="key">
    <li>
      <svg width="30" height="16" aria-hidden="true">
        <line class="move" x1="4" x2="20" y1="8" y2="8" />
        <circle class="was" cx="4" cy="8" r="2.5" />
        <circle class="dot" cx="22" cy="8" r="4.5" />
      </svg>{' '}
      {t('record.key.before')}
    </li>
    <li>
      <svg width="26" height="16" aria-hidden="true">
        <line class="gap" x1="2" x2="22" y1="8" y2="8" />
        <line class="gap" x1="22" x2="22" y1="2" y2="14" />
      </svg>{' '}
      {t('record.key.gap')}
    </li>
    <li>
      <svg width="14" height="16" aria-hidden="true">
        <circle class="nc" cx="7" cy="8" r="5" />
      </svg>{' '}
      {t('record.key.notComparable')}
    </li>
  </ul>
)
