import { type JSX, Show } from 'solid-js'
import { t } from '../text.ts'
import { useForm } from './form.tsx'
import { uniqueId } from './solid.ts'

export interface FieldProps {
  label: string
  /** The name in the form, and the path of the schema that says what may stand here. */
  name?: string | undefined
  hint?: JSX.Element | undefined
  /** Given, it stands in place of what the form says about `name`. */
  error?: string | undefined
  optional?: boolean | undefined
  required?: boolean | undefined
  disabled?: boolean | undefined
  /** Seen by screen readers only; the place must make plain to others what the field is. */
  hideLabel?: boolean | undefined
}

export interface Wired {
  id: string
  name: string | undefined
  required: boolean | undefined
  disabled: boolean | undefined
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

/** Label above, hint and error below, all wired to the control that `children` makes. */
export function FieldFrame(props: FieldProps & { children: (wired: () => Wired) => JSX.Element }): JSX.Element {
  const id = uniqueId()
  const form = useForm()
  if (props.name) form?.register(props.name, id, () => props.label)
  const error = () => props.error ?? (props.name ? form?.issue(props.name) : undefined)
  const described = () => [props.hint && `${id}-hint`, error() && `${id}-error`].filter(Boolean).join(' ') || undefined
  const wired = (): Wired => ({
    id,
    name: props.name,
    required: props.required,
    disabled: props.disabled,
    'aria-describedby': described(),
    'aria-invalid': error() ? 'true' : undefined,
  })
  return (
    <div class="form-row">
      <label for={id} classList={{ vh: props.hideLabel === true }}>
        {props.label}{' '}
        <Show when={props.optional}>
          <span class="illus">{t('ui.optional')}</span>
        </Show>
      </label>
      {props.children(wired)}
      <Show when={props.hint}>
        <div class="meta" id={`${id}-hint`}>
          {props.hint}
        </div>
      </Show>
      <Show when={error()}>
        <p class="issue" id={`${id}-error`}>
          {error()}
        </p>
      </Show>
    </div>
  )
}

interface Typed {
  value?: string | undefined
  onInput?: ((value: string) => void) | undefined
}

export function Field(
  props: FieldProps &
    Typed & {
      type?: 'text' | 'email' | 'password' | 'search' | 'number' | 'url' | undefined
      autocomplete?: string | undefined
      placeholder?: string | undefined
      maxlength?: number | undefined
      inputmode?: 'text' | 'decimal' | 'numeric' | 'email' | undefined
    },
): JSX.Element {
  return (
    <FieldFrame {...props}>
      {(wired) => (
        <input
          {...wired()}
          type={props.type ?? 'text'}
          class="box"
          value={props.value ?? ''}
          autocomplete={props.autocomplete}
          placeholder={props.placeholder}
          maxlength={props.maxlength}
          inputmode={props.inputmode}
          onInput={(event) => props.onInput?.(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  )
}

export function TextArea(
  props: FieldProps &
    Typed & { rows?: number | undefined; maxlength?: number | undefined; placeholder?: string | undefined },
): JSX.Element {
  return (
    <FieldFrame {...props}>
      {(wired) => (
        <textarea
          {...wired()}
          class="box"
          rows={props.rows ?? 3}
          maxlength={props.maxlength}
          placeholder={props.placeholder}
          value={props.value ?? ''}
          onInput={(event) => props.onInput?.(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  )
}
