import { type JSX, Show } from 'solid-js'
import { t } from '../../text.ts'
import type { Seen, SeenRow } from '../comparison-seen.ts'
import { periodWords, titleOf, unitWords } from '../words.ts'

/** What a chart is of: the indicator, in what, of which time, and which way is better. */
export function RowCaption(props: { seen: Seen; row: SeenRow; period?: string | undefined }): JSX.Element {
  const indicator = () => props.row.indicator
  return (
    <figcaption>
      <b>{titleOf(indicator())}</b>{' '}
      <span>
        {unitWords(indicator(), props.seen.comparison.indicators)}; {props.period ?? periodWords(props.row.period)};{' '}
        {t(`record.better.${indicator().direction}`)}
        <Show when={indicator().illustrative}>
          ; <i>{t('record.illustrative')}</i>
        </Show>
      </span>
    </figcaption>
  )
}
