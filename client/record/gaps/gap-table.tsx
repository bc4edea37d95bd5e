import { type JSX, Show } from 'solid-js'
import { dayOf } from '../../../shared/dates.ts'
import { forumName } from '../../forum/fora.ts'
import { paths } from '../../paths.ts'
import { formatDay, t } from '../../text.ts'
import { Clock } from '../../ui/clock.tsx'
import { State } from '../../ui/state.tsx'
import { Table } from '../../ui/table.tsx'
import { figureWords, type GapLine } from './gaps.ts'
import { type Step, stepsOf } from './steps.ts'

/** Every gap of the forum with where each of its duties stands; the one that waits now has its mark. */
export function GapTable(props: { gaps: readonly GapLine[] }): JSX.Element {
  const step = (at: 0 | 1 | 2) => (gap: GapLine) => <StepCell step={stepsOf(gap)[at]} />
  return (
    <Table
      caption={t('gap.clocks')}
      hideCaption
      class="gaps stack-table"
      rows={props.gaps}
      columns={[
        { head: t('gap.column.gap'), isHead: true, cell: (gap) => <Named gap={gap} /> },
        { head: t('gap.column.explain'), cell: step(0) },
        { head: t('gap.column.decide'), cell: step(1) },
        { head: t('gap.column.adopt'), cell: step(2) },
        { head: t('gap.column.clock'), cell: (gap) => <GapClock gap={gap} /> },
      ]}
    />
  )
}

function Named(props: { gap: GapLine }): JSX.Element {
  const figures = () => props.gap.figures
  const words = (of: 'team' | 'peer') => figureWords(figures().indicator, figures()[of].figure)
  return (
    <>
      <a href={paths.gap(props.gap.agreementSlug, props.gap.id)}>
        {props.gap.number}. {props.gap.team.name}, {figures().indicator.title}
      </a>{' '}
      <span>
        {t('gap.versus', { figure: words('team'), better: words('peer'), peer: props.gap.peer.name })}
        <Show when={props.gap.inherited}>, {t('gap.inheritedFrom', { forum: forumName(props.gap.forumLabel) })}</Show>
      </span>
    </>
  )
}

const StepCell = (props: { step: Step }): JSX.Element => (
  <div classList={{ now: props.step.now }}>
    <State mark={props.step.mark}>{props.step.words}</State>{' '}
    <Show when={props.step.what}>{(what) => <span class="what">{what()}</span>}</Show>
  </div>
)

/** The clock that runs, on whom, and since when it is overdue: silence is told, and accepts nothing. */
export function GapClock(props: {
  gap: Pick<GapLine, 'dueOn' | 'state' | 'overdueAt' | 'awaited' | 'team'>
}): JSX.Element {
  const awaited = () => (props.gap.state === 'overdue' ? 'forum' : props.gap.awaited)
  return (
    <Show when={props.gap.dueOn && awaited()} fallback={<span class="meta">{t('gap.noClock')}</span>}>
      <Show when={props.gap.overdueAt} fallback={<Clock due={props.gap.dueOn} />}>
        {(at) => <b class="late">{t('gap.overdueSince', { day: formatDay(dayOf(at()), 'medium') })}</b>}
      </Show>{' '}
      <span class="what">
        {awaited() === 'team' ? t('gap.with.team', { team: props.gap.team.name }) : t('gap.with.forum')}
      </span>
    </Show>
  )
}
