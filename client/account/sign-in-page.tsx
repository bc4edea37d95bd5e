import { Navigate, useSearchParams } from '@solidjs/router'
import { createSignal, type JSX, Show } from 'solid-js'
import { signInForm } from '../../shared/account.ts'
import { api, call } from '../api.ts'
import { paths } from '../paths.ts'
import { refreshSession, signedIn } from '../session.ts'
import { Languages } from '../shell/languages.tsx'
import { useMainClass } from '../shell/main-class.ts'
import { rich, t } from '../text.ts'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { ownPath } from './own-path.ts'

export function Page(): JSX.Element {
  useMainClass('sign')
  const [search] = useSearchParams<{ next?: string }>()
  return (
    <Show when={!signedIn()} fallback={<Navigate href={ownPath(search.next)} />}>
      <p class="brand">Parley</p>
      <PageHead title={t('account.signIn.title')} lede={t('account.signIn.lede')} />
      <SignInForm />
      <OpenToAll />
      <Languages />
    </Show>
  )
}

function SignInForm(): JSX.Element {
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const given = () => ({ email: email(), password: password() })
  const signIn = async () => {
    await call(api.api['sign-in'].$post({ json: given() }))
    await refreshSession() // the page then leads on
  }
  return (
    <Form
      class="sign-form"
      label={t('account.signIn.title')}
      check={{ schema: signInForm, value: given }}
      onSubmit={signIn}
      submit={t('account.signIn.act')}
      primary
      big
    >
      <Field
        label={t('account.email')}
        name="email"
        type="email"
        autocomplete="username"
        required
        value={email()}
        onInput={setEmail}
      />
      <Field
        label={t('account.password')}
        name="password"
        type="password"
        autocomplete="current-password"
        required
        value={password()}
        onInput={setPassword}
      />
    </Form>
  )
}

/** What anyone may read, whoever they are. */
function OpenToAll(): JSX.Element {
  return (
    <section class="no-account" aria-labelledby="open-to-all">
      <h2 id="open-to-all">{t('account.open.title')}</h2>
      <ul>
        <li>
          {rich('account.open.read', {
            a: (inner) => (
              <a href={paths.publicSite()} rel="external">
                {inner}
              </a>
            ),
          })}
        </li>
      </ul>
    </section>
  )
}
