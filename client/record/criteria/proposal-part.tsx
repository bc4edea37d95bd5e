import { createSignal, For, type JSX, Show } from 'solid-js'
import { voice } from '../../../shared/criterion.ts'
import { stanceMarks } from '../../../shared/marks.ts'
import { refusal } from '../../../shared/permissions.ts'
import { stances } from '../../../shared/plan.ts'
import type { Indicator } from '../../../shared/record.ts'
import { api, call } from '../../api.ts'
import { actor } from '../../session.ts'
import { delegationWho, useAgreement } from '../../shell/agreement.ts'
import { formatInstant, t } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Part } from '../../ui/lists.tsx'
import { State } from '../../ui/state.tsx'
import { tell } from '../../ui/toast.tsx'
import { Who } from '../../ui/who.tsx'
import type { Criterion, Revision } from './criteria.ts'
import { CriterionText } from './criterion-body.tsx'

interface ProposalProps {
  criterion: Criterion
  proposed: Revision
  indicators: readonly Indicator[]
  again: () => Promise<void>
}

/** What waits for the forum: its wording, what each delegation says on it, and the step by which it comes into force. */
export function ProposalPart(props: ProposalProps): JSX.Element {
  const subject = () => ({ agreementId: props.criterion.agreementId, state: props.proposed.state })
  const promulgate = async () => {
    await call(api.api['criterion-revisions'][':id'].promulgation.$put({ param: { id: props.proposed.id } }))
    tell(t('criterion.promulgated'))
    await props.again()
  }
  return (
    <Part title={t('criterion.waits', { version: props.proposed.version })} id="proposal">
      <p class="note">
        {t('criterion.proposedBy', { name: props.proposed.proposedBy, when: formatInstant(props.proposed.proposedAt) })}
      </p>
      <CriterionText body={props.proposed.body} indicators={props.indicators} />
      <h3>{t('criterion.voices')}</h3>
      <Voices proposed={props.proposed} />
      <VoiceForm {...props} />
      <p class="row">
        <Button refusal={refusal(actor(), 'criterion.promulgate', subject())} onClick={promulgate}>
          {t('criterion.promulgate')}
        </Button>
      </p>
    </Part>
  )
}

function Voices(props: { proposed: Revision }): JSX.Element {
  const agreement = useAgreement()
  const said = (id: string) => props.proposed.voices.find((one) => one.delegationId === id)
  return (
    <ul class="stances">
      <For each={agreement().delegations}>
        {(delegation) => (
          <li>
            <Show when={delegationWho(agreement(), delegation.id)}>
              {(who) => (
                <>
                  <Who mark={who().mark} side={who().side} party={who().party} /> <b>{who().name}</b>{' '}
                </>
              )}
            </Show>
            <Show when={said(delegation.id)} fallback={<State mark="empty">{t('criterion.silent')}</State>}>
              {(one) => (
                <>
                  <State mark={stanceMarks[one().stance]}>{t(`criterion.stance.${one().stance}`)}</State>
                  <Show when={one().reason}>
                    <p>{one().reason}</p>
                  </Show>
                </>
              )}
            </Show>
          </li>
        )}
      </For>
    </ul>
  )
}

/** What one's delegation says; the three choices look alike. */
function VoiceForm(props: ProposalProps): JSX.Element {
  const [stance, setStance] = createSignal('')
  const [reason, setReason] = createSignal('')
  const own = () =>
    actor()?.seats.find((seat) => seat.agreementId === props.criterion.agreementId && seat.kind === 'delegate')
      ?.delegationId
  const refused = () =>
    refusal(actor(), 'criterion.concur', {
      agreementId: props.criterion.agreementId,
      delegationId: own(),
      state: props.proposed.state,
    })
  const form = () => ({ stance: stance(), reason: reason() })
  const speak = async () => {
    const param = { id: props.proposed.id, delegationId: own()! }
    const revision = api.api['criterion-revisions'][':id'].voices[':delegationId']
    await call(revision.$put({ param, json: voice.parse(form()) }))
    tell(t('criterion.spoken'))
    await props.again()
  }
  return (
    <Show when={own()}>
      <Form
        label={t('criterion.speak')}
        submit={t('criterion.speak')}
        onSubmit={speak}
        refusal={refused()}
        check={{ schema: voice, value: form }}
      >
        <Choices
          label={t('criterion.yourDelegation')}
          name="stance"
          options={stances.map((value) => ({ value, label: t(`criterion.speak.${value}`) }))}
          value={stance()}
          onInput={setStance}
        />
        <TextArea
          label={t('criterion.reason')}
          name="reason"
          hint={t('criterion.reasonHint')}
          value={reason()}
          onInput={setReason}
          maxlength={5000}
          optional={stance() === 'concur'}
        />
      </Form>
    </Show>
  )
}
