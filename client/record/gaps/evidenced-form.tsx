import type { JSX } from 'solid-js'
import { createStore, produce } from 'solid-js/store'
import type { Evidence } from '../../../shared/evidence.ts'
import { type EvidenceDraft, emptyEvidence } from '../../commitment/drafts.ts'
import { EvidenceFields } from '../../commitment/evidence-fields.tsx'
import { t } from '../../text.ts'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'

/** What stands in the form: words, and what shows them. */
export interface Told {
  body: string
  evidence: Evidence[]
}

type Schema = NonNullable<Parameters<typeof Form>[0]['check']>['schema']

/** Words of a team with the evidence for them: an explanation, or how an adoption goes. */
export function EvidencedForm<Sent extends Told>(props: {
  label: string
  words: string
  hint?: string | undefined
  submit: string
  schema: Schema
  /** What is sent, of what was written. */
  value: (told: Told) => Sent
  evidence: boolean
  onSend: (sent: Sent) => Promise<unknown>
  children?: JSX.Element
}): JSX.Element {
  const empty = () => ({ body: '', evidence: props.evidence ? [emptyEvidence()] : [] })
  const [draft, change] = createStore<{ body: string; evidence: EvidenceDraft[] }>(empty())
  const sent = () => props.value({ body: draft.body, evidence: draft.evidence.map(asEvidence) })
  const send = async () => {
    await props.onSend(sent())
    change(empty())
  }
  return (
    <Form
      label={props.label}
      submit={props.submit}
      check={{ schema: props.schema, value: sent }}
      onSubmit={send}
      beside={<p class="meta">{t('gap.forGood')}</p>}
    >
      <TextArea
        label={props.words}
        hint={props.hint}
        name="body"
        required
        rows={6}
        maxlength={10_000}
        value={draft.body}
        onInput={(value) => change('body', value)}
      />
      {props.children}
      <EvidenceFields items={draft.evidence} change={(edit) => change('evidence', produce(edit))} />
    </Form>
  )
}

/** As the schema takes it: an empty field is absent. */
const asEvidence = ({ title, kind, url, description }: EvidenceDraft): Evidence => ({
  title,
  kind: kind as Evidence['kind'],
  url: url.trim() || undefined,
  description: description.trim() || undefined,
})
