import { For, type JSX, Show } from 'solid-js'
import { t } from '../../text.ts'
import { uniqueId } from '../../ui/solid.ts'
import type { View } from '../comparison.ts'
import type { Seen, SeenRow } from '../comparison-seen.ts'
import { periodWords, titleOf } from '../words.ts'

/** One indicator and period out of many, chosen in the address. */
export function OneRow(props: {
  seen: Seen
  view: View
  onView: (view: View) => void
  children: (row: SeenRow) => JSX.Element
}): JSX.Element {
  const id = uniqueId()
  const keyOf = (row: SeenRow) => `${row.indicator.code}@${row.period}`
  const chosen = () => props.seen.rows.find((row) => keyOf(row) === props.view.of) ?? props.seen.rows[0]
  return (
    <>
      <p class="peer-of one-row">
        <label for={id}>{t('record.indicator')}</label>{' '}
        <select id={id} onInput={(event) => props.onView({ of: event.currentTarget.value })}>
          <For each={props.seen.rows}>
            {(row) => (
              <option value={keyOf(row)} selected={row === chosen()}>
                {titleOf(row.indicator)}, {periodWords(row.period)}
              </option>
            )}
          </For>
        </select>
      </p>
      <Show when={chosen()} keyed>
        {(row) => props.children(row)}
      </Show>
    </>
  )
}
