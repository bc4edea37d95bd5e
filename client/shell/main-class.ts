import { createSignal, onCleanup } from 'solid-js'

const [mainClass, setMainClass] = createSignal('')

export { mainClass }

/** Gives `<main>` the class of a page that has a frame of its own: `sign`, `plan-page`, `first`. Called while the page is set up. */
export function useMainClass(name: string): void {
  setMainClass(name)
  onCleanup(() => setMainClass((now) => (now === name ? '' : now)))
}
