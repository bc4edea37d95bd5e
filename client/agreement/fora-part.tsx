import { type JSX, Show } from 'solid-js'
import { dayOf } from '../../shared/dates.ts'
import { refusal } from '../../shared/permissions.ts'
import { type Forum, forumName } from '../forum/fora.ts'
import { paths } from '../paths.ts'
import { actor } from '../session.ts'
import { type AgreementHere, useAgreement } from '../shell/agreement.ts'
import { formatDay, t, today } from '../text.ts'
import { Empty } from '../ui/empty.tsx'
import { Part } from '../ui/lists.tsx'
import { Refusable } from '../ui/refusable.tsx'
import { State } from '../ui/state.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { progressOf, sittingOf } from './years.ts'
import { YearsFigure } from './years-figure.tsx'

export interface ProgrammeLine {
  id: string
  title: string
  periodFrom: string
  periodUntil: string
  lockedAt: string
}

const stageMarks = { closed: 'full', open: 'half', ahead: 'none' } as const

/** What has been held, what is under way, and what came of each. */
export function ForaPart(props: {
  fora: readonly Forum[]
  programmes: readonly ProgrammeLine[]
  inForce: string | undefined
}): JSX.Element {
  const agreement = useAgreement()
  const columns = (): Column<Forum>[] => [
    { head: t('agreement.fora.forum'), isHead: true, cell: (one) => <ForumLink forum={one} agreement={agreement()} /> },
    { head: t('agreement.fora.held'), cell: (one) => held(one) },
    { head: t('agreement.fora.stage'), cell: (one) => <StageState forum={one} /> },
    { head: t('agreement.fora.led'), cell: (one) => <Led forum={one} programmes={props.programmes} /> },
  ]
  return (
    <Part title={t('agreement.fora')}>
      <Show when={props.fora.length > 0} fallback={<NoForum agreement={agreement()} />}>
        <YearsFigure
          sittings={props.fora.map(sittingOf)}
          programmes={props.programmes}
          inForce={props.inForce}
          day={today()}
        />
        <Table caption={t('agreement.fora.caption')} hideCaption stack columns={columns()} rows={props.fora} />
      </Show>
    </Part>
  )
}

function NoForum(props: { agreement: AgreementHere }): JSX.Element {
  const refused = () => refusal(actor(), 'forum.convene', { agreementId: props.agreement.id })
  return (
    <Empty what={t('agreement.fora.none')} who={t('agreement.fora.noneWho')}>
      <Refusable refusal={refused()}>
        {(attributes) => (
          <a
            {...attributes}
            class="button"
            {...(refused() ? { role: 'link', tabindex: 0 } : { href: paths.convene(props.agreement.slug) })}
          >
            {t('agreement.fora.convene')}
          </a>
        )}
      </Refusable>
    </Empty>
  )
}

function ForumLink(props: { forum: Forum; agreement: AgreementHere }): JSX.Element {
  return <a href={paths.forum(props.agreement.slug, props.forum.label)}>{forumName(props.forum.label)}</a>
}

function StageState(props: { forum: Forum }): JSX.Element {
  return (
    <State mark={stageMarks[progressOf(sittingOf(props.forum), today())]}>
      {t(`forum.stage.${props.forum.stage}`)}
    </State>
  )
}

function held(forum: Forum): string {
  const { from, until } = sittingOf(forum)
  return t('agreement.fora.from', { from: formatDay(from, 'medium'), until: formatDay(until, 'medium') })
}

/** A programme is locked while its forum sits: that is how it is known to be this one's. */
const ledTo = (forum: Forum, programmes: readonly ProgrammeLine[]): ProgrammeLine | undefined =>
  programmes.find(
    ({ lockedAt }) => lockedAt >= forum.convenedAt && (forum.closedAt === undefined || lockedAt <= forum.closedAt),
  )

function Led(props: { forum: Forum; programmes: readonly ProgrammeLine[] }): JSX.Element {
  const agreement = useAgreement()
  const nothing = () => (props.forum.stage === 'closed' ? t('agreement.fora.nothing') : t('agreement.fora.notYet'))
  return (
    <Show when={ledTo(props.forum, props.programmes)} fallback={<span class="meta">{nothing()}</span>}>
      {(programme) => (
        <>
          <a href={paths.programme(agreement().slug, programme().id)}>{programme().title}</a>
          {', '}
          {formatDay(dayOf(programme().lockedAt), 'medium')}
        </>
      )}
    </Show>
  )
}
