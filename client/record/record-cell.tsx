import { For, type JSX, Show } from 'solid-js'
import type { ShownCell } from './comparison.ts'
import { type Seen, type SeenRow, takesPart } from './comparison-seen.ts'
import { cellWords, countedWords, verdictWords } from './comparison-words.ts'
import { periodWords } from './words.ts'

/** A record in a table: its figure or why there is none, what it counts, and what is to be said of it beside the others. */
export function RecordCell(props: { seen: Seen; row: SeenRow; cell: ShownCell }): JSX.Element {
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
