import type { JSX } from 'solid-js'
import { type TextKey, t } from '../text.ts'
import { PageHead } from '../ui/page-head.tsx'

/** Stands where a page is not built yet, and says so. */
export function Unbuilt(props: { title: TextKey }): JSX.Element {
  return <PageHead title={t(props.title)} lede={t('shell.unbuilt')} />
}
