import { type JSX, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { refusal } from '../../../shared/permissions.ts'
import { type JudgementForm, judgementForm, verdicts } from '../../../shared/strategy.ts'
import { api, call } from '../../api.ts'
import { actor } from '../../session.ts'
import { t } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { Field, TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { tell } from '../../ui/toast.tsx'
import type { Strategy } from './strategies.ts'

/** Puts on record what the forum judged. The three verdicts look alike: none is weighted. */
export function JudgeForm(props: { strategy: Strategy; again: () => Promise<void> }): JSX.Element {
  const [draft, setDraft] = createStore({ verdict: '', reasons: '', judgedFrom: '' })
  const refused = () =>
    refusal(actor(), 'strategy.judge', { agreementId: props.strategy.agreementId, state: props.strategy.state })
  const form = () => ({
    verdict: draft.verdict,
    reasons: draft.reasons,
    ...(draft.verdict === 'not_yet_known' && { judgedFrom: draft.judgedFrom }),
  })
  const judge = async () => {
    const param = { id: props.strategy.id }
    await call(api.api.strategies[':id'].judgement.$put({ param, json: form() as JudgementForm }))
    tell(t('strategy.judgementTold'))
    await props.again()
  }
  return (
    <Show when={!refused()} fallback={<Button refusal={refused()}>{t('strategy.record')}</Button>}>
      <Form
        label={t('strategy.record')}
        submit={t('strategy.record')}
        onSubmit={judge}
        check={{ schema: judgementForm, value: form }}
      >
        <Choices
          label={t('strategy.theForumJudges')}
          name="verdict"
          options={verdicts.map((value) => ({
            value,
            label: t(`strategy.verdict.${value}`),
            hint: t(`strategy.verdictHint.${value}`),
          }))}
          value={draft.verdict}
          onInput={(verdict) => setDraft({ verdict })}
        />
        <TextArea
          label={t('strategy.reasons')}
          name="reasons"
          value={draft.reasons}
          onInput={(reasons) => setDraft({ reasons })}
          maxlength={5000}
          required
        />
        <Show when={draft.verdict === 'not_yet_known'}>
          <Field
            label={t('strategy.judgedAgainAt')}
            name="judgedFrom"
            hint={t('strategy.judgedHint')}
            value={draft.judgedFrom.replace('-', '/')}
            onInput={(label) => setDraft({ judgedFrom: label.replace('/', '-') })}
            maxlength={7}
            required
          />
        </Show>
      </Form>
    </Show>
  )
}
