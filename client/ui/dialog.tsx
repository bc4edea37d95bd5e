import { createEffect, type JSX, Show } from 'solid-js'
import { t } from '../text.ts'
import { uniqueId } from './solid.ts'
import { forgetProblem, toldProblem } from './toast.tsx'

/** The browser's own dialog: it holds the focus, closes on Escape, and gives the focus back. */
export function Dialog(props: {
  open: boolean
  title: string
  /** Also on Escape. */
  onClose: () => void
  children: JSX.Element
}): JSX.Element {
  const id = uniqueId()
  let dialog: HTMLDialogElement | undefined
  createEffect(() => {
    if (props.open && !dialog?.open) {
      forgetProblem()
      dialog?.showModal()
    }
    if (!props.open && dialog?.open) dialog.close()
  })
  return (
    <dialog
      class="dialog"
      ref={(element) => {
        dialog = element
      }}
      aria-labelledby={id}
      onClose={() => props.onClose()}
    >
      <Show when={props.open}>
        <div class="agenda-head">
          <h2 id={id}>{props.title}</h2>
          <button type="button" class="link" onClick={() => props.onClose()}>
            {t('ui.close')}
          </button>
        </div>
        <div class="stack">
          {props.children}
          <div role="alert">
            <Show when={toldProblem()}>{(words) => <p class="issue">{words()}</p>}</Show>
          </div>
        </div>
      </Show>
    </dialog>
  )
}
