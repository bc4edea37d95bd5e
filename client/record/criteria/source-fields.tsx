import { type JSX, Show } from 'solid-js'
import type { SourceKind } from '../../../shared/criterion.ts'
import { t } from '../../text.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import type { SourceDraft } from './criterion-draft.ts'

/** One of the three sources: what it asks and where, or where it was looked for in vain. */
export function SourceFields(props: {
  kind: SourceKind
  isMeasure: boolean
  draft: SourceDraft
  onInput: (change: Partial<SourceDraft>) => void
}): JSX.Element {
  const name = (field: string) => `sources.${props.kind}.${field}`
  return (
    <fieldset class="form-part">
      <legend>{t(`criterion.source.${props.kind}`)}</legend>
      <Checkbox
        label={t('criterion.nothingFound')}
        checked={!props.draft.found}
        onChange={(none) => props.onInput({ found: !none })}
      />
      <Show
        when={props.draft.found}
        fallback={
          <Field
            label={t('criterion.looked')}
            name={name('looked')}
            value={props.draft.looked}
            onInput={(looked) => props.onInput({ looked })}
            maxlength={1000}
            required
          />
        }
      >
        <TextArea
          label={t('criterion.says')}
          name={name('says')}
          rows={2}
          value={props.draft.says}
          onInput={(says) => props.onInput({ says })}
          maxlength={2000}
          required
        />
        <Field
          label={t('criterion.citation')}
          name={name('citation')}
          hint={t('criterion.citationHint')}
          value={props.draft.citation}
          onInput={(citation) => props.onInput({ citation })}
          maxlength={500}
          required
        />
        <Show when={props.isMeasure}>
          <Field
            label={t('criterion.sourceValue')}
            name={name('value')}
            hint={t('criterion.sourceValueHint')}
            inputmode="decimal"
            value={props.draft.value}
            onInput={(value) => props.onInput({ value })}
            maxlength={20}
            optional
          />
        </Show>
        <Field
          label={t('criterion.disqualified')}
          name={name('disqualified')}
          hint={t('criterion.disqualifiedHint')}
          value={props.draft.disqualified}
          onInput={(disqualified) => props.onInput({ disqualified })}
          maxlength={1000}
          optional
        />
      </Show>
    </fieldset>
  )
}
