import { type JSX, Match, Show, Switch } from 'solid-js'
import { createStore } from 'solid-js/store'
import { dayOf } from '../../../shared/dates.ts'
import { refusal } from '../../../shared/permissions.ts'
import { type FloorAnswer, floorAnswer, floorInUse } from '../../../shared/strategy.ts'
import { api, call } from '../../api.ts'
import { actor } from '../../session.ts'
import { formatDay, t } from '../../text.ts'
import { Choices } from '../../ui/checkbox.tsx'
import { Clock } from '../../ui/clock.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Form } from '../../ui/form.tsx'
import { Part } from '../../ui/lists.tsx'
import { createLoad } from '../../ui/load.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { Select } from '../../ui/select.tsx'
import { State } from '../../ui/state.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { tell } from '../../ui/toast.tsx'
import { loadMethods } from '../methods/methods.ts'
import { ownTeam } from '../records.ts'
import { type Floor, floorMarks, type Strategy } from './strategies.ts'

interface FloorsProps {
  strategy: Strategy
  again: () => Promise<void>
}

/** Who has to answer what worked, and what they answered: nobody is left out, and nothing is taken back. */
export function FloorsPart(props: FloorsProps): JSX.Element {
  const own = () => {
    const teamId = ownTeam(actor(), props.strategy.agreementId)
    return props.strategy.floors.find((floor) => floor.teamId === teamId)
  }
  return (
    <Part title={t('strategy.floor')} id="floor">
      <p class="note">{t('strategy.floorLede')}</p>
      <Table
        caption={t('strategy.floor')}
        hideCaption
        stack
        class="gaps"
        columns={columns()}
        rows={props.strategy.floors as Floor[]}
      />
      <Show when={own()}>
        {(floor) => (
          <Switch>
            <Match when={floor().state === 'asked'}>
              <AnswerForm {...props} floor={floor()} />
            </Match>
            <Match when={floor().state === 'adopting'}>
              <UseForm {...props} floor={floor()} />
            </Match>
          </Switch>
        )}
      </Show>
    </Part>
  )
}

const columns = (): readonly Column<Floor>[] => [
  { head: t('strategy.team'), isHead: true, cell: (floor) => floor.team },
  {
    head: t('strategy.answer'),
    cell: (floor) => (
      <>
        <State mark={floorMarks[floor.state]}>{stateWords(floor)}</State>{' '}
        <Show when={floor.answer}>
          <span class="what">{floor.answer}</span>
        </Show>
      </>
    ),
  },
  {
    head: t('strategy.clock'),
    cell: (floor) => (
      <Switch fallback={<span class="meta">{t('strategy.noClock')}</span>}>
        <Match when={floor.state === 'asked'}>
          <Clock due={floor.dueOn} />
        </Match>
        <Match when={floor.state === 'adopting' && floor.byDay}>{(day) => <Clock due={day()} />}</Match>
      </Switch>
    ),
  },
]

function stateWords(floor: Floor): string {
  if (floor.state === 'in_use') return t('strategy.floorState.in_use', { version: floor.methodVersion ?? 0 })
  if (floor.state === 'adopting') return t('strategy.floorState.adopting', { day: formatDay(floor.byDay!) })
  if (floor.state === 'explained') return t('strategy.floorState.explained')
  return floor.lateAt
    ? t('strategy.floorState.late', { day: formatDay(dayOf(floor.lateAt)) })
    : t('strategy.floorState.asked')
}

function AnswerForm(props: FloorsProps & { floor: Floor }): JSX.Element {
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
function UseForm(props: FloorsProps & { floor: Floor }): JSX.Element {
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
