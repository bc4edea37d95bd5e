import { type JSX, Show } from 'solid-js'
import type * as Y from 'yjs'
import type { PeerUser } from '../../shared/live.ts'
import { t } from '../text.ts'
import { Who } from '../ui/who.tsx'
import { createLiveField } from './live-field.ts'
import type { LiveText } from './live-text.ts'
import { signOf } from './peers.ts'

export interface PlainFieldProps {
  live: LiveText
  map: Y.Map<unknown>
  /** The key in the map; does not change. */
  name: string
  id: string
  label: JSX.Element
  /** What the field is called to peers; the id where absent. */
  place?: string | undefined
  /** The width in the grid of six. */
  width?: 1 | 2 | 3 | 4 | undefined
  /** The word beside the label when the entry is missing, and what would satisfy it. */
  missing?: JSX.Element | undefined
  why?: JSX.Element | undefined
  placeholder?: string | undefined
  maxlength?: number | undefined
  editable?: boolean | undefined
  /** The reader's own delegation: its own people do not make a field look busy. */
  delegationId?: string | undefined
  nameOf: (user: PeerUser) => string
  /** Another control than a text: gets what it needs to be wired. */
  children?: ((control: PlainControl) => JSX.Element) | undefined
}

export interface PlainControl {
  id: string
  value: string
  disabled: boolean
  describedBy: string | undefined
  write(text: string): void
  onFocus(): void
  onBlur(): void
}

/** One entry of a live map, as the terms of a measure are filled in: label, control, who else is in it, what it lacks. */
export function PlainField(props: PlainFieldProps): JSX.Element {
  const field = createLiveField({
    live: props.live,
    map: () => props.map,
    key: props.name,
    place: props.place ?? props.id,
    delegationId: props.delegationId,
  })
  const editable = () => props.editable ?? props.live.editable()
  const control: PlainControl = {
    get id() {
      return props.id
    },
    get value() {
      return field.value()
    },
    get disabled() {
      return !editable()
    },
    get describedBy() {
      return props.why ? `${props.id}-why` : undefined
    },
    write: field.write,
    onFocus: field.onFocus,
    onBlur: field.onBlur,
  }
  return (
    <div
      class={`field w${props.width ?? 2}`}
      classList={{ lacks: Boolean(props.missing), busy: field.busy() !== undefined }}
    >
      <label for={props.id}>
        {props.label} <Show when={props.missing}>{(word) => <span class="missing">{word()}</span>}</Show>
        <Show when={field.busy()}>
          {(peer) => (
            <>
              <Who {...signOf(peer().user)} />
              <span class="vh">{t('live.writingHere', { name: props.nameOf(peer().user) })}</span>
            </>
          )}
        </Show>
      </label>
      <Show when={props.children} fallback={<Lines control={control} props={props} />}>
        {(render) => render()(control)}
      </Show>
      <Show when={props.why}>
        <span class="why" id={`${props.id}-why`}>
          {props.why}
        </span>
      </Show>
    </div>
  )
}

function Lines(own: { control: PlainControl; props: PlainFieldProps }): JSX.Element {
  return (
    <textarea
      id={own.control.id}
      rows={1}
      value={own.control.value}
      readOnly={own.control.disabled}
      placeholder={own.props.placeholder}
      maxlength={own.props.maxlength}
      aria-describedby={own.control.describedBy}
      onInput={(event) => own.control.write(event.currentTarget.value)}
      onFocus={own.control.onFocus}
      onBlur={own.control.onBlur}
    />
  )
}
