import { type JSX, Show } from 'solid-js'
import type { RefusalCode } from '../../shared/refusals.ts'
import { t } from '../text.ts'
import { uniqueId } from './solid.ts'

/**
 * Wraps whatever may be refused: it stays where it is, and the sentence that the server would answer with stands under
 * it. The inside gets the attributes that make it say so: spread them on the control.
 */
export function Refusable(props: {
  refusal: RefusalCode | undefined
  /** In place of the code's sentence, where the page knows more. */
  reason?: JSX.Element | undefined
  class?: string | undefined
  children: (attributes: { 'aria-disabled'?: 'true'; 'aria-describedby'?: string }) => JSX.Element
}): JSX.Element {
  const id = uniqueId()
  return (
    <Show when={props.refusal} fallback={props.children({})}>
      {(code) => (
        <div class={`refused ${props.class ?? ''}`}>
          {props.children({ 'aria-disabled': 'true', 'aria-describedby': id })}
          <p class="refusal" id={id}>
            {props.reason ?? t(`refusal.${code()}`)}
          </p>
        </div>
      )}
    </Show>
  )
}
