import { Navigate, type RouteSectionProps, useLocation } from '@solidjs/router'
import { createComputed, createEffect, ErrorBoundary, type JSX, Match, on, Show, Suspense, Switch } from 'solid-js'
import { paths } from '../paths.ts'
import { refreshSession, sessionKnown, signedIn } from '../session.ts'
import { t } from '../text.ts'
import { pageMoved } from '../ui/page-head.tsx'
import { Toast } from '../ui/toast.tsx'
import { AgreementContext, slugOf } from './agreement.ts'
import { Broken } from './broken.tsx'
import { Header } from './header.tsx'
import { mainClass } from './main-class.ts'
import { NoServer } from './no-server.tsx'
import { createAgreementLoad, OfAgreement } from './of-agreement.tsx'

/** Pages that are there without a session; the others lead to the door and back. */
const openPages = ['/sign-in', '/invitation']
const isOpen = (pathname: string) => openPages.some((path) => pathname === path || pathname.startsWith(`${path}/`))

/** What stands around every page. */
export function Shell(props: RouteSectionProps): JSX.Element {
  const location = useLocation()
  const load = createAgreementLoad()
  createComputed(on(() => location.pathname, pageMoved, { defer: true })) // before the page is there
  createEffect(on(() => location.pathname, lookAgain, { defer: true }))
  return (
    <AgreementContext.Provider value={load}>
      {/* The browser’s own jump, which takes the focus along; the router’s would leave it behind. */}
      <a class="skip" href="#main" rel="external">
        {t('shell.skip')}
      </a>
      <Show when={signedIn()}>
        <Header agreement={load.value()} />
      </Show>
      <main id="main" tabindex="-1" class={mainClass()}>
        <Switch fallback={<Navigate href={paths.signIn(location.pathname + location.search + location.hash)} />}>
          <Match when={!sessionKnown()}>
            <NoServer />
          </Match>
          <Match when={signedIn() || isOpen(location.pathname)}>
            <Page>{props.children}</Page>
          </Match>
        </Switch>
      </main>
      <Show when={signedIn()}>
        <Footer />
      </Show>
      <Toast />
    </AgreementContext.Provider>
  )
}

/** Another page: what waits on the person may have changed by what was done on the last. */
function lookAgain(): void {
  if (signedIn()) void refreshSession().catch(() => undefined) // the page itself says that the server does not answer
}

function Page(props: { children: JSX.Element }): JSX.Element {
  const location = useLocation()
  return (
    <ErrorBoundary fallback={(error, reset) => <Broken error={error} reset={reset} />}>
      <Suspense
        fallback={
          <p class="meta" role="status">
            {t('ui.loading')}
          </p>
        }
      >
        <Show when={slugOf(location.pathname)} fallback={props.children}>
          <OfAgreement>{props.children}</OfAgreement>
        </Show>
      </Suspense>
    </ErrorBoundary>
  )
}

function Footer(): JSX.Element {
  return (
    <footer class="foot">
      <div>
        <p>
          {t('shell.foot')}{' '}
          <a href={paths.publicSite()} rel="external">
            {t('shell.publicPage')}
          </a>
        </p>
      </div>
    </footer>
  )
}
