import { createSignal, type JSX } from 'solid-js'
import { methodTitle } from '../../../shared/method.ts'
import { refusal } from '../../../shared/permissions.ts'
import { api, call } from '../../api.ts'
import { actor } from '../../session.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { t } from '../../text.ts'
import { Field } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Part } from '../../ui/lists.tsx'

/** A team begins to write its method together. */
export function BeginMethod(props: { team: { id: string }; again: () => Promise<void> }): JSX.Element {
  const agreement = useAgreement()
  const [title, setTitle] = createSignal('')
  const begin = async () => {
    const param = { teamId: props.team.id }
    await call(api.api.teams[':teamId']['method-text'].$post({ param, json: { title: title() } }))
    await props.again()
  }
  return (
    <Part title={t('method.write')}>
      <p class="note">{t('method.beginLede')}</p>
      <Form
        submit={t('method.begin')}
        primary
        onSubmit={begin}
        check={{ schema: methodTitle, value: () => ({ title: title() }) }}
        refusal={refusal(actor(), 'method.write', { agreementId: agreement().id, teamId: props.team.id })}
      >
        <Field
          label={t('record.methodName')}
          name="title"
          value={title()}
          onInput={setTitle}
          maxlength={200}
          required
        />
      </Form>
    </Part>
  )
}
