import { type JSX, Show } from 'solid-js'
import { useAgreement } from '../shell/agreement.ts'
import { t, today } from '../text.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Field } from '../ui/field.tsx'

interface FigureDraft {
  value: string
  asOf: string
  illustrative: boolean
}

/** A value in the unit that was agreed and the day that it describes; in a demonstration, whether a source tells it. */
export function FigureFields(props: {
  draft: FigureDraft
  unit: string
  change: <Key extends keyof FigureDraft>(field: Key, value: FigureDraft[Key]) => void
}): JSX.Element {
  const agreement = useAgreement()
  return (
    <>
      <div class="row">
        <Field
          label={t('commitment.form.value')}
          hint={t('commitment.form.valueHint', { unit: props.unit })}
          name="figure.value"
          optional
          inputmode="decimal"
          maxlength={24}
          value={props.draft.value}
          onInput={(value) => props.change('value', value)}
        />
        <DateField
          label={t('commitment.form.asOf')}
          name="figure.asOf"
          optional
          max={today()}
          value={props.draft.asOf}
          onInput={(value) => props.change('asOf', value)}
        />
      </div>
      <Show when={agreement().demonstration}>
        <Checkbox
          label={t('commitment.form.illustrative')}
          checked={props.draft.illustrative}
          onChange={(checked) => props.change('illustrative', checked)}
        />
      </Show>
    </>
  )
}
