import type { JSX } from 'solid-js'
import { For, Show } from 'solid-js'
import type { MetaField } from '../../shared/plan.ts'
import { planMeta, planPreamble } from '../../shared/plan-document.ts'
import { RichText } from '../live/rich-text.tsx'
import type { SignOf } from '../live/who-wrote.ts'
import { t } from '../text.ts'
import { entryHelp } from './gate-words.ts'
import type { LiveDraft } from './live-draft.ts'
import { TermField } from './term-field.tsx'

const terms = [
  { field: 'title', width: 4, kind: 'words' },
  { field: 'periodFrom', width: 3, kind: 'day' },
  { field: 'periodUntil', width: 3, kind: 'day' },
] as const satisfies readonly { field: MetaField; width: number; kind: string }[]

/** What stands before the measures: the plan's title, its period and its preamble. */
export function PlanHead(props: { text: LiveDraft; whoWrote: SignOf | undefined; onEnter: () => void }): JSX.Element {
  const doc = props.text.live.doc
  const lacks = (field: string) => props.text.lacks(undefined, field)
  return (
    <section id="preamble" tabindex="-1" aria-labelledby="pre-h" onFocusIn={props.onEnter}>
      <fieldset class="fields plan-head">
        <legend class="vh">{t('plan.head')}</legend>
        <For each={terms}>
          {(place) => (
            <TermField
              live={props.text.live}
              map={planMeta(doc)}
              measureId={undefined}
              place={place}
              lacks={lacks(place.field)}
              maxlength={500}
            />
          )}
        </For>
      </fieldset>
      <h2 id="pre-h">{t('plan.preamble')}</h2>
      <div id="plan-preamble" class="words">
        <RichText
          live={props.text.live}
          fragment={planPreamble(doc)}
          label={t('plan.preamble')}
          place="plan-preamble"
          placeholder={t('plan.preamble.empty')}
          whoWrote={props.whoWrote}
        />
        <Show when={lacks('preamble')}>{(entry) => <p class="why">{entryHelp(entry())}</p>}</Show>
      </div>
      <Show when={lacks('measures')}>
        {(entry) => (
          <p class="why" id="plan-measures">
            {entryHelp(entry())}
          </p>
        )}
      </Show>
    </section>
  )
}
