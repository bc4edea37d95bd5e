import { createSignal, type JSX } from 'solid-js'
import { type FaultMove, faultDecision, faultReply, judgeOf } from '../../../shared/disclosure-fault.ts'
import { refusal } from '../../../shared/permissions.ts'
import { api, call } from '../../api.ts'
import { OpenedForm } from '../../commitment/opened-form.tsx'
import { actor, refreshSession } from '../../session.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { t } from '../../text.ts'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Select } from '../../ui/select.tsx'
import { tell } from '../../ui/toast.tsx'
import type { Fault } from './faults.ts'

interface AnswerProps {
  fault: Fault
  again: () => Promise<void>
}

/** The team's one reply. */
export function ReplyForm(props: AnswerProps): JSX.Element {
  const [reply, setReply] = createSignal('')
  const refused = () => {
    const { agreementId, team, state } = props.fault
    return refusal(actor(), 'fault.reply', { agreementId, teamId: team.id, state })
  }
  const send = async (close: () => void) => {
    await call(api.api.faults[':id'].reply.$put({ param: { id: props.fault.id }, json: { reply: reply() } }))
    close()
    tell(t('fault.replied'))
    await Promise.all([props.again(), refreshSession()])
  }
  return (
    <OpenedForm label={t('fault.reply')} refusal={refused()}>
      {(close) => (
        <Form
          label={t('fault.reply')}
          submit={t('fault.replySend')}
          check={{ schema: faultReply, value: () => ({ reply: reply() }) }}
          onSubmit={() => send(close)}
          beside={<p class="meta">{t('fault.replyOnce')}</p>}
        >
          <TextArea
            label={t('fault.replyBody')}
            name="reply"
            required
            rows={5}
            maxlength={10_000}
            value={reply()}
            onInput={setReply}
          />
        </Form>
      )}
    </OpenedForm>
  )
}

/** What those whom the charter names decide, with reasons. */
export function DecisionForm(props: AnswerProps): JSX.Element {
  const agreement = useAgreement()
  const [move, setMove] = createSignal('')
  const [reasons, setReasons] = createSignal('')
  const refused = () => {
    const { agreementId, team, state, allegedBy } = props.fault
    const concerned = { teamId: team.id, partyId: team.partyId }
    const judge = judgeOf(agreement().charter)
    return (
      refusal(actor(), 'fault.decide', { agreementId, state, concerned, deciding: judge }) ??
      (allegedBy?.id === actor()?.personId ? 'fault_own' : undefined)
    )
  }
  const value = () => ({ move: move(), reasons: reasons() })
  const send = async (close: () => void) => {
    const json = { move: move() as FaultMove, reasons: reasons() }
    await call(api.api.faults[':id'].decision.$put({ param: { id: props.fault.id }, json }))
    close()
    tell(t('fault.decided'))
    await Promise.all([props.again(), refreshSession()])
  }
  const options = () => (['confirm', 'dismiss'] as const).map((one) => ({ value: one, label: t(`fault.move.${one}`) }))
  return (
    <OpenedForm label={t('fault.decide')} refusal={refused()}>
      {(close) => (
        <Form
          label={t('fault.decide')}
          submit={t('fault.decideSend')}
          check={{ schema: faultDecision, value }}
          onSubmit={() => send(close)}
        >
          <Select label={t('fault.answer')} name="move" required options={options()} value={move()} onInput={setMove} />
          <TextArea
            label={t('fault.reasons')}
            name="reasons"
            required
            rows={5}
            maxlength={5000}
            value={reasons()}
            onInput={setReasons}
          />
        </Form>
      )}
    </OpenedForm>
  )
}
