import { createSignal, For, type JSX, Show } from 'solid-js'
import { refusal } from '../../shared/permissions.ts'
import { type AgreedVariable, similarityForm, type Variable, variables } from '../../shared/similarity.ts'
import { api, call } from '../api.ts'
import { actor } from '../session.ts'
import { t } from '../text.ts'
import { Checkbox } from '../ui/checkbox.tsx'
import { Disclose } from '../ui/disclose.tsx'
import { Field, TextArea } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { tell } from '../ui/toast.tsx'

interface Forum {
  id: string
  agreementId: string
  stage: 'notice' | 'disclosure' | 'comparison' | 'deliberation' | 'adoption' | 'closed'
}

/** Puts on record which circumstances the forum lets count, and why. */
export function SimilarityForm(props: {
  forum: Forum
  latest: { variables: readonly AgreedVariable[] } | undefined
  onAgreed: () => Promise<void>
}): JSX.Element {
  const before = props.latest?.variables ?? []
  const [chosen, setChosen] = createSignal<readonly Variable[]>(before.map(({ variable }) => variable))
  const [factor, setFactor] = createSignal(String(before.find((one) => one.factor)?.factor ?? 3))
  const [reason, setReason] = createSignal('')
  const form = () => ({
    variables: chosen().map((variable) =>
      variable === 'size' ? { variable, factor: Number(factor()) } : { variable },
    ),
    reason: reason(),
  })
  const agree = async () => {
    const json = similarityForm.parse(form())
    await call(api.api.forums[':forumId'].similarity.$put({ param: { forumId: props.forum.id }, json }))
    tell(t('comparison.agreed'))
    setReason('')
    await props.onAgreed()
  }
  const toggle = (variable: Variable, on: boolean) =>
    setChosen(variables.filter((one) => (one === variable ? on : chosen().includes(one))))
  const subject = () => ({ agreementId: props.forum.agreementId, state: props.forum.stage })
  return (
    <Disclose summary={t('comparison.agree')}>
      <p class="note">{t('comparison.agreeLede')}</p>
      <Form
        submit={t('comparison.agree')}
        onSubmit={agree}
        check={{ schema: similarityForm, value: form }}
        refusal={refusal(actor(), 'similarity.agree', subject())}
      >
        <fieldset class="choices">
          <legend>{t('comparison.whatCounts')}</legend>
          <For each={variables}>
            {(variable) => (
              <Checkbox
                label={t(`comparison.variable.${variable}`)}
                checked={chosen().includes(variable)}
                onChange={(on) => toggle(variable, on)}
              />
            )}
          </For>
        </fieldset>
        <Show when={chosen().includes('size')}>
          <Field
            label={t('comparison.factor')}
            name="factor"
            value={factor()}
            onInput={setFactor}
            inputmode="decimal"
            required
          />
        </Show>
        <TextArea
          label={t('comparison.reason')}
          name="reason"
          value={reason()}
          onInput={setReason}
          maxlength={2000}
          required
        />
      </Form>
    </Disclose>
  )
}
