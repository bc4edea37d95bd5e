import { createSignal, For, type JSX, Show } from 'solid-js'
import { refusal } from '../../../shared/permissions.ts'
import { dissentForm } from '../../../shared/strategy.ts'
import { api, call } from '../../api.ts'
import { forumName, type loadFora } from '../../forum/fora.ts'
import { paths } from '../../paths.ts'
import { actor } from '../../session.ts'
import { delegationWho, useAgreement } from '../../shell/agreement.ts'
import { formatInstant, t } from '../../text.ts'
import { Disclose } from '../../ui/disclose.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Part } from '../../ui/lists.tsx'
import { State } from '../../ui/state.tsx'
import { tell } from '../../ui/toast.tsx'
import { Who } from '../../ui/who.tsx'
import { MethodText } from '../method-part.tsx'
import { JudgeForm } from './judge-form.tsx'
import { type Judgement, type Strategy, verdictMarks } from './strategies.ts'

type Fora = Awaited<ReturnType<typeof loadFora>>

/** What fora judged of a strategy, with every dissent; and the form by which the next judgement is put on record. */
export function JudgementsPart(props: { strategy: Strategy; fora: Fora; again: () => Promise<void> }): JSX.Element {
  return (
    <Part title={t('strategy.judgement')} id="judgement">
      <Show when={props.strategy.judgements.length === 0}>
        <p class="note">{t('strategy.noJudgement')}</p>
      </Show>
      <For each={props.strategy.judgements}>
        {(judgement) => (
          <Judged
            agreementId={props.strategy.agreementId}
            judgement={judgement}
            stage={props.fora.find((forum) => forum.id === judgement.forumId)?.stage ?? 'closed'}
            again={props.again}
          />
        )}
      </For>
      <Show when={props.strategy.state === 'on_trial'}>
        <JudgeForm strategy={props.strategy} again={props.again} />
      </Show>
    </Part>
  )
}

interface JudgedProps {
  agreementId: string
  judgement: Judgement
  stage: string
  again: () => Promise<void>
}

function Judged(props: JudgedProps): JSX.Element {
  const agreement = useAgreement()
  return (
    <article class="stack">
      <h3>
        <State mark={verdictMarks[props.judgement.verdict]}>{t(`strategy.verdict.${props.judgement.verdict}`)}</State>
      </h3>
      <p class="meta">
        <a href={paths.forum(agreement().slug, props.judgement.label)}>{forumName(props.judgement.label)}</a>,{' '}
        {formatInstant(props.judgement.at)}
        <Show when={props.judgement.judgedAgainFrom}>
          {(label) => <>. {t('strategy.again', { forum: forumName(label()) })}</>}
        </Show>
      </p>
      <MethodText body={props.judgement.reasons} />
      <Show when={props.judgement.dissents.length > 0}>
        <h4>{t('strategy.dissents')}</h4>
        <ul class="stances">
          <For each={props.judgement.dissents}>
            {(one) => (
              <li>
                <Show when={delegationWho(agreement(), one.delegationId)}>
                  {(who) => (
                    <>
                      <Who mark={who().mark} side={who().side} party={who().party} /> <b>{who().name}</b>{' '}
                    </>
                  )}
                </Show>
                <p>{one.reason}</p>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <DissentForm {...props} />
    </article>
  )
}

/** For delegates: a delegation that sees it otherwise says why. */
function DissentForm(props: JudgedProps): JSX.Element {
  const own = () =>
    actor()?.seats.find((seat) => seat.agreementId === props.agreementId && seat.kind === 'delegate')?.delegationId
  const before = () => props.judgement.dissents.find((one) => one.delegationId === own())?.reason ?? ''
  const [reason, setReason] = createSignal(before())
  const refused = () =>
    refusal(actor(), 'strategy.dissent', {
      agreementId: props.agreementId,
      delegationId: own(),
      state: props.stage,
    })
  const send = async () => {
    const param = { id: props.judgement.id, delegationId: own()! }
    await call(api.api.judgements[':id'].dissents[':delegationId'].$put({ param, json: { reason: reason() } }))
    tell(t('strategy.dissented'))
    await props.again()
  }
  return (
    <Show when={own()}>
      <Disclose summary={t('strategy.dissent')}>
        <Form
          submit={t('strategy.dissent')}
          onSubmit={send}
          refusal={refused()}
          check={{ schema: dissentForm, value: () => ({ reason: reason() }) }}
        >
          <TextArea
            label={t('strategy.dissentReason')}
            name="reason"
            hint={t('strategy.dissentHint')}
            value={reason()}
            onInput={setReason}
            maxlength={5000}
            required
          />
        </Form>
      </Disclose>
    </Show>
  )
}
