import '../../../client/ui/app.css'
import { createEffect, createSignal, onCleanup, Show } from 'solid-js'
import { render } from 'solid-js/web'
import { chooseToKeep, forgetKeptTexts } from '../../../client/live/kept.ts'
import { createPeers, signOf } from '../../../client/live/peers.ts'
import { PlainField } from '../../../client/live/plain-field.tsx'
import { announceChanges, Presence } from '../../../client/live/presence.tsx'
import { Proposals } from '../../../client/live/proposals.tsx'
import { createLiveDocument } from '../../../client/live/provider.ts'
import { RichText } from '../../../client/live/rich-text.tsx'
import { SavedState } from '../../../client/live/saved-state.tsx'
import { fragmentPairs } from '../../../client/plan/proposal-pairs.ts'
import { loadTexts, speak } from '../../../client/text.ts'
import { Toast } from '../../../client/ui/toast.tsx'
import type { PeerUser } from '../../../shared/live.ts'

/** The parts of the live text alone on a page, for the test that drives them in a browser: `#<document>` or `#<document>/<person>`. */
await speak('en')
await loadTexts('live')
const [documentId, personId] = location.hash.slice(1).split('/')

function App() {
  const [turn, setTurn] = createSignal(1)
  return (
    <main class="plan-page">
      <h1>A live text alone</h1>
      <Show when={turn()} keyed>
        {(_) => <Text onOutdated={() => setTurn((count) => count + 1)} />}
      </Show>
      <Toast />
    </main>
  )
}

function Text(props: { onOutdated: () => void }) {
  const live = createLiveDocument(documentId!, { offline: personId !== undefined, personId })
  onCleanup(live.destroy)
  createEffect(() => live.outdated() && props.onOutdated())
  const [isMarked, mark] = createSignal(false)
  const nameOf = (user: PeerUser) => `Delegation ${user.mark ?? user.seat}`
  const peers = createPeers(live.awareness)
  const writer = (client: number) => {
    const peer = peers().find((one) => one.clientId === client)
    return peer
      ? signOf(peer.user)
      : client === live.doc.clientID
        ? { mark: 'ME', side: 'workers', party: 'full' as const }
        : undefined
  }
  announceChanges(live, nameOf)
  return (
    <>
      <SavedState live={live} />
      <Proposals
        documentId={documentId!}
        pairsOf={(before, after) => fragmentPairs(before, after, 'preamble', 'Preamble')}
        turn={live.state()}
      />
      <Presence live={live} nameOf={nameOf} placeOf={(field) => ({ words: `in ${field}`, href: `#${field}` })} />
      <label class="switch">
        <input type="checkbox" id="whowrote" onChange={(event) => mark(event.currentTarget.checked)} /> Who wrote what
      </label>
      <Show when={live.ready()}>
        <RichText
          live={live}
          fragment={live.doc.getXmlFragment('preamble')}
          label="Preamble"
          place="preamble"
          placeholder="Why this plan is made"
          whoWrote={isMarked() ? writer : undefined}
        />
        <fieldset class="fields" aria-label="Terms">
          <PlainField
            live={live}
            map={live.doc.getMap('meta')}
            name="title"
            id="title"
            label="Title"
            nameOf={nameOf}
            width={4}
          />
        </fieldset>
      </Show>
    </>
  )
}

Object.assign(window, { forgetKeptTexts, chooseToKeep })
render(() => <App />, document.getElementById('app') as HTMLElement)
