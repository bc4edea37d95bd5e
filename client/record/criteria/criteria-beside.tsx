import { type JSX, Show } from 'solid-js'
import { type Met, readings } from '../../../shared/criterion-reading.ts'
import { paths } from '../../paths.ts'
import { formatList, t } from '../../text.ts'
import { Part } from '../../ui/lists.tsx'
import { createLoad } from '../../ui/load.ts'
import { State } from '../../ui/state.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { periodWords } from '../words.ts'
import { type CriterionLine, loadReadings, metMarks, termsWords } from './criteria.ts'

/** Beside a comparison: how its records read against the criteria in force. Nothing where no criterion can be read. */
export function CriteriaBeside(props: { forumId: string; slug: string }): JSX.Element {
  const load = createLoad(() => loadReadings(props.forumId), 'criterionId')
  const lines = () => load.value()?.filter((line) => line.teams.length > 0) ?? []
  return (
    <Show when={lines().length > 0}>
      <Part title={t('criterion.inComparison')} id="criteria">
        <Table
          caption={t('criterion.inComparison')}
          hideCaption
          stack
          columns={columnsOf(props.slug)}
          rows={lines() as CriterionLine[]}
        />
        <p class="note">{t('criterion.readingsNote')}</p>
      </Part>
    </Show>
  )
}

const columnsOf = (slug: string): readonly Column<CriterionLine>[] => [
  {
    head: t('criterion.criterion'),
    isHead: true,
    cell: (line) => (
      <a href={paths.criterion(slug, line.criterionId)}>
        {line.number}. {line.title}
      </a>
    ),
  },
  {
    head: t('criterion.asks'),
    cell: (line) => (
      <>
        {termsWords({ ...line, period: line.grain })}{' '}
        <span class="meta">{line.period && periodWords(line.period)}</span>
      </>
    ),
  },
  ...readings.map(
    (met): Column<CriterionLine> => ({
      head: t(`criterion.met.${met}`),
      cell: (line) => <Teams line={line} met={met} />,
    }),
  ),
]

function Teams(props: { line: CriterionLine; met: Met }): JSX.Element {
  const names = () => props.line.teams.filter((one) => one.met === props.met).map((one) => one.team)
  return (
    <Show when={names().length > 0} fallback={<span class="meta">{t('criterion.noTeam')}</span>}>
      <State mark={metMarks[props.met]}>{formatList(names())}</State>
    </Show>
  )
}
