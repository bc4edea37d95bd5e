import { useParams, useSearchParams } from '@solidjs/router'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { opensOn } from '../../shared/forum.ts'
import { refusal } from '../../shared/permissions.ts'
import { forumName, loadForum } from '../forum/fora.ts'
import { paths } from '../paths.ts'
import { actor } from '../session.ts'
import { useAgreement } from '../shell/agreement.ts'
import { NotFound } from '../shell/not-found.tsx'
import { formatDay, formatInstant, rich, t } from '../text.ts'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { type Comparison, csvAddress, loadComparison, type View } from './comparison.ts'
import { ComparisonFilter } from './comparison-filter.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { Definitions } from './definitions.tsx'
import { DisclosureStates } from './disclosure-states.tsx'
import { Multiples } from './multiples.tsx'
import { loadDisclosures, ownTeam } from './records.ts'

type Forum = Awaited<ReturnType<typeof loadForum>>

export function Page(): JSX.Element {
  const params = useParams<{ label: string }>()
  const agreement = useAgreement()
  const load = createLoad(() => loadForum(agreement().id, params.label))
  const sealed = (forum: Forum) =>
    refusal(actor(), 'comparison.read', { agreementId: forum.agreementId, state: forum.stage })
  return (
    <Switch
      fallback={
        <Loaded load={load}>
          {(forum) => (
            <Show when={sealed(forum())} fallback={<Open forum={forum()} />}>
              <Sealed forum={forum()} />
            </Show>
          )}
        </Loaded>
      }
    >
      <Match when={load.problem()?.code === 'not_found'}>
        <NotFound />
      </Match>
    </Switch>
  )
}

/** Before the comparison: who has filed, and until when the seals hold. */
function Sealed(props: { forum: Forum }): JSX.Element {
  const load = createLoad(() => loadDisclosures(props.forum.id), 'teamId')
  const day = () => opensOn(props.forum.stages, 'comparison')
  return (
    <>
      <PageHead
        title={t('record.comparisonOf', { forum: forumName(props.forum.label) })}
        lede={t('record.sealedLede', { day: day() ? formatDay(day()!) : '' })}
      />
      <Loaded load={load}>{(rows) => <DisclosureStates forum={props.forum} rows={rows()} />}</Loaded>
    </>
  )
}

function Open(props: { forum: Forum }): JSX.Element {
  const [view, setView] = useSearchParams<{ indicators?: string; periods?: string; from?: string }>()
  const load = createLoad(
    () => loadComparison(props.forum.id, { indicators: view.indicators, periods: view.periods }),
    'indicatorId',
  )
  return (
    <Loaded load={load}>
      {(comparison) => (
        <Compared forum={props.forum} comparison={comparison()} view={view} onView={(next) => setView({ ...next })} />
      )}
    </Loaded>
  )
}

function Compared(props: {
  forum: Forum
  comparison: Comparison
  view: View
  onView: (view: View) => void
}): JSX.Element {
  const from = () => {
    const asked = props.view.from ?? ownTeam(actor(), props.forum.agreementId)
    return props.comparison.teams.find((team) => team.id === asked)?.id
  }
  const shared = () => ({ comparison: props.comparison, from: from() })
  return (
    <>
      <PageHead
        title={t('record.comparisonOf', { forum: forumName(props.forum.label) })}
        lede={t('record.comparisonLede', {
          filed: props.comparison.teams.filter((team) => team.disclosed).length,
          teams: props.comparison.teams.length,
          when: formatInstant(props.comparison.openedAt, 'full'),
        })}
        acts={<Links forum={props.forum} view={props.view} />}
      />
      <ComparisonFilter comparison={props.comparison} view={props.view} from={from()} onView={props.onView} />
      <Show when={props.comparison.rows.length > 0} fallback={<p>{t('record.nothingDisclosed')}</p>}>
        <Multiples {...shared()} />
        <ComparisonTable {...shared()} slug={props.forum.agreementSlug} />
        <Definitions comparison={props.comparison} />
      </Show>
    </>
  )
}

function Links(props: { forum: Forum; view: View }): JSX.Element {
  return (
    <>
      <a href={paths.records(props.forum.agreementSlug)}>{t('record.indicators')}</a>{' '}
      {rich('record.viewAsCsv', {
        a: (inner) => (
          <a href={csvAddress(props.forum.id, props.view)} rel="external" download="">
            {inner}
          </a>
        ),
      })}
    </>
  )
}
