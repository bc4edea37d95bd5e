import { Index, type JSX, Show } from 'solid-js'
import { easyParties } from '../../shared/agreement.ts'
import type { NewParty } from '../../shared/agreement-forms.ts'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'

/** Two parties or more, each with a name and a code. More than six are warned of, not refused (B49). */
export function PartiesFields(props: {
  parties: readonly NewParty[]
  onChange: (parties: NewParty[]) => void
}): JSX.Element {
  const change = (index: number, to: Partial<NewParty>) =>
    props.onChange(props.parties.map((party, i) => (i === index ? { ...party, ...to } : party)))
  const remove = (index: number) => props.onChange(props.parties.filter((_, i) => i !== index))
  return (
    <fieldset class="choices">
      <legend>{t('agreement.new.parties')}</legend>
      <p class="meta">{t('agreement.new.partyCodeHint')}</p>
      <Index each={props.parties}>
        {(party, index) => (
          <div class="row">
            <Field
              label={t('agreement.new.partyName', { number: index + 1 })}
              name={`parties.${index}.name`}
              required
              value={party().name}
              onInput={(name) => change(index, { name })}
            />
            <Field
              label={t('agreement.new.partyCode', { number: index + 1 })}
              name={`parties.${index}.code`}
              required
              maxlength={3}
              value={party().code}
              onInput={(code) => change(index, { code: code.toUpperCase() })}
            />
            <Show when={props.parties.length > 2}>
              <Button onClick={() => remove(index)}>{t('agreement.new.removeParty', { number: index + 1 })}</Button>
            </Show>
          </div>
        )}
      </Index>
      <Show when={props.parties.length > easyParties}>
        <p class="meta" role="status">
          {t('agreement.new.many')}
        </p>
      </Show>
      <div class="row">
        <Button onClick={() => props.onChange([...props.parties, { name: '', code: '' }])}>
          {t('agreement.new.addParty')}
        </Button>
      </div>
    </fieldset>
  )
}
