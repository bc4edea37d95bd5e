import { type JSX, Match, Show, Switch } from 'solid-js'
import { dayOf } from '../../../shared/dates.ts'
import { actor } from '../../session.ts'
import { formatDay, t } from '../../text.ts'
import { Clock } from '../../ui/clock.tsx'
import { Part } from '../../ui/lists.tsx'
import { State } from '../../ui/state.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { ownTeam } from '../records.ts'
import { AnswerForm, UseForm } from './floor-forms.tsx'
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
