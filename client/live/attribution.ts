import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { Attribution } from '../../shared/history.ts'
import type { PeerUser } from '../../shared/live.ts'
import { type AgreementHere, delegationWho } from '../shell/agreement.ts'
import { formatInstant, t } from '../text.ts'
import type { LiveText } from './live-text.ts'
import { createPeers } from './peers.ts'
import type { AuthorSign, SignOf } from './who-wrote.ts'

/** The switch that shows who wrote what, and what it shows. */
export interface Writers {
  shown: Accessor<boolean>
  show: (on: boolean) => void
  signOf: Accessor<SignOf | undefined>
}

/** How long after a change the server is asked again. */
const restMs = 4_000

/**
 * Who wrote each passage, from the server's log, while somebody wants to know. What was typed a moment ago is not in the
 * answer yet: it is shown under the sign of whoever is here with that client.
 */
export function createAttribution(of: {
  live: LiveText
  agreement: () => AgreementHere
  me: () => PeerUser | undefined
  ask: () => Promise<Attribution>
}): Writers {
  const { live, agreement } = of
  const [shown, show] = createSignal(false)
  const [known, setKnown] = createSignal<Known>(nothingKnown)
  const peers = createPeers(live.awareness)
  const ask = () =>
    of.ask().then(
      (answer) => setKnown(() => indexOf(answer)),
      () => undefined,
    )
  createEffect(
    on(shown, (isOn) => {
      if (!isOn) return
      void ask()
      let timer: ReturnType<typeof setTimeout> | undefined
      const later = () => {
        timer ??= setTimeout(() => {
          timer = undefined
          void ask()
        }, restMs)
      }
      live.doc.on('update', later)
      onCleanup(() => {
        clearTimeout(timer)
        live.doc.off('update', later)
      })
    }),
  )
  const userOf = (client: number): PeerUser | undefined =>
    client === live.doc.clientID ? of.me() : peers().find((peer) => peer.clientId === client)?.user
  const signOf = createMemo((): SignOf | undefined => {
    if (!shown()) return undefined
    const { find, writers } = known()
    return (client, clock) => {
      const passage = find(client, clock)
      if (!passage) {
        const user = userOf(client)
        return user && signFor(agreement(), user)
      }
      const writer = writers[passage.by]
      const until = passage.clock + passage.length
      if (!writer) return undefined
      return { ...signFor(agreement(), writer), words: wordsFor(agreement(), writer, passage.at), until }
    }
  })
  return { shown, show, signOf }
}

type Passages = Attribution['passages']

interface Known {
  writers: Attribution['writers']
  find(client: number, clock: number): Passages[number] | undefined
}

const nothingKnown: Known = { writers: [], find: () => undefined }

function indexOf({ writers, passages }: Attribution): Known {
  const byClient = Map.groupBy(passages, (passage) => passage.client)
  const find = (client: number, clock: number) => {
    const list = byClient.get(client) ?? []
    let [low, high] = [0, list.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (list[middle]!.clock + list[middle]!.length <= clock) low = middle + 1
      else high = middle
    }
    return list[low]
  }
  return { writers, find }
}

/** A delegation's sign; who has none has the letters of the name. */
function signFor(agreement: AgreementHere, writer: { name: string; delegationId?: string | undefined }): AuthorSign {
  const who = delegationWho(agreement, writer.delegationId)
  if (who) return { mark: who.mark, side: who.side, party: who.party }
  const letters = writer.name.split(/\s+/).map((word) => word[0] ?? '')
  return { mark: letters.slice(0, 2).join('').toLocaleUpperCase(), side: '', party: 'none' }
}

function wordsFor(agreement: AgreementHere, writer: Attribution['writers'][number], at: string): string {
  const delegation = delegationWho(agreement, writer.delegationId)?.name
  const name = delegation ? t('live.history.nameOf', { name: writer.name, delegation }) : writer.name
  return t('live.history.wrote', { name, when: formatInstant(at) })
}
