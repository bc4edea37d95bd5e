import { type JSX, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { refusal } from '../../../shared/permissions.ts'
import { type FloorAnswer, floorAnswer, floorInUse } from '../../../shared/strategy.ts'
import { api, call } from '../../api.ts'
import { actor } from '../../session.ts'
import { t } from '../../text.ts'
import { Choices } from '../../ui/checkbox.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { createLoad } from '../../ui/load.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Select } from '../../ui/select.tsx'
import { tell } from '../../ui/toast.tsx'
import { loadMethods } from '../methods/methods.ts'
import type { Floor, Strategy } from './strategies.ts'

interface FloorFormProps {
  strategy: Strategy
  floor: Floor
  again: () => Promise<void>
}

/** A team's answer: it adopts by a day, or explains. */
export function AnswerForm(props: FloorFormProps): JSX.Element {
  const [draft, setDraft] = createStore({ answer: '', byDay: '', text: '' })
  const form = () => ({
    answer: draft.answer,
    text: draft.text,
    ...(draft.answer === 'adopt' && { byDay: draft.byDay }),
  })
  const send = async () => {
    await call(api.api.floors[':id'].answer.$put({ param: { id: props.floor.id }, json: form() as FloorAnswer }))
    tell(t('strategy.answered'))
    await props.again()
  }
  return (
    <Form
      label={t('strategy.answerIt')}
      submit={t('strategy.answerIt')}
      onSubmit={send}
      check={{ schema: floorAnswer, value: form }}
      refusal={floorRefusal(props, 'floor.answer')}
    >
      <Choices
        label={t('strategy.yourAnswer')}
        name="answer"
        options={(['adopt', 'explain'] as const).map((value) => ({
          value,
          label: t(`strategy.answer.${value}`),
          hint: t(`strategy.answerHint.${value}`),
        }))}
        value={draft.answer}
        onInput={(answer) => setDraft({ answer })}
      />
      <Show when={draft.answer === 'adopt'}>
        <DateField
          label={t('strategy.byDay')}
          name="byDay"
          value={draft.byDay}
          onInput={(byDay) => setDraft({ byDay })}
          required
        />
      </Show>
      <TextArea
        label={t(draft.answer === 'explain' ? 'strategy.explanation' : 'strategy.remark')}
        name="text"
        value={draft.text}
        onInput={(text) => setDraft({ text })}
        maxlength={5000}
        optional={draft.answer === 'adopt'}
      />
    </Form>
  )
}

/** Says that what was adopted is in use, by the version of the team's method that has it. */
export function UseForm(props: FloorFormProps): JSX.Element {
  const methods = createLoad(() => loadMethods(props.floor.teamId))
  const [draft, setDraft] = createStore({ methodId: '' })
  const send = async () => {
    await call(api.api.floors[':id'].use.$put({ param: { id: props.floor.id }, json: { methodId: draft.methodId } }))
    tell(t('strategy.inUse'))
    await props.again()
  }
  return (
    <Loaded load={methods}>
      {(list) => (
        <Form
          label={t('strategy.putInUse')}
          submit={t('strategy.putInUse')}
          onSubmit={send}
          check={{ schema: floorInUse, value: () => ({ methodId: draft.methodId }) }}
          refusal={floorRefusal(props, 'floor.carry_out')}
        >
          <Select
            label={t('strategy.inMethod')}
            name="methodId"
            hint={t('strategy.inMethodHint')}
            options={list().map((one) => ({
              value: one.id,
              label: t('record.methodTitle', { version: one.version, title: one.title }),
            }))}
            value={draft.methodId}
            onInput={(methodId) => setDraft({ methodId })}
            required
          />
        </Form>
      )}
    </Loaded>
  )
}

const floorRefusal = (of: { strategy: Strategy; floor: Floor }, action: 'floor.answer' | 'floor.carry_out') =>
  refusal(actor(), action, { agreementId: of.strategy.agreementId, teamId: of.floor.teamId, state: of.floor.state })
