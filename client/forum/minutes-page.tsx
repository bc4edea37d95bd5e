import './forum.css'
import { useParams, useSearchParams } from '@solidjs/router'
import { createEffect, createSignal, type JSX, Match, onCleanup, onMount, Show, Switch } from 'solid-js'
import { readStretch } from '../../shared/history.ts'
import { refusal } from '../../shared/permissions.ts'
import { api, call } from '../api.ts'
import { createAttribution } from '../live/attribution.ts'
import { KeepQuestion } from '../live/keep-choice.tsx'
import { askBeforeLeaving } from '../live/leaving.ts'
import type { LiveText } from '../live/live-text.ts'
import { announceChanges, Presence } from '../live/presence.tsx'
import { Proposals } from '../live/proposals.tsx'
import { createLiveDocument } from '../live/provider.ts'
import { RichText } from '../live/rich-text.tsx'
import { SavedState } from '../live/saved-state.tsx'
import { paths } from '../paths.ts'
import { meIn, nameOfPeer } from '../plan/people-here.ts'
import { fragmentPairs } from '../plan/proposal-pairs.ts'
import { actor } from '../session.ts'
import { useAgreement } from '../shell/agreement.ts'
import { NotFound } from '../shell/not-found.tsx'
import { formatInstant, loadTexts, t } from '../text.ts'
import { createLoad } from '../ui/load.ts'
import { Loaded } from '../ui/loaded.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { tell } from '../ui/toast.tsx'
import { type Forum, loadForum } from './fora.ts'
import { MinutesHistory, minutesHistoryHref } from './minutes-history.tsx'

/** What was said and decided, written by the delegates and the secretariat at once; sealed when the forum closes. */
export function Page(): JSX.Element {
  void loadTexts('live')
  const params = useParams<{ label: string }>()
  const agreement = useAgreement()
  const load = createLoad(() => loadForum(agreement().id, params.label))
  return (
    <Switch
      fallback={
        <Loaded load={load}>
          {(forum) => (
            <Show when={forum()} keyed>
              {(found) => <Shown forum={found} onChanged={load.again} />}
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

interface MinutesProps {
  forum: Forum
  onChanged: () => Promise<void>
}

/** The minutes, or their history where the address asks for it. */
function Shown(props: MinutesProps): JSX.Element {
  const [query] = useSearchParams<{ history?: string }>()
  return (
    <Show when={query.history !== undefined} fallback={<Minutes {...props} />}>
      <MinutesHistory forum={props.forum} asked={readStretch(query.history)} />
    </Show>
  )
}

/** Begun anew where what is here is not the text any more. */
function Minutes(props: MinutesProps): JSX.Element {
  const [turn, setTurn] = createSignal(1)
  const reopen = () => {
    setTurn((count) => count + 1)
    void props.onChanged()
  }
  return (
    <Show when={turn()} keyed>
      {(_) => <OpenMinutes forum={props.forum} onOutdated={reopen} />}
    </Show>
  )
}

function OpenMinutes(props: { forum: Forum; onOutdated: () => void }): JSX.Element {
  const agreement = useAgreement()
  const live = createLiveDocument(props.forum.minutesId, { offline: true, personId: actor()?.personId })
  onCleanup(live.destroy)
  askBeforeLeaving(live)
  createEffect(() => {
    if (!live.outdated()) return
    if (live.saved() === 'proposed') tell(t('live.spoken.proposed'))
    props.onOutdated()
  })
  announceChanges(live, (user) => nameOfPeer(agreement(), user))
  const writers = createAttribution({
    live,
    agreement,
    me: () => meIn(agreement()),
    ask: () => call(api.api.forums[':id'].minutes.attribution.$get({ param: { id: props.forum.id } })) as never,
  })
  return (
    <>
      <PageHead
        title={t('forum.minutesOf', { label: props.forum.label.replace('-', '/') })}
        lede={t('forum.minutesLede')}
        acts={
          <>
            <a href={minutesHistoryHref(props.forum)}>{t('live.history.link')}</a>{' '}
            <a href={paths.forum(props.forum.agreementSlug, props.forum.label)}>{t('forum.backToForum')}</a>
          </>
        }
      />
      <div class="minutes-bar">
        <Show when={props.forum.closedAt}>
          <p class="meta">{sealedWords(props.forum)}</p>
        </Show>
        <Show when={!props.forum.closedAt || isUnsettled(live)}>
          <SavedState live={live} />
        </Show>
        <Show when={!props.forum.closedAt}>
          <Presence live={live} nameOf={(user) => nameOfPeer(agreement(), user)} me={meIn(agreement())} />
        </Show>
        <label class="switch">
          <input
            type="checkbox"
            id="whowrote"
            checked={writers.shown()}
            onChange={(event) => writers.show(event.currentTarget.checked)}
          />{' '}
          {t('live.wrote')}
        </label>
      </div>
      <Why forum={props.forum} />
      <Show when={!props.forum.closedAt && live.access() === 'write'}>
        <KeepQuestion />
      </Show>
      <Proposals
        documentId={props.forum.minutesId}
        pairsOf={(before, after) => fragmentPairs(before, after, 'body', t('forum.minutesText'))}
      />
      <div class="minutes">
        <Show when={live.ready()} fallback={<p class="meta">{t('ui.loading')}</p>}>
          <RichText
            live={live}
            fragment={live.doc.getXmlFragment('body')}
            label={t('forum.minutesText')}
            whoWrote={writers.signOf()}
            placeholder={props.forum.closedAt ? undefined : t('forum.minutesEmpty')}
          />
          <Show when={props.forum.closedAt}>
            <EmptyNote fragment={live.doc.getXmlFragment('body')} />
          </Show>
        </Show>
      </div>
    </>
  )
}

/** Something that was written here is not in the sealed text: it is said even when nothing can be written any more. */
const isUnsettled = (live: LiveText): boolean =>
  live.waiting() > 0 || live.saved() === 'refused' || live.saved() === 'proposed'

const sealedWords = (forum: Forum): string =>
  t('forum.minutesSealed', { when: formatInstant(forum.closedAt ?? forum.stageSince, 'full') })

/** Why this person reads and does not write. */
function Why(props: { forum: Forum }): JSX.Element {
  const code = () =>
    refusal(actor(), 'minutes.edit', { agreementId: props.forum.agreementId, state: props.forum.stage })
  return (
    <Show when={!props.forum.closedAt && code()}>
      {(refused) => <p class="refusal">{t(`refusal.${refused()}`)}</p>}
    </Show>
  )
}

/** Minutes that were sealed empty say so. */
function EmptyNote(props: { fragment: { toString(): string } }): JSX.Element {
  const [empty, setEmpty] = createSignal(false)
  onMount(() =>
    setEmpty(
      props.fragment
        .toString()
        .replaceAll(/<[^>]*>/g, '')
        .trim() === '',
    ),
  )
  return (
    <Show when={empty()}>
      <p class="meta">{t('forum.minutesNone')}</p>
    </Show>
  )
}
