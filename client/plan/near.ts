import { createSignal, onCleanup } from 'solid-js'

/** Whether an element has come near to what is in sight: what is costly to show waits until then. Once near, for good. */
export function createNear(): { near: () => boolean; watch: (element: Element) => void } {
  const [near, setNear] = createSignal(false)
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      setNear(true)
      observer.disconnect()
    },
    { rootMargin: '100% 0px' },
  )
  onCleanup(() => observer.disconnect())
  return { near, watch: (element) => observer.observe(element) }
}
