import { useLocation } from '@solidjs/router'
import { createEffect, type JSX, on } from 'solid-js'
import { asProblem, problemText } from '../api.ts'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { PageHead } from '../ui/page-head.tsx'

/** In place of a page that threw or could not be loaded. The shell still stands, and other pages can be gone to. */
export function Broken(props: { error: unknown; reset: () => void }): JSX.Element {
  const location = useLocation()
  createEffect(
    on(
      () => location.pathname,
      () => props.reset(),
      { defer: true },
    ),
  )
  const problem = asProblem(props.error)
  const lede = () => (problem.code === 'defect' ? t('shell.broken.text') : problemText(problem))
  return (
    <div role="alert">
      <PageHead title={t('shell.broken.title')} lede={lede()} />
      <Button onClick={() => window.location.reload()}>{t('shell.broken.act')}</Button>
    </div>
  )
}
