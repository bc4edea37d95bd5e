import { type JSX, Show } from 'solid-js'
import { refusal } from '../../shared/permissions.ts'
import { actor } from '../session.ts'
import { useAgreement } from '../shell/agreement.ts'
import { t } from '../text.ts'
import { readingHref } from './addresses.ts'
import { Concurrence } from './concurrence.tsx'
import { nextNumber, type PlanHere } from './overview.ts'

/** What was said on the last reading stands beside the text that answers it; on the next one nobody speaks yet. */
export function LastReading(props: { here: PlanHere }): JSX.Element {
  const agreement = useAgreement()
  const isDelegate = () => !refusal(actor(), 'plan.edit', { agreementId: agreement().id, state: 'drafting' })
  return (
    <Show when={props.here.readings[0]}>
      {(last) => (
        <Concurrence reading={last()} href={readingHref(agreement().slug, props.here.forum.label, last().number)}>
          <Show when={isDelegate()}>
            <p class="refusal">{t('plan.speak.later', { number: nextNumber(props.here) })}</p>
          </Show>
        </Concurrence>
      )}
    </Show>
  )
}
