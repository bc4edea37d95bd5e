import { createSignal, type JSX } from 'solid-js'
import { createStore, produce } from 'solid-js/store'
import { allegation, type FaultPart, faultParts } from '../../../shared/disclosure-fault.ts'
import type { Evidence } from '../../../shared/evidence.ts'
import { refusal } from '../../../shared/permissions.ts'
import { api, call } from '../../api.ts'
import { type EvidenceDraft, emptyEvidence } from '../../commitment/drafts.ts'
import { EvidenceFields } from '../../commitment/evidence-fields.tsx'
import { OpenedForm } from '../../commitment/opened-form.tsx'
import { actor, refreshSession } from '../../session.ts'
import { t } from '../../text.ts'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { tell } from '../../ui/toast.tsx'
import type { DisclosureView } from '../records.ts'
import { partWords } from './faults.ts'

/** Says that an open disclosure is false in one of its parts, with what shows it. */
export function AllegePart(props: { view: DisclosureView }): JSX.Element {
  const [part, setPart] = createSignal('')
  const [statement, setStatement] = createSignal('')
  const [evidence, change] = createStore<{ items: EvidenceDraft[] }>({ items: [emptyEvidence()] })
  const refused = () => {
    const { agreementId, teamId, state } = props.view
    return refusal(actor(), 'fault.allege', { agreementId, state, concerned: { teamId } })
  }
  const value = () => ({ part: part(), statement: statement(), evidence: evidence.items.map(asEvidence) })
  const send = async (close: () => void) => {
    const json = { ...value(), part: part() as FaultPart }
    await call(api.api.disclosures[':id'].faults.$post({ param: { id: props.view.id }, json }))
    close()
    setStatement('')
    tell(t('fault.alleged'))
    await refreshSession()
  }
  const options = () => faultParts.map((one) => ({ value: one, label: partWords(one) }))
  return (
    <OpenedForm label={t('fault.allege')} refusal={refused()}>
      {(close) => (
        <Form
          label={t('fault.allege')}
          submit={t('fault.allegeSend')}
          check={{ schema: allegation, value }}
          onSubmit={() => send(close)}
          beside={<p class="meta">{t('fault.allegeFor')}</p>}
        >
          <Select label={t('fault.part')} name="part" required options={options()} value={part()} onInput={setPart} />
          <TextArea
            label={t('fault.statement')}
            name="statement"
            hint={t('fault.statementHint')}
            required
            rows={5}
            maxlength={5000}
            value={statement()}
            onInput={setStatement}
          />
          <EvidenceFields items={evidence.items} change={(edit) => change('items', produce(edit))} />
        </Form>
      )}
    </OpenedForm>
  )
}

/** As the schema takes it: an empty field is absent. */
const asEvidence = ({ title, kind, url, description }: EvidenceDraft): Evidence => ({
  title,
  kind: kind as Evidence['kind'],
  url: url.trim() || undefined,
  description: description.trim() || undefined,
})
