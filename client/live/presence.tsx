import { createMemo, For, type JSX, onCleanup, Show } from 'solid-js'
import type { Transaction } from 'yjs'
import type { PeerUser } from '../../shared/live.ts'
import { formatList, t } from '../text.ts'
import { announce } from '../ui/toast.tsx'
import { Who } from '../ui/who.tsx'
import type { LiveText } from './live-text.ts'
import { createPeers, type Peer, signOf } from './peers.ts'

const shownAtMost = 5

/** One place on the page that a peer can be in: what to call it, and where a click on the peer leads. */
export interface PeerPlace {
  words: string
  href: string
}

/** Who is in the text now: a mark each, the person once however many windows are open. */
export function Presence(props: {
  live: LiveText
  /** What to call who it is: the delegation's name, or the seat. */
  nameOf: (user: PeerUser) => string
  /** Where the field is that a peer's cursor is in. */
  placeOf?: ((field: string) => PeerPlace | undefined) | undefined
  /** The reader; stands last. */
  me?: PeerUser | undefined
}): JSX.Element {
  const peers = createPeers(props.live.awareness)
  const people = createMemo(() => [...new Map(peers().map((peer) => [peer.user.personId, peer])).values()])
  const others = () => people().filter((peer) => peer.user.personId !== props.me?.personId)
  const shown = () => others().slice(0, shownAtMost - (props.me ? 1 : 0))
  const rest = () => others().length - shown().length
  return (
    <div class="here">
      <p class="vh" id="live-here">
        {t('live.here')}
      </p>
      <ul aria-labelledby="live-here">
        <For each={shown()}>
          {(peer) => <Present peer={peer} name={props.nameOf(peer.user)} place={placeOf(peer)} />}
        </For>
        <Show when={props.me}>
          {(me) => (
            <li>
              <Who {...signOf(me())} name={`${props.nameOf(me())}, ${t('live.you')}`} quiet />
            </li>
          )}
        </Show>
        <Show when={rest() > 0}>
          <li class="meta">{t('live.hereMore', { count: rest() })}</li>
        </Show>
      </ul>
    </div>
  )

  function placeOf(peer: Peer): PeerPlace | undefined {
    return peer.field === undefined ? undefined : props.placeOf?.(peer.field)
  }
}

function Present(props: { peer: Peer; name: string; place: PeerPlace | undefined }): JSX.Element {
  const who = () => (
    <Who
      {...signOf(props.peer.user)}
      name={[`${props.name} (${props.peer.user.name})`, props.place?.words].filter(Boolean).join(', ')}
      quiet
    />
  )
  return (
    <li title={`${props.name}: ${props.peer.user.name}`}>
      <Show when={props.place} fallback={who()}>
        {(place) => <a href={place().href}>{who()}</a>}
      </Show>
    </li>
  )
}

/** At most so often, so that a screen reader is not spoken over by typing. */
const announceEveryMs = 5_000

/** Tells screen readers which delegations changed the text, gathered over a few seconds. Call it in a component. */
export function announceChanges(live: LiveText, nameOf: (user: PeerUser) => string): void {
  const peers = createPeers(live.awareness)
  const names = new Set<string>()
  let isChanged = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const say = () => {
    timer = undefined
    if (isChanged) announce(names.size > 0 ? t('live.changedBy', { names: formatList([...names]) }) : t('live.changed'))
    names.clear()
    isChanged = false
  }
  const look = (change: Transaction) => {
    if (change.local || change.changed.size === 0 || !live.ready()) return
    isChanged = true
    for (const [client, clock] of change.afterState) {
      if (change.beforeState.get(client) === clock) continue
      const peer = peers().find((one) => one.clientId === client)
      if (peer) names.add(nameOf(peer.user))
    }
    timer ??= setTimeout(say, announceEveryMs)
  }
  live.doc.on('afterTransaction', look)
  onCleanup(() => {
    live.doc.off('afterTransaction', look)
    clearTimeout(timer)
  })
}
