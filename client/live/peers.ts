import { type Accessor, createSignal, onCleanup } from 'solid-js'
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

/** The others at the document, as a signal. */
export function createPeers(awareness: Awareness): Accessor<Peer[]> {
  const read = (): Peer[] =>
    [...awareness.getStates()].flatMap(([clientId, state]) =>
      clientId !== awareness.clientID && isUser(state.user)
        ? [{ clientId, user: state.user, field: typeof state.field === 'string' ? state.field : undefined }]
        : [],
    )
  const [peers, setPeers] = createSignal(read())
  const look = () => setPeers(read())
  awareness.on('change', look)
  onCleanup(() => awareness.off('change', look))
  return peers
}

const isUser = (user: unknown): user is PeerUser => typeof (user as PeerUser | undefined)?.personId === 'string'

/** The mark by which somebody is drawn: the delegation's, or the first letter of the seat. */
export const signOf = (user: PeerUser): { mark: string; side: Side | SeatKind; party: PartyMark } => ({
  mark: user.mark ?? user.seat.slice(0, 1).toUpperCase(),
  side: (user.side ?? user.seat) as Side | SeatKind,
  party: user.party === undefined ? 'none' : partyMark(user.party),
})
