import { type JSX, Show } from 'solid-js'
import type { Day } from '../../shared/dates.ts'
import { latestFigure } from '../../shared/finding.ts'
import { t } from '../text.ts'
import { type Column, Scroll, Table } from '../ui/table.tsx'
import { DueDay, ImplementationState, OutcomeState, standing } from './answers.tsx'
import type { Commitment } from './programmes.ts'
import { restOfUnit, shortValue } from './words.ts'

/** Every commitment of a programme on its two axes, with its figures. The same rows stand in the timeline above. */
export function CommitmentList(props: {
  commitments: readonly Commitment[]
  day: Day
  /** The number of the one that is open below. */
  open: number | undefined
}): JSX.Element {
  const columns = (): Column<Commitment>[] => [
    { head: t('commitment.commitment'), isHead: true, cell: (one) => <Name commitment={one} open={props.open} /> },
    { head: t('commitment.responsible'), cell: (one) => `${one.partyName}, ${one.office}` },
    { head: t('commitment.due'), cell: (one) => <DueDay commitment={one} day={props.day} /> },
    {
      head: t('commitment.axis.implementation'),
      cell: (one) => <ImplementationState finding={standing(one, props.day)} />,
    },
    { head: t('commitment.axis.outcome'), cell: (one) => <OutcomeState finding={standing(one, props.day)} /> },
    {
      head: t('commitment.baseline'),
      numeric: true,
      cell: (one) => shortValue(one.measure.baseline, one.measure.unit),
    },
    { head: t('commitment.latest'), numeric: true, cell: (one) => <Latest commitment={one} day={props.day} /> },
    { head: t('commitment.target'), numeric: true, cell: (one) => shortValue(one.measure.target, one.measure.unit) },
  ]
  return (
    <Scroll label={t('ui.wideTable', { caption: t('commitment.commitments') })}>
      <Table
        caption={t('commitment.listCaption')}
        hideCaption
        class="commitments two"
        stack
        columns={columns()}
        rows={props.commitments}
        rowClass={(one) => (one.number === props.open ? 'is-open' : undefined)}
      />
    </Scroll>
  )
}

function Name(props: { commitment: Commitment; open: number | undefined }): JSX.Element {
  return (
    <>
      <a
        href={`#commitment-${props.commitment.number}`}
        aria-current={props.commitment.number === props.open ? 'true' : undefined}
      >
        {props.commitment.number}. {props.commitment.measure.title}
      </a>{' '}
      <span class="meta unit-line">{restOfUnit(props.commitment.measure.unit)}</span>
    </>
  )
}

function Latest(props: { commitment: Commitment; day: Day }): JSX.Element {
  return (
    <Show when={latestFigure(props.commitment, props.day)} fallback={<NoFigure {...props} />}>
      {(figure) => (
        <>
          {shortValue(figure().value, props.commitment.measure.unit)}
          <Show when={figure().by === 'party'}>
            {' '}
            <span class="meta">{t('commitment.byParty')}</span>
          </Show>
        </>
      )}
    </Show>
  )
}

/** Why there is no figure, in words: never a zero and never a dash. */
function NoFigure(props: { commitment: Commitment; day: Day }): JSX.Element {
  const silent = () => standing(props.commitment, props.day)?.outcome.answer === 'no_data_supplied'
  return <span class="meta">{silent() ? t('commitment.outcome.no_data_supplied') : t('commitment.noFigure')}</span>
}
