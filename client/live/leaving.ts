import { useBeforeLeave } from '@solidjs/router'
import { t } from '../text.ts'
import type { LiveText } from './live-text.ts'

/** Asks before the page is left for another while changes are on it that nobody else has. Call it in a component. */
export function askBeforeLeaving(live: LiveText): void {
  useBeforeLeave((event) => {
    if (event.defaultPrevented || live.isSafe()) return
    event.preventDefault()
    if (confirm(t('live.leave', { count: live.waiting() }))) event.retry(true)
  })
}
