import { type JSX, onCleanup, onMount } from 'solid-js'

/** A button that opens a few controls under it. Escape, a press elsewhere and a followed link close it. */
export function Menu(props: { label: JSX.Element; children: JSX.Element }): JSX.Element {
  let menu: HTMLDetailsElement | undefined
  const close = () => {
    if (menu) menu.open = false
  }
  onMount(() => {
    const elsewhere = (event: Event) => !menu?.contains(event.target as Node) && close()
    document.addEventListener('pointerdown', elsewhere)
    onCleanup(() => document.removeEventListener('pointerdown', elsewhere))
  })
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu?.open) return
    close()
    menu.querySelector('summary')?.focus()
  }
  const leave = (event: MouseEvent) => (event.target as Element).closest('a') && close()
  return (
    <details
      class="menu"
      ref={(element) => {
        menu = element
      }}
      onKeyDown={onEscape}
    >
      <summary class="seat">{props.label}</summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: links inside it act by themselves; this only closes after them */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter on a link is a click too */}
      <div class="menu-panel stack" onClick={leave}>
        {props.children}
      </div>
    </details>
  )
}
