import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { api, call } from '../api.ts'
import { createPeers } from '../live/peers.ts'
import type { LiveText } from '../live/provider.ts'
import type { AuthorSign } from '../live/who-wrote.ts'
import { type AgreementHere, delegationWho } from '../shell/agreement.ts'
import { meIn } from './people-here.ts'

/** Under which sign each client id of the text wrote, while somebody wants to know: as the server's log bound them. */
export function createWriters(
  planId: string,
  live: LiveText,
  agreement: () => AgreementHere,
): {
  shown: Accessor<boolean>
  show: (on: boolean) => void
  signOf: Accessor<((client: number) => AuthorSign | undefined) | undefined>
} {
  const [shown, show] = createSignal(false)
  const [bound, setBound] = createSignal<ReadonlyMap<number, string | undefined>>(new Map())
  const peers = createPeers(live.awareness)
  const ask = async () => {
    const authors = await call(api.api.plans[':id'].authors.$get({ param: { id: planId } }))
    setBound(new Map(authors.map((author) => [author.clientId, author.delegationId])))
  }
  createEffect(
    on(shown, (on) => {
      if (!on) return
      void ask().catch(() => undefined)
      const timer = setInterval(() => void ask().catch(() => undefined), 15_000)
      onCleanup(() => clearInterval(timer))
    }),
  )
  const delegationOf = (client: number): string | undefined => {
    if (client === live.doc.clientID) return meIn(agreement())?.delegationId
    return bound().get(client) ?? peers().find((peer) => peer.clientId === client)?.user.delegationId
  }
  const signOf = createMemo(() => {
    if (!shown()) return undefined
    bound()
    return (client: number): AuthorSign | undefined => delegationWho(agreement(), delegationOf(client))
  })
  return { shown, show, signOf }
}
