import { createSignal, type JSX, Show } from 'solid-js'
import type { RefusalCode } from '../../shared/refusals.ts'
import { Button } from '../ui/button.tsx'
import { uniqueId } from '../ui/solid.ts'

/**
 * The button that opens a form under it; who may not send the form sees the button, and why. Closing the form keeps what
 * was written in it.
 */
export function OpenedForm(props: {
  label: string
  refusal: RefusalCode | undefined
  reason?: JSX.Element | undefined
  /** Given a way to close the form when it was sent. */
  children: (close: () => void) => JSX.Element
}): JSX.Element {
  const id = uniqueId()
  const [open, setOpen] = createSignal(false)
  const [made, setMade] = createSignal(false)
  const toggle = () => {
    setMade(true)
    setOpen(!open())
  }
  const shown = () => open() && props.refusal === undefined
  return (
    <div class="opened">
      <Button refusal={props.refusal} reason={props.reason} aria-expanded={shown()} aria-controls={id} onClick={toggle}>
        {props.label}
      </Button>
      <div id={id} hidden={!shown()}>
        <Show when={made()}>{props.children(() => setOpen(false))}</Show>
      </div>
    </div>
  )
}
