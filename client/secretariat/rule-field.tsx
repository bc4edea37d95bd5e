import { For, type JSX, Match, Switch } from 'solid-js'
import { type Charter, choices, counts, type RuleKey, type RuleValue, ruleOf } from '../../shared/charter.ts'
import { sentenceOf } from '../../shared/charter-words.ts'
import { t } from '../text.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'

/** A rule's new value; null where one that may be absent is to be unset. */
export type Changed = Exclude<RuleValue, undefined> | null

const choicesOf = (rule: RuleKey): readonly string[] | undefined =>
  Object.hasOwn(choices, rule) ? choices[rule as keyof typeof choices] : undefined
const words = (rule: RuleKey, value: string): string => {
  const { key, values } = sentenceOf(rule, value)
  return t(key, values)
}

/** The control of one rule: what may be chosen is told by the very sentences that the charter will then say. */
export function RuleField(props: {
  charter: Charter
  rule: RuleKey
  value: Changed | undefined
  onChange: (value: Changed) => void
}): JSX.Element {
  const now = () => (props.value === undefined ? ruleOf(props.charter, props.rule) : (props.value ?? undefined))
  const label = () => t(`charter.name.${props.rule}`)
  return (
    <Switch
      fallback={
        <Field
          label={label()}
          name={props.rule}
          hint={t('agreement.secretariat.monthDay')}
          maxlength={5}
          value={String(now() ?? '')}
          onInput={(text) => props.onChange(text.trim() || null)}
        />
      }
    >
      <Match when={Array.isArray(now())}>
        <ListField {...props} label={label()} now={now() as readonly string[]} />
      </Match>
      <Match when={choicesOf(props.rule)}>
        {(allowed) => (
          <Select
            label={label()}
            name={props.rule}
            empty={false}
            options={allowed().map((value) => ({ value, label: words(props.rule, value) }))}
            value={String(now())}
            onInput={props.onChange}
          />
        )}
      </Match>
      <Match when={typeof now() === 'boolean'}>
        <Select
          label={label()}
          name={props.rule}
          empty={false}
          options={['yes', 'no'].map((value) => ({ value, label: words(props.rule, value) }))}
          value={now() ? 'yes' : 'no'}
          onInput={(value) => props.onChange(value === 'yes')}
        />
      </Match>
      <Match when={Object.hasOwn(counts, props.rule)}>
        <Field
          label={label()}
          name={props.rule}
          hint={ruleOf(props.charter, props.rule) === undefined ? t('agreement.secretariat.days') : undefined}
          inputmode="numeric"
          maxlength={3}
          value={String(now() ?? '')}
          onInput={(text) => props.onChange(numberFrom(text))}
        />
      </Match>
    </Switch>
  )
}

/** What cannot be read as a number stays as it was written, so that the schema refuses it and nothing is lost. */
const numberFrom = (text: string): Changed => {
  const plain = text.trim()
  if (plain === '') return null
  return /^\d+$/.test(plain) ? Number(plain) : plain
}

function ListField(props: {
  rule: RuleKey
  label: string
  now: readonly string[]
  onChange: (value: Changed) => void
}): JSX.Element {
  const allowed = () => choicesOf(props.rule) ?? []
  const toggle = (value: string, on: boolean) =>
    props.onChange(allowed().filter((one) => (one === value ? on : props.now.includes(one))))
  return (
    <fieldset class="choices">
      <legend>{props.label}</legend>
      <For each={allowed()}>
        {(value) => (
          <Checkbox
            label={words(props.rule, value)}
            checked={props.now.includes(value)}
            onChange={(on) => toggle(value, on)}
          />
        )}
      </For>
    </fieldset>
  )
}
