import { For, type JSX, Show } from 'solid-js'
import { t } from '../text.ts'
import { usePageTitle } from '../ui/page-head.tsx'

export interface Jump {
  anchor: string
  label: string
}

/** Three columns under one bar: what the text holds, the text, and what the delegations say. On a phone, one below the other. */
export function PlanFrame(props: {
  title: string
  /** Saved, offline, frozen, locked: one sentence, always at the same place. */
  status: JSX.Element
  here?: JSX.Element | undefined
  tools?: JSX.Element | undefined
  jumps: readonly Jump[]
  nav: JSX.Element
  people: JSX.Element
  children: JSX.Element
}): JSX.Element {
  usePageTitle(() => props.title)
  return (
    <>
      <div class="docbar">
        <h1 tabindex="-1">{props.title}</h1>
        {props.status}
        {props.here}
        <Show when={props.tools}>
          <div class="doctools">{props.tools}</div>
        </Show>
      </div>
      <nav class="jump" aria-label={t('plan.jump')}>
        <ul>
          <For each={props.jumps}>
            {(jump) => (
              <li>
                <a href={`#${jump.anchor}`}>{jump.label}</a>
              </li>
            )}
          </For>
        </ul>
      </nav>
      <div class="plan">
        <div class="plan-nav">{props.nav}</div>
        <article class="doc" aria-label={t('plan.text')}>
          {props.children}
        </article>
        <div class="plan-people">{props.people}</div>
      </div>
    </>
  )
}
