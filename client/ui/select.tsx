import { For, type JSX, Show } from 'solid-js'
import { t } from '../text.ts'
import { FieldFrame, type FieldProps } from './field.tsx'

export interface Option {
  value: string
  label: string
}

/** One of a few. Without a value it says so first, and chooses nothing for anybody. */
export function Select(
  props: FieldProps & {
    options: readonly Option[]
    value?: string | undefined
    onInput?: ((value: string) => void) | undefined
    /** The words of the empty choice; `false` where there must always be one. */
    empty?: string | false | undefined
  },
): JSX.Element {
  return (
    <FieldFrame {...props}>
      {(wired) => (
        <select {...wired()} onInput={(event) => props.onInput?.(event.currentTarget.value)}>
          <Show when={props.empty !== false}>
            <option value="" selected={!props.value}>
              {props.empty || t('ui.choose')}
            </option>
          </Show>
          <For each={props.options}>
            {(option) => (
              <option value={option.value} selected={option.value === props.value}>
                {option.label}
              </option>
            )}
          </For>
        </select>
      )}
    </FieldFrame>
  )
}
