import { For, type JSX } from 'solid-js'
import { languageNames, languages } from '../../shared/text/languages.ts'
import { chooseLanguage, language, t } from '../text.ts'

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
            onClick={() => chooseLanguage(one)}
          >
            {languageNames[one]}
          </button>
        )}
      </For>
    </nav>
  )
}
