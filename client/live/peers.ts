import { type Accessor, createSignal } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import type { SeatKind, Side } from '../../shared/agreement.ts'
import type { PeerUser } from '../../shared/live.ts'
import { type PartyMark, partyMark } from '../ui/who.tsx'

/** Somebody else at the document: who, as the server says it, and the field that they are in. */
export interface Peer {
  clientId: number
  user: PeerUser
  field: string | undefined
}

const known = new WeakMap<Awareness, Accessor<Peer[]>>()

/** The others at the document, as a signal: one for all who ask, since a long text has a thousand fields. */
export function createPeers(awareness: Awareness): Accessor<Peer[]> {
  const asked = known.get(awareness)
  if (asked) return asked
  const [peers, setPeers] = createSignal(readPeers(awareness), { equals: samePeers })
  // It ends with the awareness, which lets go of its listeners when it is destroyed.
  awareness.on('change', () => setPeers(readPeers(awareness)))
  known.set(awareness, peers)
  return peers
}

const readPeers = (awareness: Awareness): Peer[] =>
  [...awareness.getStates()].flatMap(([clientId, state]) =>
    clientId !== awareness.clientID && isUser(state.user)
      ? [{ clientId, user: state.user, field: typeof state.field === 'string' ? state.field : undefined }]
      : [],
  )

/** Carets move with every keystroke; who is here, and in which field, does not. */
const samePeers = (a: readonly Peer[], b: readonly Peer[]): boolean =>
  a.length === b.length &&
  a.every((peer, i) => {
    const other = b[i]!
    return peer.clientId === other.clientId && peer.field === other.field && sameUser(peer.user, other.user)
  })

const sameUser = (a: PeerUser, b: PeerUser): boolean =>
  a.personId === b.personId && a.name === b.name && a.seat === b.seat && a.delegationId === b.delegationId

const isUser = (user: unknown): user is PeerUser => typeof (user as PeerUser | undefined)?.personId === 'string'

/** The mark by which somebody is drawn: the delegation's, or the first letter of the seat. */
export const signOf = (user: PeerUser): { mark: string; side: Side | SeatKind; party: PartyMark } => ({
  mark: user.mark ?? user.seat.slice(0, 1).toUpperCase(),
  side: (user.side ?? user.seat) as Side | SeatKind,
  party: user.party === undefined ? 'none' : partyMark(user.party),
})
