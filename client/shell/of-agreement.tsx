import { useLocation } from '@solidjs/router'
import { createMemo, type JSX, Match, Switch, useContext } from 'solid-js'
import { api, call } from '../api.ts'
import { signedIn } from '../session.ts'
import { Loaded } from '../ui/loaded.tsx'
import { createPlainLoad, type Load } from '../ui/solid.ts'
import { AgreementContext, type AgreementHere, slugOf } from './agreement.ts'
import { NotFound } from './not-found.tsx'

/** The agreement of the address, for as long as the address is one's. */
export function createAgreementLoad(): Load<AgreementHere | undefined> {
  const location = useLocation()
  const slug = createMemo(() => (signedIn() ? slugOf(location.pathname) : undefined))
  const load = createPlainLoad(async (): Promise<AgreementHere | undefined> => {
    const asked = slug()
    return asked === undefined ? undefined : call(api.api.agreements[':id'].$get({ param: { id: asked } }))
  })
  const value = () => (load.value()?.slug === slug() ? load.value() : undefined)
  return { ...load, value }
}

/** A page under `/a/:slug`: shown once its agreement is known. */
export function OfAgreement(props: { children: JSX.Element }): JSX.Element {
  const load = useContext(AgreementContext) as Load<AgreementHere | undefined>
  return (
    <Switch fallback={<Loaded load={load}>{() => props.children}</Loaded>}>
      <Match when={load.problem()?.code === 'not_found'}>
        <NotFound />
      </Match>
    </Switch>
  )
}
