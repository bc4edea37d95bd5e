import { createSignal, onCleanup } from 'solid-js'

/** Paper cannot be pressed: on it every commitment is open. */
export function createPrinting(): () => boolean {
  const [printing, setPrinting] = createSignal(false)
  const begin = () => setPrinting(true)
  const end = () => setPrinting(false)
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  onCleanup(() => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
  })
  return printing
}
