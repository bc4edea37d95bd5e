/** So long after the last touch a page counts as left alone, whatever it goes on asking by itself. */
const aloneAfterMs = 5 * 60_000

let touchedAt = Date.now()

/** Notices whoever touches the page. */
export function noticeTouches(page: EventTarget): void {
  const touch = () => {
    touchedAt = Date.now()
  }
  for (const event of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
    page.addEventListener(event, touch, { passive: true, capture: true })
}

/** Whether somebody is at this page: only then what it asks keeps the session alive. */
export const attended = (): boolean => Date.now() - touchedAt < aloneAfterMs
