import { For, type JSX } from 'solid-js'

export interface Tab {
  href: string
  label: JSX.Element
  /** The page itself, or one under it. */
  current?: 'page' | 'true' | undefined
}

/** Pages of one thing, side by side: links, since each has its own address. */
export function Tabs(props: { label: string; tabs: readonly Tab[] }): JSX.Element {
  return (
    <nav class="tabs" aria-label={props.label}>
      <ul>
        <For each={props.tabs}>
          {(tab) => (
            <li>
              <a href={tab.href} aria-current={tab.current}>
                {tab.label}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  )
}
