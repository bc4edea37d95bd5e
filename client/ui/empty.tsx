import { type JSX, Show } from 'solid-js'

/** In place of nothing: what will stand here, who can make it, and the one button that does (refused or not). */
export function Empty(props: {
  what: JSX.Element
  who?: JSX.Element | undefined
  children?: JSX.Element | undefined
}): JSX.Element {
  return (
    <div class="empty">
      <p>
        <b>{props.what}</b>
      </p>
      <Show when={props.who}>
        <p class="meta">{props.who}</p>
      </Show>
      {props.children}
    </div>
  )
}
