import { createSignal, type JSX, Show } from 'solid-js'
import { passwordForm } from '../../shared/account.ts'
import { api, call } from '../api.ts'
import { KeepSwitch } from '../live/keep-choice.tsx'
import { actor, refreshSession } from '../session.ts'
import { Languages } from '../shell/languages.tsx'
import { chooseTheme, theme, themes } from '../shell/theme.ts'
import { loadTexts, t } from '../text.ts'
import { Choices } from '../ui/checkbox.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Fact, Facts, Part } from '../ui/lists.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { tell } from '../ui/toast.tsx'
import { Sessions } from './sessions.tsx'

export function Page(): JSX.Element {
  void loadTexts('live')
  return (
    <>
      <PageHead title={t('account.title')} />
      <div class="stack-l">
        <You />
        <PasswordPart />
        <Sessions />
        <Part title={t('live.keep.title')}>
          <KeepSwitch />
        </Part>
        <Look />
      </div>
    </>
  )
}

function You(): JSX.Element {
  const load = createLoad(() => call(api.api.session.$get()))
  return (
    <Part title={t('account.you')}>
      <Loaded load={load}>
        {(session) => (
          <>
            <Facts>
              <Fact name={t('account.name')}>{session().actor.name}</Fact>
              <Fact name={t('account.email')}>{session().email}</Fact>
            </Facts>
            <Show when={actor()?.administrator}>
              <p class="note">{t('account.administrator')}</p>
            </Show>
          </>
        )}
      </Loaded>
    </Part>
  )
}

function PasswordPart(): JSX.Element {
  const [current, setCurrent] = createSignal('')
  const [next, setNext] = createSignal('')
  const given = () => ({ current: current(), next: next() })
  const change = async () => {
    await call(api.api.password.$put({ json: given() }))
    setCurrent('')
    setNext('')
    tell(t('account.change.done'))
    await refreshSession()
  }
  return (
    <Part title={t('account.change.title')}>
      <Form
        label={t('account.change.title')}
        check={{ schema: passwordForm, value: given }}
        onSubmit={change}
        submit={t('account.change.act')}
      >
        <Field
          label={t('account.change.current')}
          name="current"
          type="password"
          autocomplete="current-password"
          required
          value={current()}
          onInput={setCurrent}
        />
        <Field
          label={t('account.change.next')}
          hint={t('account.passwordHint')}
          name="next"
          type="password"
          autocomplete="new-password"
          required
          value={next()}
          onInput={setNext}
        />
      </Form>
    </Part>
  )
}

function Look(): JSX.Element {
  return (
    <Part title={t('account.look.title')}>
      <div class="stack">
        <Languages />
        <Choices
          label={t('shell.theme')}
          name="theme"
          options={themes.map((value) => ({ value, label: t(`shell.theme.${value}`) }))}
          value={theme()}
          onInput={(value) => chooseTheme(themes.find((one) => one === value) ?? 'system')}
        />
      </div>
    </Part>
  )
}
