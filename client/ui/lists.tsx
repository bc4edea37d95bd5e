import { For, type JSX, Show } from 'solid-js'
import type { Day } from '../../shared/dates.ts'
import { formatDay } from '../text.ts'
import { uniqueId } from './solid.ts'

/** The column beside a page. */
export function Rail(props: { label: string; children: JSX.Element }): JSX.Element {
  return (
    <aside class="rail" aria-label={props.label}>
      {props.children}
    </aside>
  )
}

/** A named part of a page or of a rail. */
export function Part(props: { title: JSX.Element; id?: string | undefined; children: JSX.Element }): JSX.Element {
  const own = uniqueId()
  const id = () => props.id ?? own
  return (
    <section class="part" aria-labelledby={`${id()}-h`} id={props.id}>
      <h2 id={`${id()}-h`}>{props.title}</h2>
      {props.children}
    </section>
  )
}

/** Names and what they stand for, in two columns with hairlines. `rules`: a wide first column, for questions. */
export function Facts(props: { rules?: boolean | undefined; children: JSX.Element }): JSX.Element {
  return (
    <dl class="facts" classList={{ rules: props.rules === true }}>
      {props.children}
    </dl>
  )
}

export function Fact(props: { name: JSX.Element; children: JSX.Element }): JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

/** A list with hairlines between its rows; with `day`, each row begins with its date. */
export function Lines<Row>(props: {
  rows: readonly Row[]
  day?: ((row: Row) => Day) | undefined
  ordered?: boolean | undefined
  children: (row: Row) => JSX.Element
}): JSX.Element {
  const items = () => (
    <For each={props.rows}>
      {(row) => (
        <li>
          <Show when={props.day?.(row)} fallback={props.children(row)}>
            {(day) => (
              <>
                <time class="when" datetime={day()}>
                  {formatDay(day(), 'short')}
                </time>{' '}
                <span>{props.children(row)}</span>
              </>
            )}
          </Show>
        </li>
      )}
    </For>
  )
  return (
    <Show when={props.ordered || props.day} fallback={<ul class="lines">{items()}</ul>}>
      <ol class="lines" classList={{ dated: props.day !== undefined }}>
        {items()}
      </ol>
    </Show>
  )
}
