import { For, type JSX } from 'solid-js'
import { languageNames, languages } from '../../shared/text/languages.ts'
import { asProblem } from '../api.ts'
import { changeLanguage } from '../session.ts'
import { language, t } from '../text.ts'
import { tellProblem } from '../ui/toast.tsx'

/** The languages by their own names; the page stays where it is. */
export function Languages(): JSX.Element {
  return (
    <nav class="langs" aria-label={t('shell.languages')}>
      <For each={languages}>
        {(one) => (
          <button
            type="button"
            class="link"
            lang={one}
            aria-current={language() === one ? 'true' : undefined}
            onClick={() => changeLanguage(one).catch((thrown) => tellProblem(asProblem(thrown)))}
          >
            {languageNames[one]}
          </button>
        )}
      </For>
    </nav>
  )
}
