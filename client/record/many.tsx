import { createSignal, For, type JSX, Show } from 'solid-js'
import { t } from '../text.ts'
import { uniqueId } from '../ui/solid.ts'

/** Lists past this can be searched. */
const longList = 12

/** Some of many, closed until it is needed; a long list can be searched. Nothing chosen: all, or the latest. */
export function Many(props: {
  name: string
  summary: string
  values: readonly string[]
  label: (value: string) => string
  chosen: readonly string[]
  onChosen: (list: string | undefined) => void
}): JSX.Element {
  const id = uniqueId()
  const [find, setFind] = createSignal('')
  const found = (value: string) =>
    props.chosen.includes(value) || props.label(value).toLocaleLowerCase().includes(find().trim().toLocaleLowerCase())
  const toggle = (value: string, on: boolean) => {
    const next = props.values.filter((one) => (one === value ? on : props.chosen.includes(one)))
    props.onChosen(next.join(',') || undefined)
  }
  return (
    <Show when={props.values.length > 1}>
      <details class="disclose peer-many">
        <summary>{props.summary}</summary>
        <Show when={props.values.length > longList}>
          <p class="peer-find">
            <label class="vh" for={id}>
              {t('comparison.find', { name: props.name })}
            </label>
            <input
              id={id}
              type="search"
              placeholder={t('comparison.find', { name: props.name })}
              onInput={(event) => setFind(event.currentTarget.value)}
            />
          </p>
        </Show>
        <fieldset>
          <legend class="vh">{props.name}</legend>
          <For each={props.values.filter(found)}>
            {(value) => (
              <label>
                <input
                  type="checkbox"
                  checked={props.chosen.includes(value)}
                  onChange={(event) => toggle(value, event.currentTarget.checked)}
                />{' '}
                {props.label(value)}
              </label>
            )}
          </For>
        </fieldset>
        <Show when={props.chosen.length > 0}>
          <button type="button" class="link" onClick={() => props.onChosen(undefined)}>
            {t('comparison.clear')}
          </button>
        </Show>
      </details>
    </Show>
  )
}
