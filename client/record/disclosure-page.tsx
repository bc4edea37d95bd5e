import { useParams } from '@solidjs/router'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { opensOn } from '../../shared/forum.ts'
import { refusal } from '../../shared/permissions.ts'
import { api, call } from '../api.ts'
import { forumName, loadForum } from '../forum/fora.ts'
import { paths } from '../paths.ts'
import { actor } from '../session.ts'
import { useAgreement } from '../shell/agreement.ts'
import { NotFound } from '../shell/not-found.tsx'
import { formatDay, t } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { Empty } from '../ui/empty.tsx'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { Disclosure } from './disclosure.tsx'
import { loadDisclosures, ownTeam } from './records.ts'

type Forum = Awaited<ReturnType<typeof loadForum>>

/** What one's own team discloses to a forum. */
export function Page(): JSX.Element {
  const params = useParams<{ label: string }>()
  const agreement = useAgreement()
  const load = createLoad(async () => {
    const forum = await loadForum(agreement().id, params.label)
    const disclosures = await loadDisclosures(forum.id)
    return { id: forum.id, forum, mine: disclosures.find((one) => one.teamId === ownTeam(actor(), forum.agreementId)) }
  })
  return (
    <Switch
      fallback={
        <Loaded load={load}>
          {(found) => (
            <Show
              when={found().mine?.id}
              fallback={<NotBegun forum={found().forum} team={found().mine} again={load.again} />}
            >
              {(id) => <Disclosure id={id()} forum={found().forum} />}
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

function NotBegun(props: {
  forum: Forum
  team: { teamId: string; team: string } | undefined
  again: () => Promise<void>
}): JSX.Element {
  const refused = () =>
    refusal(actor(), 'disclosure.begin', {
      agreementId: props.forum.agreementId,
      teamId: props.team?.teamId ?? '',
      state: props.forum.stage,
    })
  const begin = async () => {
    const param = { forumId: props.forum.id }
    await call(api.api.forums[':forumId'].disclosures.$post({ param, json: { teamId: props.team!.teamId } }))
    await props.again()
  }
  const day = () => opensOn(props.forum.stages, 'comparison')
  return (
    <>
      <PageHead
        title={t('record.disclosureFor', { forum: forumName(props.forum.label) })}
        lede={t('record.disclosureLede', { day: day() ? formatDay(day()!) : '' })}
        acts={<a href={paths.comparison(props.forum.agreementSlug, props.forum.label)}>{t('record.toComparison')}</a>}
      />
      <Empty
        what={props.team ? t('record.notBegun', { team: props.team.team }) : t('record.noTeamOfYours')}
        who={t('record.whoDiscloses')}
      >
        <Button primary refusal={refused()} onClick={begin}>
          {t('record.begin')}
        </Button>
      </Empty>
    </>
  )
}
