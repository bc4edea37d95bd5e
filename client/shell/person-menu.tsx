import { useNavigate } from '@solidjs/router'
import { For, type JSX, Show } from 'solid-js'
import { paths } from '../paths.ts'
import { actor, signedIn, signOut } from '../session.ts'
import { t } from '../text.ts'
import { Menu } from '../ui/menu.tsx'
import { tell } from '../ui/toast.tsx'
import type { AgreementHere } from './agreement.ts'
import { SeatName } from './delegation.tsx'
import { Languages } from './languages.tsx'
import { chooseTheme, theme, themes } from './theme.ts'

/** Who is here, in which seat; the account, the language, light or dark, and the way out. */
export function PersonMenu(props: { agreement: AgreementHere | undefined }): JSX.Element {
  const navigate = useNavigate()
  const leave = async () => {
    await signOut()
    tell(t('shell.signedOut'))
    navigate(paths.signIn())
  }
  return (
    <Menu
      label={
        <Show when={actor()} fallback={t('shell.languages')}>
          {(here) => <Seated name={here().name} agreement={props.agreement} />}
        </Show>
      }
    >
      <Show when={signedIn()}>
        <p>
          <a href={paths.account()}>{t('shell.account')}</a>
        </p>
      </Show>
      <Languages />
      <fieldset class="choices">
        <legend>{t('shell.theme')}</legend>
        <For each={themes}>
          {(one) => (
            <label class="choice">
              <input type="radio" name="theme" checked={theme() === one} onChange={() => chooseTheme(one)} />{' '}
              <span>{t(`shell.theme.${one}`)}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={signedIn()}>
        <button type="button" class="button" onClick={leave}>
          {t('shell.signOut')}
        </button>
      </Show>
    </Menu>
  )
}

function Seated(props: { name: string; agreement: AgreementHere | undefined }): JSX.Element {
  const seat = () => actor()?.seats.find((one) => one.agreementId === props.agreement?.id)
  return (
    <Show when={props.agreement && seat()} fallback={<span>{props.name}</span>}>
      {(here) => <SeatName seat={here()} agreement={props.agreement as AgreementHere} />}
    </Show>
  )
}
