import { type JSX, Show } from 'solid-js'
import { useAgreement } from '../shell/agreement.ts'
import { formatInstant, t } from '../text.ts'
import { Lines } from '../ui/lists.tsx'
import { readingHref } from './addresses.ts'
import type { PlanHere } from './overview.ts'
import { shortHash } from './short-hash.ts'

/** Every reading that there was, newest first: a void one stays with all that was said on it. */
export function Readings(props: { here: PlanHere; current?: number | undefined }): JSX.Element {
  const agreement = useAgreement()
  return (
    <Show when={props.here.readings.length > 0}>
      <section aria-labelledby="readings-h">
        <div class="agenda-head">
          <h2 id="readings-h">{t('plan.readings')}</h2>
        </div>
        <Lines rows={props.here.readings}>
          {(reading) => (
            <>
              <a
                href={readingHref(agreement().slug, props.here.forum.label, reading.number)}
                aria-current={reading.number === props.current ? 'page' : undefined}
              >
                {t('plan.reading', { number: reading.number })}
              </a>
              {', '}
              {t(`plan.reading.${reading.state}`, { when: formatInstant(reading.decidedAt ?? reading.frozenAt) })}{' '}
              <span class="hash">{shortHash(reading.hash)}</span>
            </>
          )}
        </Lines>
      </section>
    </Show>
  )
}
