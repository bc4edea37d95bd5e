import { For, type JSX, Show } from 'solid-js'

export interface Tab {
  href: string
  label: JSX.Element
  current?: boolean | undefined
}

/** Pages of one thing, side by side: links, since each has its own address. */
export function Tabs(props: { label: string; tabs: readonly Tab[] }): JSX.Element {
  return (
    <nav class="tabs" aria-label={props.label}>
      <ul>
        <For each={props.tabs}>
          {(tab) => (
            <li>
              <Show when={tab.current} fallback={<a href={tab.href}>{tab.label}</a>}>
                <a href={tab.href} aria-current="page">
                  {tab.label}
                </a>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
