import { createSignal, type JSX, Show } from 'solid-js'
import { type Problem, problemText } from '../api.ts'
import { t } from '../text.ts'

interface Told {
  text: () => string
  problem: boolean
  act?: ToastAct | undefined
}

/** What can be done about it, such as taking it back. */
export interface ToastAct {
  words: string
  run: () => void
}

const [told, setTold] = createSignal<Told>()
let timer: ReturnType<typeof setTimeout> | undefined

/**
 * Says that something has happened: in the line at the foot, and to a screen reader. It goes by itself, unless something
 * can be done about it: then it stays until it is done, dismissed, or something else is said. Returns what unsays it:
 * for who leaves the page on which it could have been done.
 */
export function tell(text: string, act?: ToastAct): () => void {
  clearTimeout(timer)
  const message: Told = { text: () => text, problem: false, act }
  const unsay = () => void setTold((now) => (now === message ? undefined : now))
  setTold(message)
  if (!act) timer = setTimeout(unsay, 8000)
  return unsay
}

/** Says what went wrong; stays until it is dismissed or something else is said. */
export function tellProblem(problem: Problem): void {
  clearTimeout(timer)
  setTold({ text: () => problemText(problem), problem: true })
}

/** What went wrong, for a dialog to say itself: while it is open, the line at the foot is out of reach. */
export const toldProblem = (): string | undefined => (told()?.problem ? told()?.text() : undefined)
export const forgetProblem = (): void => void setTold((now) => (now?.problem ? undefined : now))

const [announced, setAnnounced] = createSignal('')
/** Said to a screen reader only, politely: what others change, at most every few seconds. */
export const announce = (text: string): void => {
  setAnnounced(text)
}

/** The one status line of the page. Mounted once, by the shell. */
export function Toast(): JSX.Element {
  return (
    <>
      <div class="toast" role="status" aria-live={told()?.problem ? 'assertive' : 'polite'}>
        <Show when={told()}>
          {(message) => (
            <p classList={{ 'is-problem': message().problem }}>
              <span>{message().text()}</span>
              <Show when={message().act}>{(act) => <ActButton act={act()} />}</Show>
              <button type="button" class="link" onClick={() => setTold(undefined)}>
                {t('ui.dismiss')}
              </button>
            </p>
          )}
        </Show>
      </div>
      <p class="vh" role="status">
        {announced()}
      </p>
    </>
  )
}

function ActButton(props: { act: ToastAct }): JSX.Element {
  const press = () => {
    setTold(undefined)
    props.act.run()
  }
  return (
    <button type="button" class="link" onClick={press}>
      {props.act.words}
    </button>
  )
}
