import { type JSX, Show } from 'solid-js'
import { commitmentState, standingFinding } from '../../shared/commitment.ts'
import { type Day, daysBetween } from '../../shared/dates.ts'
import { answerMarks, type Mark } from '../../shared/marks.ts'
import { formatDay, t } from '../text.ts'
import { State } from '../ui/state.tsx'
import type { Commitment, Finding } from './programmes.ts'

/** What the monitor answers to “are best efforts being made?”; before the due day it can only be so far. */
export function ImplementationState(props: { finding: Finding | undefined }): JSX.Element {
  return (
    <Show when={props.finding} fallback={<State mark="none">{t('commitment.noFinding')}</State>}>
      {(finding) => (
        <State mark={answerMarks[finding().implementation.answer]}>
          {t(`commitment.implementation.${finding().implementation.answer}`)}
        </State>
      )}
    </Show>
  )
}

/** What the monitor answers to “is the goal being reached?”. The two are never merged into one. */
export function OutcomeState(props: { finding: Finding | undefined }): JSX.Element {
  return (
    <Show when={props.finding} fallback={<State mark="none">{t('commitment.noFinding')}</State>}>
      {(finding) => (
        <State mark={answerMarks[finding().outcome.answer]}>
          {t(`commitment.outcome.${finding().outcome.answer}`)}
        </State>
      )}
    </Show>
  )
}

const stateMarks = {
  upcoming: 'empty',
  running: 'half',
  awaits_finding: 'none',
  carried_out: 'full',
  overdue: 'struck',
  superseded: 'sealed',
} as const satisfies Record<ReturnType<typeof commitmentState>, Mark>

export function StateOfCommitment(props: { commitment: Commitment; day: Day }): JSX.Element {
  const state = () => commitmentState(props.commitment, props.day)
  return <State mark={stateMarks[state()]}>{t(`commitment.state.${state()}`)}</State>
}

/** The due day, and how long it is past where the commitment is overdue: said beside the date, never by colour alone. */
export function DueDay(props: {
  commitment: Commitment
  day: Day
  style?: 'long' | 'medium' | undefined
}): JSX.Element {
  const late = () => commitmentState(props.commitment, props.day) === 'overdue'
  return (
    <>
      <time datetime={props.commitment.dueOn}>{formatDay(props.commitment.dueOn, props.style ?? 'medium')}</time>{' '}
      <Show when={late()}>
        <span class="late">{t('ui.daysLate', { days: daysBetween(props.commitment.dueOn, props.day) })}</span>
      </Show>
    </>
  )
}

export const standing = (commitment: Commitment, day: Day): Finding | undefined =>
  standingFinding(commitment.findings, day)
