import { createEffect, type JSX, onMount, Show } from 'solid-js'

let moved = false
/** Told by the shell when another page is on its way: its heading then takes the focus, so that a screen reader reads on from there. */
export const pageMoved = (): void => {
  moved = true
}

/** The head of a page, once a page: its name, which is also the window's, what it is about, and where it leads. */
export function PageHead(props: {
  title: string
  lede?: JSX.Element | undefined
  /** Links at the side. */
  acts?: JSX.Element | undefined
  /** In place of `acts`: a control such as “As of”. */
  aside?: JSX.Element | undefined
}): JSX.Element {
  usePageTitle(() => props.title)
  let heading: HTMLHeadingElement | undefined
  onMount(() => {
    if (moved && !location.hash) heading?.focus({ preventScroll: true })
    moved = false
  })
  return (
    <div class="page-head">
      <div>
        <h1
          tabindex="-1"
          ref={(element) => {
            heading = element
          }}
        >
          {props.title}
        </h1>
        <Show when={props.lede}>
          <p class="lede">{props.lede}</p>
        </Show>
      </div>
      <Show when={props.acts} fallback={props.aside}>
        <p class="acts meta">{props.acts}</p>
      </Show>
    </div>
  )
}

/** Names the window after the page; `PageHead` does it by itself. */
export function usePageTitle(title: () => string): void {
  createEffect(() => {
    document.title = title() ? `${title()} · Parley` : 'Parley'
  })
}
