import { useNavigate, useParams } from '@solidjs/router'
import { createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { acceptanceForm } from '../../shared/account.ts'
import { api, call, problemText } from '../api.ts'
import { paths } from '../paths.ts'
import { actor, refreshSession, signedIn, signOut } from '../session.ts'
import { Languages } from '../shell/languages.tsx'
import { useMainClass } from '../shell/main-class.ts'
import { formatInstant, language, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { tell } from '../ui/toast.tsx'

type Letter = Awaited<ReturnType<typeof readLetter>>

const invitation = api.api.invitations[':token']
const readLetter = (token: string) => call(invitation.$get({ param: { token } }))

/** What an invitation is for, and the one step that takes it. */
export function Page(): JSX.Element {
  useMainClass('sign')
  const params = useParams<{ token: string }>()
  const load = createLoad(() => readLetter(params.token))
  const closed = () => {
    const problem = load.value() === undefined ? load.problem() : undefined
    return problem?.code.startsWith('invitation_') ? problem : undefined
  }
  return (
    <>
      <p class="brand">Parley</p>
      <Show
        when={closed()}
        fallback={<Loaded load={load}>{(letter) => <Opened letter={letter()} token={params.token} />}</Loaded>}
      >
        {(problem) => <Closed reason={problemText(problem())} />}
      </Show>
      <Languages />
    </>
  )
}

function Closed(props: { reason: string }): JSX.Element {
  return (
    <>
      <PageHead title={t('account.invitation.closedTitle')} lede={props.reason} />
      <p>
        <a class="button" href={paths.signIn()}>
          {t('account.invitation.toSignIn')}
        </a>
      </p>
    </>
  )
}

function Opened(props: { letter: Letter; token: string }): JSX.Element {
  const navigate = useNavigate()
  const here = () => paths.invitation(props.token)
  const accept = async (form: Parameters<typeof invitation.acceptance.$put>[0]['json']) => {
    await call(invitation.acceptance.$put({ param: { token: props.token }, json: form }))
    await refreshSession()
    tell(t('account.invitation.accepted'))
    navigate(props.letter.agreement ? paths.agreement(props.letter.agreement.slug) : paths.agreements())
  }
  return (
    <>
      <PageHead title={t('account.invitation.title')} lede={ledeOf(props.letter)} />
      <p class="meta">{t('account.invitation.until', { when: formatInstant(props.letter.expiresAt, 'full') })}</p>
      <Switch fallback={<Newcomer letter={props.letter} onAccept={accept} />}>
        <Match when={props.letter.hasAccount && signedIn()}>
          <Button primary big onClick={() => accept({})}>
            {t('account.invitation.acceptSeat')}
          </Button>
          <Elsewhere email={props.letter.email ?? ''} />
        </Match>
        <Match when={props.letter.hasAccount}>
          <p>{t('account.invitation.hasAccount', { email: props.letter.email })}</p>
          <p>
            <a class="button primary big" href={paths.signIn(here())}>
              {t('account.invitation.toSignIn')}
            </a>
          </p>
        </Match>
        <Match when={signedIn()}>
          <Elsewhere email={props.letter.email ?? ''} />
        </Match>
      </Switch>
    </>
  )
}

/** For who has no account yet: their name and a password make it. */
function Newcomer(props: {
  letter: Letter
  onAccept: (form: { name: string; email?: string; password: string; language: ReturnType<typeof language> }) => unknown
}): JSX.Element {
  const [name, setName] = createSignal(props.letter.name)
  const [email, setEmail] = createSignal('')
  const [password, setPassword] = createSignal('')
  const asksEmail = () => props.letter.email === undefined
  const given = () => ({
    name: name(),
    ...(asksEmail() ? { email: email() } : {}),
    password: password(),
    language: language(),
  })
  return (
    <Form
      class="sign-form"
      label={t('account.invitation.title')}
      check={{ schema: acceptanceForm, value: given }}
      onSubmit={() => props.onAccept(given())}
      submit={t('account.invitation.accept')}
      primary
      big
    >
      <Field
        label={t('account.email')}
        name="email"
        type="email"
        autocomplete="username"
        required
        disabled={!asksEmail()}
        value={asksEmail() ? email() : props.letter.email}
        onInput={setEmail}
      />
      <Field
        label={t('account.name')}
        hint={t('account.nameHint')}
        name="name"
        autocomplete="name"
        required
        value={name()}
        onInput={setName}
      />
      <Field
        label={t('account.password')}
        hint={t('account.passwordHint')}
        name="password"
        type="password"
        autocomplete="new-password"
        required
        value={password()}
        onInput={setPassword}
      />
    </Form>
  )
}

/** Who is signed in as somebody else does not accept by mistake. */
function Elsewhere(props: { email: string }): JSX.Element {
  return (
    <div class="stack">
      <p>{t('account.invitation.elsewhere', { name: actor()?.name ?? '', email: props.email })}</p>
      <Button onClick={signOut}>{t('shell.signOut')}</Button>
    </div>
  )
}

function ledeOf(letter: Letter): string {
  if (!letter.agreement || !letter.place) return t('account.invitation.first')
  const { kind, side, party, team } = letter.place
  const seat = t(`shell.seat.${kind}`)
  const of = team ?? (side && (party ? t('ui.delegation', { side, party }) : t('ui.side.jurists')))
  return t('account.invitation.seat', {
    name: letter.name,
    agreement: letter.agreement.title,
    seat: of ? t('account.invitation.of', { seat, of }) : seat,
  })
}
