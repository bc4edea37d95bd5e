import { createSignal, type JSX, splitProps } from 'solid-js'
import type { RefusalCode } from '../../shared/refusals.ts'
import { asProblem } from '../api.ts'
import { t } from '../text.ts'
import { Refusable } from './refusable.tsx'
import { tellProblem } from './toast.tsx'

export interface ButtonProps {
  children: JSX.Element
  /** May return a promise: the button is busy until it settles, and a problem is told in the status line. */
  onClick?: ((event: MouseEvent) => unknown) | undefined
  /** Stays visible and focusable, and says why. */
  refusal?: RefusalCode | undefined
  /** In place of the refusal's own sentence, where the page knows more. */
  reason?: JSX.Element | undefined
  busy?: boolean | undefined
  primary?: boolean | undefined
  big?: boolean | undefined
  type?: 'button' | 'submit' | undefined
  id?: string | undefined
  form?: string | undefined
  'aria-label'?: string | undefined
  'aria-expanded'?: boolean | undefined
  'aria-controls'?: string | undefined
  'aria-pressed'?: boolean | undefined
  'aria-describedby'?: string | undefined
}

const own = ['children', 'onClick', 'refusal', 'reason', 'busy', 'primary', 'big', 'type'] as const

export function Button(props: ButtonProps): JSX.Element {
  const [mine, rest] = splitProps(props, own)
  const [running, setRunning] = createSignal(false)
  const busy = () => mine.busy || running()
  const press = async (event: MouseEvent) => {
    if (mine.refusal || busy()) return event.preventDefault()
    const result = mine.onClick?.(event)
    if (!(result instanceof Promise)) return
    setRunning(true)
    try {
      await result
    } catch (thrown) {
      tellProblem(asProblem(thrown))
    }
    setRunning(false)
  }
  return (
    <Refusable refusal={mine.refusal} reason={mine.reason}>
      {(attributes) => (
        <button
          {...rest}
          {...attributes}
          type={mine.type ?? 'button'}
          class="button"
          classList={{ primary: mine.primary === true, big: mine.big === true }}
          aria-busy={busy() || undefined}
          onClick={press}
        >
          {mine.children}
          {busy() && <span class="vh">{t('ui.busy')}</span>}
        </button>
      )}
    </Refusable>
  )
}
