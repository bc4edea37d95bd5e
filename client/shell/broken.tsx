import type { JSX } from 'solid-js'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { PageHead } from '../ui/page-head.tsx'

/** A page that threw. The rest of the shell still stands. */
export function Broken(): JSX.Element {
  return (
    <div role="alert">
      <PageHead title={t('shell.broken.title')} lede={t('shell.broken.text')} />
      <Button onClick={() => location.reload()}>{t('shell.broken.act')}</Button>
    </div>
  )
}
