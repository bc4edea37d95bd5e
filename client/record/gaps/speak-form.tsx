import { createSignal, type JSX, Show } from 'solid-js'
import { effectOf, type Question, voiceAnswers } from '../../../shared/gap.ts'
import { voiceForm } from '../../../shared/gap-forms.ts'
import { refusal } from '../../../shared/permissions.ts'
import { api, call } from '../../api.ts'
import { actor, refreshSession } from '../../session.ts'
import { t, tKind } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { tell } from '../../ui/toast.tsx'
import type { GapView } from './gaps.ts'

type Open = NonNullable<GapView['open']>

/** One answer for the whole delegation; whoever the charter does not ask, or whose own case it is, reads why not. */
export function SpeakForm(props: {
  gap: GapView
  open: Open
  question: Question
  again: () => Promise<unknown>
}): JSX.Element {
  const [answer, setAnswer] = createSignal<string>()
  const [reason, setReason] = createSignal('')
  const given = () => ({ answer: answer(), reason: reason() })
  const refused = () => {
    const { agreementId, state, team } = props.gap
    const concerned = { partyId: team.partyId, teamId: team.id }
    const subject = { agreementId, state, concerned, deciding: props.open.seat }
    return refusal(actor(), 'gap.speak', subject)
  }
  const send = async () => {
    await call(api.api.gaps[':id'].voice.$put({ param: { id: props.gap.id }, json: voiceForm.parse(given()) }))
    tell(t('gap.spoken'))
    await Promise.all([props.again(), refreshSession()])
  }
  const options = () =>
    voiceAnswers
      .filter((value) => effectOf(props.question, value))
      .map((value) => ({ value, label: tKind(`gap.answer.${props.question}`, value) }))
  return (
    <Show
      when={!refused()}
      fallback={
        <Button
          refusal={refused()}
          reason={refused() === 'not_asked' ? t(`gap.onlyAsked.${props.open.seat}`) : undefined}
        >
          {t('gap.speak')}
        </Button>
      }
    >
      <Form
        label={t('gap.decision')}
        submit={t('gap.speak')}
        check={{ schema: voiceForm, value: given }}
        onSubmit={send}
      >
        <Choices label={t('gap.answer')} name="answer" options={options()} value={answer()} onInput={setAnswer} />
        <TextArea
          label={t('gap.whyRefuse')}
          hint={t('gap.whyRefuseHint')}
          name="reason"
          optional={answer() !== 'refuse'}
          maxlength={5000}
          value={reason()}
          onInput={setReason}
        />
      </Form>
    </Show>
  )
}
