import { type JSX, Show } from 'solid-js'
import type { Indicator } from '../../../shared/record.ts'
import { t } from '../../text.ts'
import { State } from '../../ui/state.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { periodWords } from '../words.ts'
import { boundedWords, type CriterionLine, metMarks, unsaidWords } from './criteria.ts'

type Read = CriterionLine['teams'][number]

/** How each team's record reads against a criterion. */
export function ReadingsTable(props: {
  line: CriterionLine
  indicator: Indicator | undefined
  caption: string
}): JSX.Element {
  const columns = (): readonly Column<Read>[] => [
    { head: t('strategy.team'), isHead: true, cell: (one) => one.team },
    {
      head: props.line.period ? periodWords(props.line.period) : t('criterion.figure'),
      cell: (one) => (props.indicator && boundedWords(props.indicator, one)) || <span class="meta">–</span>,
    },
    {
      head: t('criterion.reads'),
      cell: (one) => (
        <>
          <State mark={metMarks[one.met]}>{t(`criterion.met.${one.met}`)}</State>{' '}
          <Show when={one.met === 'cannot_be_said'}>
            <span class="what">{unsaidWords(one)}</span>
          </Show>
        </>
      ),
    },
  ]
  return (
    <Table
      caption={props.caption}
      stack
      class="gaps"
      columns={columns()}
      rows={props.line.teams}
      empty={<p class="note">{t('criterion.noRecords')}</p>}
    />
  )
}
