import { type JSX, Show } from 'solid-js'
import { commitmentState } from '../../shared/commitment.ts'
import { dayOf } from '../../shared/dates.ts'
import { DueDay, ImplementationState, OutcomeState, standing } from '../commitment/answers.tsx'
import { askProgramme, type Commitment, type Programme } from '../commitment/programmes.ts'
import { paths } from '../paths.ts'
import { useAgreement } from '../shell/agreement.ts'
import { formatDay, rich, t, today } from '../text.ts'
import { Empty } from '../ui/empty.tsx'
import { Part } from '../ui/lists.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { type Column, Table } from '../ui/table.tsx'

/** The programme in force: its commitments on the two axes, which are never merged. */
export function ProgrammePart(props: { id: string | undefined }): JSX.Element {
  return (
    <Part title={t('agreement.inForce')}>
      <Show
        when={props.id}
        keyed
        fallback={<Empty what={t('agreement.inForce.none')} who={t('agreement.inForce.noneWho')} />}
      >
        {(id) => {
          const load = createLoad(() => askProgramme(id))
          return <Loaded load={load}>{(programme) => <InForce programme={programme()} />}</Loaded>
        }}
      </Show>
    </Part>
  )
}

function InForce(props: { programme: Programme }): JSX.Element {
  const agreement = useAgreement()
  const link = () => paths.programme(agreement().slug, props.programme.id)
  const late = () => props.programme.commitments.filter((one) => commitmentState(one, today()) === 'overdue').length
  const columns = (): Column<Commitment>[] => [
    {
      head: t('commitment.commitment'),
      isHead: true,
      cell: (one) => (
        <a href={paths.commitment(agreement().slug, one.id)}>
          {one.number}. {one.measure.title}
        </a>
      ),
    },
    { head: t('commitment.due'), cell: (one) => <DueDay commitment={one} day={today()} /> },
    {
      head: t('commitment.axis.implementation'),
      cell: (one) => <ImplementationState finding={standing(one, today())} />,
    },
    { head: t('commitment.axis.outcome'), cell: (one) => <OutcomeState finding={standing(one, today())} /> },
  ]
  return (
    <>
      <p>
        {rich(
          'agreement.inForce.line',
          { a: (inner) => <a href={link()}>{inner}</a> },
          {
            title: props.programme.title,
            day: formatDay(dayOf(props.programme.lockedAt)),
            count: props.programme.commitments.length,
            late: late(),
          },
        )}
      </p>
      <Table
        caption={t('agreement.inForce.caption')}
        hideCaption
        stack
        class="two"
        columns={columns()}
        rows={props.programme.commitments}
      />
    </>
  )
}
