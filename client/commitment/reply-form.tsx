import { For, type JSX } from 'solid-js'
import { createStore } from 'solid-js/store'
import { axes, newReply, replyStances } from '../../shared/finding.ts'
import { api, call } from '../api.ts'
import { t } from '../text.ts'
import { Choices } from '../ui/checkbox.tsx'
import { TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { tell } from '../ui/toast.tsx'
import { asReply, emptyReply } from './drafts.ts'
import type { Finding } from './programmes.ts'

/** The party's one reply to a finding, question by question. */
export function ReplyForm(props: { finding: Finding; onSent: () => Promise<void> }): JSX.Element {
  const [draft, change] = createStore(emptyReply())
  const labels = {
    implementation: 'commitment.form.replyImplementation',
    outcome: 'commitment.form.replyOutcome',
  } as const
  const send = async () => {
    const { id } = props.finding
    await call(api.api.findings[':id'].reply.$put({ param: { id }, json: asReply(draft) }))
    tell(t('commitment.form.replySent'))
    await props.onSent()
  }
  return (
    <Form
      label={t('commitment.form.giveReply', { number: props.finding.number })}
      submit={t('commitment.form.sendReply')}
      check={{ schema: newReply, value: () => asReply(draft) }}
      onSubmit={send}
      beside={<p class="meta">{t('commitment.form.replyOnce')}</p>}
    >
      <For each={axes}>
        {(axis) => (
          <>
            <Choices
              label={t(labels[axis])}
              name={`${axis}.stance`}
              options={replyStances.map((value) => ({ value, label: t(`commitment.replyStance.${value}`) }))}
              value={draft[axis].stance}
              onInput={(value) => change(axis, 'stance', value)}
            />
            <TextArea
              label={t('commitment.form.replyText')}
              hint={t('commitment.form.replyTextHint')}
              name={`${axis}.text`}
              rows={4}
              maxlength={10_000}
              value={draft[axis].text}
              onInput={(value) => change(axis, 'text', value)}
            />
          </>
        )}
      </For>
    </Form>
  )
}
