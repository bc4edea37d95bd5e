import { For, type JSX, Show } from 'solid-js'
import { useForm } from './form.tsx'
import type { Option } from './select.tsx'
import { uniqueId } from './solid.ts'

export function Checkbox(props: {
  label: JSX.Element
  name?: string | undefined
  checked?: boolean | undefined
  onChange?: ((checked: boolean) => void) | undefined
  hint?: JSX.Element | undefined
  disabled?: boolean | undefined
}): JSX.Element {
  const id = uniqueId()
  return (
    <div class="check">
      <label class="switch">
        <input
          type="checkbox"
          id={id}
          name={props.name}
          checked={props.checked === true}
          disabled={props.disabled}
          aria-describedby={props.hint ? `${id}-hint` : undefined}
          onChange={(event) => props.onChange?.(event.currentTarget.checked)}
        />{' '}
        {props.label}
      </label>
      <Show when={props.hint}>
        <div class="meta" id={`${id}-hint`}>
          {props.hint}
        </div>
      </Show>
    </div>
  )
}

/** One of a few, all in sight. The choices are never weighted. */
export function Choices(props: {
  label: string
  name: string
  options: readonly (Option & { hint?: string | undefined })[]
  value?: string | undefined
  onInput?: ((value: string) => void) | undefined
}): JSX.Element {
  const id = uniqueId()
  const form = useForm()
  form?.register(props.name, `${id}-0`, () => props.label)
  const error = () => form?.issue(props.name)
  return (
    <fieldset class="choices" aria-describedby={error() ? `${id}-error` : undefined}>
      <legend>{props.label}</legend>
      <For each={props.options}>
        {(option, index) => (
          <label class="choice" for={`${id}-${index()}`}>
            <input
              type="radio"
              id={`${id}-${index()}`}
              name={props.name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onInput?.(option.value)}
            />
            <span>
              {option.label}
              <Show when={option.hint}>
                {' '}
                <span class="meta">{option.hint}</span>
              </Show>
            </span>
          </label>
        )}
      </For>
      <Show when={error()}>
        <p class="issue" id={`${id}-error`}>
          {error()}
        </p>
      </Show>
    </fieldset>
  )
}
