import './gaps.css'
import { useParams } from '@solidjs/router'
import { type JSX, Match, Show, Switch } from 'solid-js'
import { refusal } from '../../../shared/permissions.ts'
import { forumName, loadForum } from '../../forum/fora.ts'
import { paths } from '../../paths.ts'
import { actor } from '../../session.ts'
import { useAgreement } from '../../shell/agreement.ts'
import { NotFound } from '../../shell/not-found.tsx'
import { t } from '../../text.ts'
import { Empty } from '../../ui/empty.tsx'
import { Part } from '../../ui/lists.tsx'
import { createLoad } from '../../ui/load.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Load } from '../../ui/solid.ts'
import { GapTable } from './gap-table.tsx'
import { type ForumGaps, loadGaps } from './gaps.ts'
import { Proposals } from './proposals.tsx'

type Forum = Awaited<ReturnType<typeof loadForum>>
interface Shown {
  id: string
  forum: Forum
  found: ForumGaps
}

/** The gaps of a forum with their clocks, its own and those that it inherited; and what its figures propose. */
export function Page(): JSX.Element {
  const params = useParams<{ label: string }>()
  const agreement = useAgreement()
  const load = createLoad(async (): Promise<Shown> => {
    const forum = await loadForum(agreement().id, params.label)
    return { id: forum.id, forum, found: await loadGaps(forum.id) }
  })
  return (
    <Switch fallback={<Loaded load={load}>{(shown) => <Gaps shown={shown()} load={load} />}</Loaded>}>
      <Match when={load.problem()?.code === 'not_found'}>
        <NotFound />
      </Match>
    </Switch>
  )
}

function Gaps(props: { shown: Shown; load: Load<Shown> }): JSX.Element {
  const forum = () => props.shown.forum
  const sealed = () =>
    refusal(actor(), 'comparison.read', { agreementId: forum().agreementId, state: forum().stage }) !== undefined
  return (
    <>
      <PageHead
        title={t('gap.of', { forum: forumName(forum().label) })}
        lede={t('gap.lede')}
        acts={<a href={paths.comparison(forum().agreementSlug, forum().label)}>{t('record.comparison')}</a>}
      />
      <Part title={t('gap.clocks')}>
        <Show
          when={props.shown.found.gaps.length > 0}
          fallback={<Empty what={t('gap.none')} who={t(sealed() ? 'gap.sealed' : 'gap.noneWhy')} />}
        >
          <GapTable gaps={props.shown.found.gaps} />
        </Show>
      </Part>
      <Show when={!sealed() && forum().stage !== 'closed'}>
        <Proposals forum={forum()} found={props.shown.found} again={props.load.again} />
      </Show>
    </>
  )
}
