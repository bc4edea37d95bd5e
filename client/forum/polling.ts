import { onCleanup, onMount } from 'solid-js'

/** Asks again every so often while the page is in sight, and at once when it comes back into sight. */
export function poll(again: () => unknown, everyMs: number): void {
  onMount(() => {
    const ask = () => {
      if (document.visibilityState === 'visible') again()
    }
    const timer = setInterval(ask, everyMs)
    document.addEventListener('visibilitychange', ask)
    onCleanup(() => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    })
  })
}
