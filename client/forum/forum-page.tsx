import { useLocation, useParams } from '@solidjs/router'
import { createMemo, createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { inherited } from '../../shared/forum.ts'
import { paths } from '../paths.ts'
import { useAgreement } from '../shell/agreement.ts'
import { NotFound } from '../shell/not-found.tsx'
import { formatDay, t } from '../text.ts'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import type { Load } from '../ui/solid.ts'
import { Agenda } from './agenda.tsx'
import { Closed } from './closed.tsx'
import { Convocation } from './convocation.tsx'
import { Discussion } from './discussion.tsx'
import {
  type Block,
  type Forum,
  forumName,
  givenTitle,
  type Item,
  loadBlocks,
  loadForum,
  loadItems,
  loadWaiting,
} from './fora.ts'
import { OpenItem } from './open-item.tsx'
import { poll } from './polling.ts'
import { ProposeForm } from './propose-form.tsx'
import { StagesRail } from './stages-rail.tsx'
import { Steps } from './steps.tsx'
import { Waiting } from './waiting.tsx'

interface Sitting {
  id: string
  forum: Forum
  items: Item[]
  blocks: Block[]
  /** What waits for the next forum, as long as this one is not past. */
  waiting: Item[]
}

export function Page(): JSX.Element {
  const params = useParams<{ label: string }>()
  const agreement = useAgreement()
  const load = createLoad(() => loadSitting(agreement().id, params.label))
  poll(load.again, 30_000)
  return (
    <Switch fallback={<Loaded load={load}>{(sitting) => <ForumPage sitting={sitting()} load={load} />}</Loaded>}>
      <Match when={load.problem()?.code === 'not_found'}>
        <NotFound />
      </Match>
    </Switch>
  )
}

async function loadSitting(agreementId: string, label: string): Promise<Sitting> {
  const forum = await loadForum(agreementId, label)
  const [items, blocks, waiting] = await Promise.all([
    loadItems(forum.id),
    loadBlocks(forum.id),
    forum.stage === 'closed' ? [] : loadWaiting(agreementId),
  ])
  return { id: forum.id, forum, items, blocks, waiting }
}

function ForumPage(props: { sitting: Sitting; load: Load<Sitting> }): JSX.Element {
  const forum = () => props.sitting.forum
  return (
    <>
      <PageHead
        title={forumName(forum().label)}
        lede={<Lede forum={forum()} />}
        aside={<Links forum={forum()} again={props.load.again} />}
      />
      <StagesRail forum={forum()} />
      <Show when={forum().stage !== 'closed'} fallback={<Closed forum={forum()} />}>
        <Steps forum={forum()} blocks={props.sitting.blocks} again={props.load.again} />
      </Show>
      <Sittings sitting={props.sitting} again={props.load.again} />
    </>
  )
}

/** Agenda, the item that is open, and what is said of it. The item is named by the address, so that it can be linked to. */
function Sittings(props: { sitting: Sitting; again: () => Promise<unknown> }): JSX.Element {
  const items = () => props.sitting.items
  const forum = () => props.sitting.forum
  const location = useLocation()
  const [opened, setOpened] = createSignal(0)
  const asked = createMemo<string | undefined>((before) => /^#item-(.+)$/.exec(location.hash)?.[1] ?? before)
  const item = createMemo(() => items().find(({ id }) => id === asked()) ?? firstOf(items()))
  return (
    <>
      <JumpBar item={item()} />
      <div class="forum">
        <Agenda items={items()} current={item()?.id} onOpen={() => setOpened((count) => count + 1)}>
          <ProposeForm forum={forum()} onProposed={props.again} />
          <Waiting items={props.sitting.waiting} />
        </Agenda>
        <Show when={item()} keyed fallback={<NoItems />}>
          {(found) => (
            <>
              <OpenItem forum={forum()} item={found} items={items()} opened={opened()} again={props.again} />
              <Discussion
                agreementId={forum().agreementId}
                subjectKind="item"
                subject={found.id}
                id="talk"
                title={t('forum.discussionOf', { number: found.position })}
              />
            </>
          )}
        </Show>
      </div>
    </>
  )
}

/** The first that waits for a disposition; else the first. */
const firstOf = (items: readonly Item[]): Item | undefined =>
  items.find((item) => inherited(item.origin) && !item.disposition) ?? items[0]

function JumpBar(props: { item: Item | undefined }): JSX.Element {
  return (
    <nav class="jump" aria-label={t('forum.onThisPage')}>
      <ul>
        <li>
          <a href="#agenda-h">{t('forum.agenda')}</a>
        </li>
        <Show when={props.item}>
          {(item) => (
            <>
              <li>
                <a href="#open">{t('forum.itemNumber', { number: item().position })}</a>
              </li>
              <li>
                <a href="#talk">{t('forum.discussion')}</a>
              </li>
            </>
          )}
        </Show>
      </ul>
    </nav>
  )
}

const NoItems = (): JSX.Element => <p class="meta">{t('forum.agendaEmptyWhy')}</p>

function Lede(props: { forum: Forum }): JSX.Element {
  return (
    <>
      <Show when={givenTitle(props.forum)}>{(title) => <>{title()}. </>}</Show>
      {t('forum.convenedOn', { day: formatDay(props.forum.convenedAt.slice(0, 10)) })}
    </>
  )
}

function Links(props: { forum: Forum; again: () => Promise<unknown> }): JSX.Element {
  return (
    <div class="acts meta">
      <a href={paths.minutes(props.forum.agreementSlug, props.forum.label)}>{t('forum.minutes')}</a>{' '}
      <a href={paths.gaps(props.forum.agreementSlug, props.forum.label)}>{t('forum.gaps')}</a>{' '}
      <Convocation forum={props.forum} again={props.again} />{' '}
      <button type="button" class="link" onClick={() => print()}>
        {t('forum.print')}
      </button>
    </div>
  )
}
