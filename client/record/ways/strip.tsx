import { createMemo, For, type JSX, Show } from 'solid-js'
import { drawnFigure, type Strip as Scale, stripOf } from '../../../shared/strip.ts'
import { formatNumber, t } from '../../text.ts'
import { Key, KeyItem } from '../../ui/key.tsx'
import type { ShownCell } from '../comparison.ts'
import { cellOf, hasAside, type Seen, type SeenRow, seenTeam, takesPart } from '../comparison-seen.ts'
import { cellWords, verdictWords } from '../comparison-words.ts'
import { figureWords, gapWords, silenceWords } from '../words.ts'
import { RowCaption } from './row-caption.tsx'

/**
 * One indicator, a line a team: where its figure lies, where it was, how far it is from the peer that it is behind. Drawn
 * in per cent, so that text never scales; names and values are text, and the table under it says the same.
 */
export function Strip(props: { seen: Seen; row: SeenRow }): JSX.Element {
  const scale = createMemo(() => stripOf(props.row.indicator, props.row.cells))
  const name = (cell: ShownCell) => seenTeam(props.seen, cell.teamId).team.name
  /** Who filed nothing is named above the charts and in the table. */
  const cells = () => props.row.cells.filter((cell) => seenTeam(props.seen, cell.teamId).team.disclosed)
  const words = (cell: ShownCell) =>
    [cellWords(props.row.indicator, cell), verdictWords(props.seen, props.row, cell)].filter(Boolean).join(', ')
  const label = () =>
    cells()
      .map((cell) => `${name(cell)}: ${words(cell)}`)
      .join('; ')
  return (
    <figure class="strip">
      <RowCaption seen={props.seen} row={props.row} />
      <div class="strip-plot strip-lines" role="img" aria-label={label()}>
        <For each={cells()}>
          {(cell) => <Line seen={props.seen} row={props.row} cell={cell} name={name(cell)} scale={scale()} />}
        </For>
      </div>
      <Show when={cells().some((cell) => drawnFigure(props.row.indicator, cell) !== undefined)}>
        <p class="axis" aria-hidden="true">
          <span>{figureWords(props.row.indicator, scale().low)}</span>
          <span>{figureWords(props.row.indicator, scale().high)}</span>
        </p>
      </Show>
    </figure>
  )
}

interface LineProps {
  seen: Seen
  row: SeenRow
  cell: ShownCell
  name: string
  scale: Scale
}

function Line(props: LineProps): JSX.Element {
  const figure = () => drawnFigure(props.row.indicator, props.cell)
  const team = () => seenTeam(props.seen, props.cell.teamId)
  const look = () => ({ own: team().own, aside: !team().likeness.similar })
  return (
    <>
      <span class="l" classList={look()}>
        {props.name}
      </span>
      <Show when={figure() !== undefined} fallback={<span class="w">{silence(props.cell)}</span>}>
        <Plot {...props} own={look().own} aside={look().aside} figure={figure()!} />
        <span class="v" classList={look()}>
          {figureWords(props.row.indicator, figure()!)}
        </span>
      </Show>
    </>
  )
}

function Plot(props: LineProps & { own: boolean; aside: boolean; figure: number }): JSX.Element {
  const at = () => props.scale.at(props.figure)
  const before = () => props.cell.before
  const shape = () => {
    if (!takesPart(props.seen, props.row, props.cell)) return 'nc'
    return props.own ? 'own' : props.aside ? 'aside' : 'dot'
  }
  return (
    <svg width="100%" height="28" aria-hidden="true">
      <line class="row" x1="0" x2="100%" y1="14" y2="14" />
      <Show when={before() !== undefined}>
        <line class="move" x1={props.scale.at(before()!)} x2={at()} y1="14" y2="14" />
        <circle class="was" cx={props.scale.at(before()!)} cy="14" r="2.5" />
      </Show>
      <Gap {...props} />
      <circle class={shape()} cx={at()} cy="14" r={shape() === 'nc' ? 5 : 4.5} />
    </svg>
  )
}

/** From a record to the peer that it is behind, with how far that is, on the side where there is room. */
function Gap(props: LineProps & { own: boolean; aside: boolean; figure: number }): JSX.Element {
  const peer = () => {
    const cell = props.cell.standing === 'behind' ? cellOf(props.row, props.cell.peerId) : undefined
    return props.aside ? undefined : cell && drawnFigure(props.row.indicator, cell)
  }
  const at = () => props.scale.at(props.figure)
  const place = () => Number.parseFloat(at())
  const outward = () => (props.figure < peer()! ? -1 : 1)
  const hasRoom = () => (outward() < 0 ? place() > 32 : place() < 68)
  return (
    <Show when={peer() !== undefined}>
      <line class="gap" x1={at()} x2={props.scale.at(peer()!)} y1="14" y2="14" />
      <line class="gap" x1={props.scale.at(peer()!)} x2={props.scale.at(peer()!)} y1="8" y2="20" />
      <Show when={hasRoom() && props.cell.before === undefined}>
        <text class="gap-t" x={at()} dx={outward() * 9} y="18" text-anchor={outward() < 0 ? 'end' : 'start'}>
          {t('comparison.gapOf', { gap: gapWords(props.row.indicator, props.cell.gap ?? 0) })}
        </text>
      </Show>
    </Show>
  )
}

/** A count without its denominator has no place on a scale of rates: it is said in words. */
const silence = (cell: ShownCell): string =>
  cell.value === undefined ? silenceWords(cell) : t('record.valueOnly', { value: formatNumber(cell.value) })

/** What the marks mean. */
export function StripKey(props: { seen: Seen }): JSX.Element {
  return (
    <Key>
      <Show when={props.seen.rows.some((row) => row.cells.some((cell) => cell.before !== undefined))}>
        <KeyItem
          width={30}
          mark={
            <>
              <line class="move" x1="4" x2="20" y1="8" y2="8" />
              <circle class="was" cx="4" cy="8" r="2.5" />
              <circle class="dot" cx="22" cy="8" r="4.5" />
            </>
          }
        >
          {t('record.key.before')}
        </KeyItem>
      </Show>
      <KeyItem
        width={26}
        mark={
          <>
            <line class="gap" x1="2" x2="22" y1="8" y2="8" />
            <line class="gap" x1="22" x2="22" y1="2" y2="14" />
          </>
        }
      >
        {t('comparison.key.gap')}
      </KeyItem>
      <KeyItem width={14} mark={<circle class="nc" cx="7" cy="8" r="5" />}>
        {t('record.key.notComparable')}
      </KeyItem>
      <Show when={hasAside(props.seen)}>
        <KeyItem width={12} mark={<circle class="aside" cx="6" cy="8" r="4.5" />}>
          {t('comparison.key.aside')}
        </KeyItem>
      </Show>
    </Key>
  )
}
