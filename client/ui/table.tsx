import { createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { t } from '../text.ts'

/** A role that the element has already, said again: a phone shows the table as blocks, and blocks lose their roles. */
export const as = (role: 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell') => ({ role })

export interface Column<Row> {
  head: JSX.Element
  /** Plain words of the head, said before each cell where a phone stacks the table. */
  label?: string | undefined
  cell: (row: Row, index: () => number) => JSX.Element
  /** The column that names its row. */
  isHead?: boolean | undefined
  /** Figures, set to the end. */
  numeric?: boolean | undefined
}

/**
 * A real table. On a phone it turns into blocks (`stack`) or, where comparing matters more, scrolls in its own region.
 */
export function Table<Row>(props: {
  caption: string
  hideCaption?: boolean | undefined
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  stack?: boolean | undefined
  class?: string | undefined
  rowClass?: ((row: Row) => string | undefined) | undefined
  /** What stands in place of the rows where there are none. */
  empty?: JSX.Element | undefined
}): JSX.Element {
  const table = (): JSX.Element => (
    <table class={props.class} classList={{ 'stack-table': props.stack === true }} {...as('table')}>
      <caption classList={{ vh: props.hideCaption === true }}>{props.caption}</caption>
      <thead {...as('rowgroup')}>
        <tr {...as('row')}>
          <For each={props.columns}>
            {(column) => (
              <th {...as('columnheader')} scope="col" classList={{ 'num-col': column.numeric === true }}>
                {column.head}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody {...as('rowgroup')}>
        <For each={props.rows}>
          {(row, index) => (
            <tr {...as('row')} class={props.rowClass?.(row)}>
              <For each={props.columns}>{(column) => <Cell column={column} row={row} index={index} />}</For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  )
  return (
    <Show when={props.rows.length > 0 || props.empty === undefined} fallback={props.empty}>
      <Show
        when={props.stack}
        fallback={<Scroll label={t('ui.wideTable', { caption: props.caption })}>{table()}</Scroll>}
      >
        {table()}
      </Show>
    </Show>
  )
}

function Cell<Row>(props: { column: Column<Row>; row: Row; index: () => number }): JSX.Element {
  const content = () => props.column.cell(props.row, props.index)
  const label = () => props.column.label ?? (typeof props.column.head === 'string' ? props.column.head : undefined)
  return (
    <Show
      when={props.column.isHead}
      fallback={
        <td {...as('cell')} classList={{ 'num-col': props.column.numeric === true }} data-label={label()}>
          {content()}
        </td>
      }
    >
      <th {...as('rowheader')} scope="row">
        {content()}
      </th>
    </Show>
  )
}

/** A region that scrolls by itself, and can be focused only while there is something to scroll to. */
export function Scroll(props: { label: string; children: JSX.Element }): JSX.Element {
  const [scrolls, setScrolls] = createSignal(false)
  let box: HTMLDivElement | undefined
  onMount(() => {
    if (!box) return
    const region = box
    const observer = new ResizeObserver(() =>
      setScrolls(region.scrollWidth > region.clientWidth || region.scrollHeight > region.clientHeight),
    )
    observer.observe(region)
    if (region.firstElementChild) observer.observe(region.firstElementChild)
    onCleanup(() => observer.disconnect())
  })
  return (
    <div
      class="scroll"
      ref={(element) => {
        box = element
      }}
      {...(scrolls() ? { role: 'region', 'aria-label': props.label, tabindex: 0 } : {})}
    >
      {props.children}
    </div>
  )
}
