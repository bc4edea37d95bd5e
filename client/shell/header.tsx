import { useLocation } from '@solidjs/router'
import { type JSX, lazy, Show, Suspense } from 'solid-js'
import { paths } from '../paths.ts'
import { dutyCount, signedIn } from '../session.ts'
import { formatNumber, rich, t } from '../text.ts'
import type { AgreementHere } from './agreement.ts'
import { PersonMenu } from './person-menu.tsx'

/** Loaded with the first agreement that is opened: the table of permissions comes with it. */
const AgreementTabs = lazy(async () => ({ default: (await import('./agreement-tabs.tsx')).AgreementTabs }))

/** What stands over every page of a signed-in person. */
export function Header(props: { agreement: AgreementHere | undefined }): JSX.Element {
  return (
    <header class="top">
      <Show when={props.agreement?.demonstration}>
        <p class="demo">{rich('shell.demo', { b: (inner) => <strong>{inner}</strong> })}</p>
      </Show>
      <div class="top-row">
        <a class="brand" href={paths.duties()}>
          Parley
        </a>
        <Show when={signedIn()}>
          <TopNav agreement={props.agreement} />
        </Show>
        <PersonMenu agreement={props.agreement} />
      </div>
      <Suspense>
        <Show when={props.agreement}>{(agreement) => <AgreementTabs agreement={agreement()} />}</Show>
      </Suspense>
    </header>
  )
}

function TopNav(props: { agreement: AgreementHere | undefined }): JSX.Element {
  const location = useLocation()
  const at = (path: string) => (location.pathname === path ? 'page' : undefined)
  return (
    <nav class="top-nav" aria-label={t('shell.mainNav')}>
      <a href={paths.duties()} aria-current={at(paths.duties())}>
        {t('shell.duties')}
        <Show when={dutyCount() > 0}>
          {' '}
          <span class="count" aria-hidden="true">
            {formatNumber(dutyCount())}
          </span>
          <span class="vh">, {t('shell.dutiesCount', { count: dutyCount() })}</span>
        </Show>
      </a>
      <a href={paths.agreements()} aria-current={at(paths.agreements())}>
        {t('shell.agreements')}
      </a>
      <Show when={props.agreement}>
        {(agreement) => (
          <a class="top-here" href={paths.agreement(agreement().slug)} aria-current="true">
            {agreement().title}
          </a>
        )}
      </Show>
    </nav>
  )
}
