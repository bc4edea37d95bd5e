import { For, type JSX } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { Actor } from '../../../shared/agreement.ts'
import { refusal } from '../../../shared/permissions.ts'
import type { Indicator } from '../../../shared/record.ts'
import { strategyForm } from '../../../shared/strategy.ts'
import { api, call } from '../../api.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { t } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Disclose } from '../../ui/disclose.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { tell } from '../../ui/toast.tsx'
import { ownTeam } from '../records.ts'
import { titleOf } from '../words.ts'

const blank = () => ({
  title: '',
  hypothesis: '',
  practice: '',
  situation: '',
  indicatorIds: [] as string[],
  baselinePeriod: '',
  trialPeriod: '',
  judgedFrom: '',
})

/** Puts a method of one's own team on trial; who may not sees why. */
export function RegisterForm(props: {
  actor: Actor | undefined
  indicators: readonly Indicator[]
  onRegistered: () => Promise<void>
}): JSX.Element {
  const agreement = useAgreement()
  const [draft, setDraft] = createStore(blank())
  const teamId = () => ownTeam(props.actor, agreement().id)
  const refused = () =>
    refusal(props.actor, 'strategy.register', { agreementId: agreement().id, teamId: teamId() ?? '' })
  const form = () => ({ ...draft, indicatorIds: [...draft.indicatorIds] })
  const register = async () => {
    const param = { agreementId: agreement().id, teamId: teamId()! }
    const json = strategyForm.parse(form())
    await call(api.api.agreements[':agreementId'].teams[':teamId'].strategies.$post({ param, json }))
    tell(t('strategy.registered', { title: draft.title }))
    setDraft(blank())
    await props.onRegistered()
  }
  const choose = (id: string, chosen: boolean) =>
    setDraft('indicatorIds', (ids) => (chosen ? [...ids, id] : ids.filter((one) => one !== id)))
  const usable = () => props.indicators.filter((one) => one.direction !== 'neither')
  if (refused())
    return (
      <>
        <p class="note">{t('strategy.registerLede')}</p>
        <Button refusal={refused()}>{t('strategy.register')}</Button>
      </>
    )
  return (
    <Disclose summary={t('strategy.register')}>
      <p class="note">{t('strategy.registerLede')}</p>
      <Form submit={t('strategy.register')} onSubmit={register} check={{ schema: strategyForm, value: form }}>
        <Field
          label={t('strategy.name')}
          name="title"
          value={draft.title}
          onInput={(title) => setDraft({ title })}
          maxlength={200}
          required
        />
        <TextArea
          label={t('strategy.hypothesis')}
          name="hypothesis"
          hint={t('strategy.hypothesisHint')}
          value={draft.hypothesis}
          onInput={(hypothesis) => setDraft({ hypothesis })}
          maxlength={5000}
          required
        />
        <TextArea
          label={t('strategy.practice')}
          name="practice"
          hint={t('strategy.practiceHint')}
          value={draft.practice}
          onInput={(practice) => setDraft({ practice })}
          maxlength={5000}
          required
        />
        <Field
          label={t('strategy.situation')}
          name="situation"
          hint={t('strategy.situationHint')}
          value={draft.situation}
          onInput={(situation) => setDraft({ situation })}
          maxlength={1000}
          optional
        />
        <fieldset class="choices">
          <legend>{t('strategy.indicators')}</legend>
          <For each={usable()}>
            {(indicator) => (
              <Checkbox
                label={titleOf(indicator)}
                checked={draft.indicatorIds.includes(indicator.id)}
                onChange={(chosen) => choose(indicator.id, chosen)}
              />
            )}
          </For>
        </fieldset>
        <Field
          label={t('strategy.baselinePeriod')}
          name="baselinePeriod"
          hint={t('strategy.baselineHint')}
          value={draft.baselinePeriod}
          onInput={(baselinePeriod) => setDraft({ baselinePeriod })}
          maxlength={8}
          required
        />
        <Field
          label={t('strategy.trialPeriod')}
          name="trialPeriod"
          hint={t('strategy.trialHint')}
          value={draft.trialPeriod}
          onInput={(trialPeriod) => setDraft({ trialPeriod })}
          maxlength={8}
          required
        />
        <Field
          label={t('strategy.judgedAt')}
          name="judgedFrom"
          hint={t('strategy.judgedHint')}
          value={draft.judgedFrom.replace('-', '/')}
          onInput={(judgedFrom) => setDraft({ judgedFrom: judgedFrom.replace('/', '-') })}
          maxlength={7}
          required
        />
      </Form>
    </Disclose>
  )
}
