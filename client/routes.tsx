import type { RouteDefinition } from '@solidjs/router'
import { type Component, lazy } from 'solid-js'
import type { Room } from '../shared/text/rooms.ts'
import { Problem } from './api.ts'
import { NotFound } from './shell/not-found.tsx'
import { loadTexts } from './text.ts'

/** A page with its room's sentences and those of the refusals, loaded when it is first opened (or pointed at). */
const page = (room: Room, load: () => Promise<{ Page: Component }>) =>
  lazy(async () => {
    const [{ Page }] = await Promise.all([load(), loadTexts(room, 'refusal')]).catch(notLoaded)
    return { default: Page }
  })

/** The server did not answer, or serves a newer client by now: loading the whole again mends both. */
function notLoaded(): never {
  throw new Problem(0, 'network')
}

/** Addresses as in paths.ts. Everything under `/a/:slug` finds its agreement by `useAgreement`. */
export const routes: RouteDefinition[] = [
  { path: '/', component: page('notice', () => import('./notice/duties-page.tsx')) },
  { path: '/notifications', component: page('notice', () => import('./notice/notifications-page.tsx')) },
  { path: '/sign-in', component: page('account', () => import('./account/sign-in-page.tsx')) },
  { path: '/invitation/:token', component: page('account', () => import('./account/invitation-page.tsx')) },
  { path: '/account', component: page('account', () => import('./account/account-page.tsx')) },
  { path: '/agreements', component: page('agreement', () => import('./agreement/agreements-page.tsx')) },
  { path: '/agreements/new', component: page('agreement', () => import('./agreement/new-agreement-page.tsx')) },
  {
    path: '/a/:slug',
    children: [
      { path: '/', component: page('agreement', () => import('./agreement/agreement-page.tsx')) },
      { path: '/secretariat', component: page('agreement', () => import('./secretariat/secretariat-page.tsx')) },
      { path: '/fora/new', component: page('forum', () => import('./forum/convene-page.tsx')) },
      { path: '/fora/:label', component: page('forum', () => import('./forum/forum-page.tsx')) },
      { path: '/fora/:label/minutes', component: page('forum', () => import('./forum/minutes-page.tsx')) },
      { path: '/fora/:label/records', component: page('comparison', () => import('./record/comparison-page.tsx')) },
      { path: '/fora/:label/gaps', component: page('gap', () => import('./record/gaps/gaps-page.tsx')) },
      { path: '/gaps/:id', component: page('gap', () => import('./record/gaps/gap-page.tsx')) },
      { path: '/fora/:label/faults', component: page('fault', () => import('./record/faults/faults-page.tsx')) },
      { path: '/fora/:label/disclosure', component: page('record', () => import('./record/disclosure-page.tsx')) },
      { path: '/fora/:label/disclosure/import', component: page('record', () => import('./record/import-page.tsx')) },
      { path: '/disclosures/:id', component: page('record', () => import('./record/open-disclosure-page.tsx')) },
      { path: '/methods', component: page('method', () => import('./record/methods/methods-page.tsx')) },
      { path: '/methods/:teamId', component: page('method', () => import('./record/methods/method-page.tsx')) },
      { path: '/strategies', component: page('strategy', () => import('./record/strategies/strategies-page.tsx')) },
      { path: '/strategies/:id', component: page('strategy', () => import('./record/strategies/strategy-page.tsx')) },
      { path: '/criteria', component: page('criterion', () => import('./record/criteria/criteria-page.tsx')) },
      { path: '/criteria/:id', component: page('criterion', () => import('./record/criteria/criterion-page.tsx')) },
      { path: '/records', component: page('record', () => import('./record/records-page.tsx')) },
      { path: '/fora/:label/plan', component: page('plan', () => import('./plan/plan-page.tsx')) },
      { path: '/programmes/:id', component: page('commitment', () => import('./commitment/programme-page.tsx')) },
      { path: '/commitments/:id', component: page('commitment', () => import('./commitment/commitment-page.tsx')) },
      { path: '/ledger', component: page('ledger', () => import('./ledger/ledger-page.tsx')) },
    ],
  },
  { path: '*rest', component: NotFound },
]
