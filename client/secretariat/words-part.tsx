import { createSignal, type JSX } from 'solid-js'
import { agreementChange } from '../../shared/agreement-forms.ts'
import { refusal } from '../../shared/permissions.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { useAgreement, useAgreementAgain } from '../shell/agreement.ts'
import { t } from '../text.ts'
import { Field, TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Part } from '../ui/lists.tsx'
import { tell } from '../ui/toast.tsx'

/** How the agreement is called and told. */
export function WordsPart(): JSX.Element {
  const agreement = useAgreement()
  const again = useAgreementAgain()
  const [title, setTitle] = createSignal(agreement().title)
  const [summary, setSummary] = createSignal(agreement().summary)
  const given = () => ({ title: title(), summary: summary() })
  const save = async () => {
    await call(api.api.agreements[':id'].$put({ param: { id: agreement().id }, json: given() }))
    tell(t('agreement.secretariat.saved'))
    await again()
  }
  return (
    <Part title={t('agreement.secretariat.words')}>
      <Form
        label={t('agreement.secretariat.words')}
        check={{ schema: agreementChange, value: given }}
        onSubmit={save}
        submit={t('agreement.secretariat.save')}
        refusal={refusal(actor(), 'agreement.change', { agreementId: agreement().id })}
      >
        <Field label={t('agreement.name')} name="title" required maxlength={200} value={title()} onInput={setTitle} />
        <TextArea
          label={t('agreement.summary')}
          hint={t('agreement.summaryHint')}
          name="summary"
          optional
          maxlength={2000}
          value={summary()}
          onInput={setSummary}
        />
      </Form>
    </Part>
  )
}
