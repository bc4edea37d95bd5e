import { For, type JSX, Show } from 'solid-js'
import { isDay } from '../../shared/dates.ts'
import type { DraftMeasure } from '../../shared/plan.ts'
import { useAgreement } from '../shell/agreement.ts'
import { formatDay, t } from '../text.ts'
import { type FieldPlace, measureGrid } from './measure-fields.ts'

/** A measure's terms as they stand, to be read. */
export function MeasureTerms(props: { measure: Omit<DraftMeasure, 'text'>; number: number }): JSX.Element {
  const written = () => measureGrid.filter((place) => props.measure[place.field] !== '')
  return (
    <dl class="fields" aria-label={t('plan.terms', { number: props.number })}>
      <For each={written()}>
        {(place) => (
          <div class={`field w${place.width}`}>
            <dt>{t(`plan.field.${place.field}`)}</dt>
            <dd>
              <Term place={place} value={props.measure[place.field]} />
            </dd>
          </div>
        )}
      </For>
    </dl>
  )
}

function Term(props: { place: FieldPlace; value: string }): JSX.Element {
  const agreement = useAgreement()
  const party = () => agreement().parties.find((one) => one.id === props.value)?.name ?? props.value
  return (
    <Show
      when={props.place.kind === 'day' && isDay(props.value)}
      fallback={props.place.kind === 'party' ? party() : props.value}
    >
      <time datetime={props.value}>{formatDay(props.value)}</time>
    </Show>
  )
}
