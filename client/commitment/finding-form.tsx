import type { JSX } from 'solid-js'
import { createStore, produce } from 'solid-js/store'
import { implementations, outcomes } from '../../shared/commitment.ts'
import { evidenceGap, newFinding } from '../../shared/finding.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { api, call } from '../api.ts'
import { formatDay, t } from '../text.ts'
import { Choices } from '../ui/checkbox.tsx'
import { TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { tell } from '../ui/toast.tsx'
import { asFinding, emptyFinding } from './drafts.ts'
import { EvidenceFields } from './evidence-fields.tsx'
import { FigureFields } from './figure-fields.tsx'
import type { Commitment } from './programmes.ts'

/** What the monitor publishes: the two questions are asked and answered one after the other, never as one. */
export function FindingForm(props: { commitment: Commitment; onSent: () => Promise<void> }): JSX.Element {
  const [draft, change] = createStore(emptyFinding())
  /** Said on the button as soon as both questions are answered: the same rule that the server holds to. */
  const gap = (): RefusalCode | undefined => {
    const parsed = newFinding.safeParse(asFinding(draft))
    return parsed.success ? evidenceGap(parsed.data)?.code : undefined
  }
  const send = async () => {
    const { id } = props.commitment
    const finding = await call(api.api.commitments[':id'].findings.$post({ param: { id }, json: asFinding(draft) }))
    change(emptyFinding())
    tell(t('commitment.form.findingSent', { number: finding.number, day: formatDay(finding.replyDueOn) }))
    await props.onSent()
  }
  return (
    <Form
      label={t('commitment.form.publishFinding')}
      submit={t('commitment.form.sendFinding')}
      primary
      check={{ schema: newFinding, value: () => asFinding(draft) }}
      refusal={gap()}
      onSubmit={send}
      beside={<p class="meta">{t('commitment.form.forGood')}</p>}
    >
      <Choices
        label={t('commitment.form.implementation')}
        name="implementation.answer"
        options={implementations.map((value) => ({ value, label: t(`commitment.implementation.${value}`) }))}
        value={draft.implementation.answer}
        onInput={(value) => change('implementation', 'answer', value)}
      />
      <TextArea
        label={t('commitment.form.implementationText')}
        hint={t('commitment.form.noDataHint')}
        name="implementation.text"
        required
        rows={4}
        maxlength={10_000}
        value={draft.implementation.text}
        onInput={(value) => change('implementation', 'text', value)}
      />
      <Choices
        label={t('commitment.form.outcome')}
        name="outcome.answer"
        options={outcomes.map((value) => ({ value, label: t(`commitment.outcome.${value}`) }))}
        value={draft.outcome.answer}
        onInput={(value) => change('outcome', 'answer', value)}
      />
      <TextArea
        label={t('commitment.form.outcomeText')}
        hint={t('commitment.form.noDataHint')}
        name="outcome.text"
        required
        rows={4}
        maxlength={10_000}
        value={draft.outcome.text}
        onInput={(value) => change('outcome', 'text', value)}
      />
      <FigureFields draft={draft} unit={props.commitment.measure.unit} change={change} />
      <TextArea
        label={t('commitment.form.method')}
        name="method"
        required
        rows={3}
        maxlength={5000}
        value={draft.method}
        onInput={(value) => change('method', value)}
      />
      <EvidenceFields items={draft.evidence} change={(edit) => change('evidence', produce(edit))} weighed />
    </Form>
  )
}
