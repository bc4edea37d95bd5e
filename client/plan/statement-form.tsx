import { createSignal, For, type JSX, Show } from 'solid-js'
import { refusal } from '../../shared/permissions.ts'
import { needsReason, type Stance, stageRefusal, stances, statement } from '../../shared/plan.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { delegationWho, useAgreement } from '../shell/agreement.ts'
import { t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Refusable } from '../ui/refusable.tsx'
import { tell } from '../ui/toast.tsx'
import type { PlanHere, ReadingInFull } from './overview.ts'
import type { Counted } from './reading-sum.ts'

/**
 * Says what one's delegation says on a reading. The three choices look alike: none is weighted. They open once this
 * browser has counted the sum of the text that it shows.
 */
export function StatementForm(props: {
  here: PlanHere
  reading: ReadingInFull
  counted: Counted
  onSpoken: () => Promise<void>
}): JSX.Element {
  const agreement = useAgreement()
  const [stance, setStance] = createSignal<Stance>()
  const own = () =>
    actor()?.seats.find((seat) => seat.agreementId === agreement().id && seat.kind === 'delegate')?.delegationId
  const name = () => delegationWho(agreement(), own())?.name ?? ''
  const refused = (): RefusalCode | undefined =>
    refusal(actor(), 'reading.concur', { ...props.reading, delegationId: own() }) ??
    stageRefusal('concur', props.here.forum.stage) ??
    (props.counted === 'same' ? undefined : 'hash_differs')
  const reason = () =>
    refused() === 'hash_differs' && props.counted === 'counting' ? t('plan.sum.counting') : undefined
  const speak = async (said: Stance, why: string) => {
    const param = { id: props.reading.id, delegationId: own() ?? '' }
    const json = { stance: said, reason: why, hash: props.reading.hash }
    await call(api.api.readings[':id'].concurrences[':delegationId'].$put({ param, json }))
    tell(t('plan.spoken', { delegation: name() }))
    setStance(undefined)
    await props.onSpoken()
  }
  return (
    <>
      <Refusable refusal={refused()} reason={reason()}>
        {(attributes) => (
          <fieldset class="row speak" {...attributes}>
            <legend class="vh">{t('plan.speak.for', { delegation: name() })}</legend>
            <For each={stances}>
              {(one) => (
                <button
                  type="button"
                  class="button"
                  aria-pressed={stance() === one}
                  aria-disabled={refused() ? 'true' : undefined}
                  onClick={() => refused() || setStance(stance() === one ? undefined : one)}
                >
                  {t(`plan.speak.${one}`)}
                </button>
              )}
            </For>
          </fieldset>
        )}
      </Refusable>
      <Show when={!refused() && stance()}>
        {(chosen) => (
          <Statement
            stance={chosen()}
            reading={props.reading}
            delegation={name()}
            onSend={(why) => speak(chosen(), why)}
            onCancel={() => setStance(undefined)}
          />
        )}
      </Show>
    </>
  )
}

/** What will be recorded, and the reason, before it is. */
function Statement(props: {
  stance: Stance
  reading: ReadingInFull
  delegation: string
  onSend: (reason: string) => Promise<void>
  onCancel: () => void
}): JSX.Element {
  const [reason, setReason] = createSignal('')
  const said = () => ({ stance: props.stance, reason: reason(), hash: props.reading.hash })
  const needed = () => needsReason(props.stance)
  return (
    <Form
      class="compose"
      label={t(`plan.speak.${props.stance}`)}
      submit={t(`plan.record.${props.stance}`)}
      refusal={needed() && reason().trim() === '' ? 'reason_needed' : undefined}
      check={{ schema: statement, value: said }}
      onSubmit={() => props.onSend(reason().trim())}
      beside={<Button onClick={() => props.onCancel()}>{t('ui.cancel')}</Button>}
    >
      <p class="meta">
        {t(`plan.record.${props.stance}.what`, { delegation: props.delegation, number: props.reading.number })}
      </p>
      <TextArea
        label={t('plan.reason')}
        name="reason"
        optional={!needed()}
        required={needed()}
        hint={t('plan.reason.hint')}
        maxlength={5000}
        rows={3}
        value={reason()}
        onInput={setReason}
      />
    </Form>
  )
}
