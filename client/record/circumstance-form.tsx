import { createSignal, type JSX, Show } from 'solid-js'
import { refusal } from '../../shared/permissions.ts'
import { circumstanceForm, developments, type Variable, variables } from '../../shared/similarity.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { t } from '../text.ts'
import { Disclose } from '../ui/disclose.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Select } from '../ui/select.tsx'
import { tell } from '../ui/toast.tsx'

/** A team states one circumstance of its own situation, and where it is to be found. */
export function CircumstanceForm(props: {
  agreementId: string
  teamId: string
  onStated: () => Promise<void>
}): JSX.Element {
  const [variable, setVariable] = createSignal<Variable>('region')
  const [value, setValue] = createSignal('')
  const [source, setSource] = createSignal('')
  const form = () => ({ variable: variable(), value: value().trim(), source: source() })
  const state = async () => {
    const param = { agreementId: props.agreementId, teamId: props.teamId }
    const json = circumstanceForm.parse(form())
    await call(api.api.agreements[':agreementId'].teams[':teamId'].circumstances.$post({ param, json }))
    tell(t('comparison.stated', { variable: t(`comparison.variable.${variable()}`) }))
    setValue('')
    await props.onStated()
  }
  return (
    <Disclose summary={t('comparison.state')}>
      <Form
        submit={t('comparison.stateAct')}
        onSubmit={state}
        check={{ schema: circumstanceForm, value: form }}
        refusal={refusal(actor(), 'circumstance.state', { agreementId: props.agreementId, teamId: props.teamId })}
      >
        <Select
          label={t('comparison.variable')}
          name="variable"
          options={variables.map((one) => ({ value: one, label: t(`comparison.variable.${one}`) }))}
          empty={false}
          value={variable()}
          onInput={(one) => {
            setVariable(one as Variable)
            setValue('')
          }}
        />
        <Show
          when={variable() === 'development'}
          fallback={
            <Field
              label={t('comparison.value')}
              name="value"
              hint={variable() === 'size' ? t('comparison.sizeHint') : undefined}
              value={value()}
              onInput={setValue}
              maxlength={120}
              required
            />
          }
        >
          <Select
            label={t('comparison.value')}
            name="value"
            options={developments.map((one) => ({ value: one, label: t(`comparison.development.${one}`) }))}
            value={value()}
            onInput={setValue}
          />
        </Show>
        <Field
          label={t('record.source')}
          name="source"
          hint={t('comparison.sourceHint')}
          value={source()}
          onInput={setSource}
          maxlength={500}
          required
        />
      </Form>
    </Disclose>
  )
}
