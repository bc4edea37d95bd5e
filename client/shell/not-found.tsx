import type { JSX } from 'solid-js'
import { paths } from '../paths.ts'
import { t } from '../text.ts'
import { PageHead } from '../ui/page-head.tsx'

/** An address with nothing behind it, or nothing for this person: the two look alike on purpose. */
export function NotFound(): JSX.Element {
  return (
    <>
      <PageHead title={t('shell.notFound.title')} lede={t('shell.notFound.text')} />
      <p>
        <a class="button" href={paths.duties()}>
          {t('shell.notFound.act')}
        </a>
      </p>
    </>
  )
}
