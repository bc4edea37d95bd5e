import type { JSX } from 'solid-js'
import { refreshSession } from '../session.ts'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'

/** The server did not say who is here. */
export function NoServer(): JSX.Element {
  return (
    <div class="empty">
      <p role="alert">{t('ui.problem.network')}</p>
      <Button onClick={refreshSession}>{t('ui.retry')}</Button>
    </div>
  )
}
