import './proposals.css'
import { createSignal, type JSX, Show } from 'solid-js'
import { actor } from '../session.ts'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { uniqueId } from '../ui/solid.ts'
import { tell } from '../ui/toast.tsx'
import { chooseToKeep, forgetKeptTexts, keepChoice } from './kept.ts'

/** Asks once on a device whether it may keep the texts; until then it keeps nothing. */
export function KeepQuestion(): JSX.Element {
  const id = uniqueId()
  return (
    <Show when={actor()}>
      {(person) => (
        <Show when={keepChoice(person().personId) === undefined}>
          <section class="keep-choice" aria-labelledby={id}>
            <h2 id={id}>{t('live.keep.title')}</h2>
            <p>
              {t('live.keep.ask')} {t('live.keep.change')}
            </p>
            <p class="acts">
              <Button onClick={() => chooseToKeep(person().personId, true)}>{t('live.keep.yes')}</Button>{' '}
              <Button onClick={() => chooseToKeep(person().personId, false)}>{t('live.keep.no')}</Button>
            </p>
          </section>
        </Show>
      )}
    </Show>
  )
}

/** The same as a switch. Switched off, what is kept goes, but for changes that nobody else has. */
export function KeepSwitch(): JSX.Element {
  const id = uniqueId()
  const [staying, setStaying] = createSignal(0)
  const change = async (personId: string, keep: boolean) => {
    chooseToKeep(personId, keep)
    setStaying(keep ? 0 : await forgetKeptTexts(personId))
    if (!keep && staying() === 0) tell(t('live.keep.wiped'))
  }
  return (
    <Show when={actor()}>
      {(person) => (
        <>
          <label class="switch">
            <input
              type="checkbox"
              checked={keepChoice(person().personId) === true}
              aria-describedby={id}
              onChange={(event) => void change(person().personId, event.currentTarget.checked)}
            />{' '}
            {t('live.keep.yes')}
          </label>
          <p class="meta" id={id}>
            {t('live.keep.explain')}
          </p>
          <p class="issue" role="alert">
            <Show when={staying() > 0}>{t('live.keep.staying', { count: staying() })}</Show>
          </p>
        </>
      )}
    </Show>
  )
}
