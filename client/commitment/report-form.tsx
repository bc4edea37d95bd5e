import type { JSX } from 'solid-js'
import { createStore, produce } from 'solid-js/store'
import { claims } from '../../shared/commitment.ts'
import { newReport } from '../../shared/finding.ts'
import { api, call } from '../api.ts'
import { t } from '../text.ts'
import { Choices } from '../ui/checkbox.tsx'
import { TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { tell } from '../ui/toast.tsx'
import { asReport, emptyReport } from './drafts.ts'
import { EvidenceFields } from './evidence-fields.tsx'
import { FigureFields } from './figure-fields.tsx'
import type { Commitment } from './programmes.ts'

/** What a delegate of the responsible party says of the commitment. What is sent stays as it is. */
export function ReportForm(props: { commitment: Commitment; onSent: () => Promise<void> }): JSX.Element {
  const [draft, change] = createStore(emptyReport())
  const send = async () => {
    const { id } = props.commitment
    await call(api.api.commitments[':id'].reports.$post({ param: { id }, json: asReport(draft) }))
    change(emptyReport())
    tell(t('commitment.form.reportSent'))
    await props.onSent()
  }
  return (
    <Form
      label={t('commitment.form.fileReport')}
      submit={t('commitment.form.sendReport')}
      primary
      check={{ schema: newReport, value: () => asReport(draft) }}
      onSubmit={send}
      beside={<p class="meta">{t('commitment.form.forGood')}</p>}
    >
      <Choices
        label={t('commitment.form.claim')}
        name="claim"
        options={claims.map((value) => ({ value, label: t(`commitment.claim.${value}`) }))}
        value={draft.claim}
        onInput={(value) => change('claim', value)}
      />
      <TextArea
        label={t('commitment.form.reportText')}
        name="text"
        required
        rows={6}
        maxlength={10_000}
        value={draft.text}
        onInput={(value) => change('text', value)}
      />
      <FigureFields draft={draft} unit={props.commitment.measure.unit} change={change} />
      <EvidenceFields items={draft.evidence} change={(edit) => change('evidence', produce(edit))} />
    </Form>
  )
}
