import type { Shape } from '../../shared/live.ts'
import type { LiveMessage } from '../../shared/live-wire.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import type { LiveDocument, Point } from './documents.ts'
import type { Entry } from './log.ts'
import type { Opened } from './opening.ts'
import type { Peer } from './peer.ts'
import { nobodyHere, type Presence } from './presence.ts'
import type { Text } from './text.ts'
import type { Why } from './update.ts'

/** An open document and the sockets at it. `text` and `point` are what is committed, but for the turn that runs. */
export interface Room {
  document: LiveDocument
  shape: Shape
  text: Text
  point: Point
  owners: Map<number, string | null>
  peers: Set<Peer>
  presence: Presence
  /** What waits for the next turn, in the order in which it came. */
  queue: Task[]
  /** About how many bytes the document has; exact after each snapshot. */
  bytes: number
  snapshot: { seq: number; bytes: number }
  /** The database knows something newer. */
  isStale: boolean
  /** A snapshot of it is on its way. */
  isFolding: boolean
  /** The text holds what was not committed and must be read again; then as many writes are taken one by one. */
  isBroken: boolean
  careful: number
  failingSince: number | undefined
  /** Not before this is a commit tried again. */
  retryAt: number
  quietSince: number
}

export type Task =
  | { is: 'join'; peer: Peer }
  | { is: 'hello'; peer: Peer; hello: LiveMessage & { is: 'hello' } }
  | { is: 'ask'; peer: Peer; stateVector: Uint8Array }
  /** A writer shows a Yjs client id as its own: it is bound before others, who see it now, can write under it. */
  | { is: 'claim'; peer: Peer; client: number }
  | { is: 'write'; peer: Peer; clientSeq: number; bytes: Uint8Array; catchUp: boolean; isSecondLook?: boolean }
export type Write = Task & { is: 'write' }

/** What became of a task in a turn. `fresh` writes are committed before anybody is told of anything. */
export type Outcome =
  | { task: Exclude<Task, Write> }
  | { task: Write; fresh: Entry }
  | { task: Write; known: true }
  | { task: Write; gap: true }
  | { task: Write; refused: RefusalCode; why: Why | 'access' | 'full' }
  /** Refused because the text takes nothing any more; `kept` for its author once it is on the disk. */
  | { task: Write; refused: RefusalCode; why: 'state'; late: Uint8Array; kept: boolean }

export const newRoom = ({ document, shape, text, owners, bytes, snapshot }: Opened): Room => ({
  document,
  shape,
  text,
  point: document,
  owners,
  peers: new Set(),
  presence: nobodyHere(),
  queue: [],
  bytes,
  snapshot,
  isStale: false,
  isFolding: false,
  isBroken: false,
  careful: 0,
  failingSince: undefined,
  retryAt: 0,
  quietSince: performance.now(),
})

/** The document's state, as our client is told it. */
export const stateMessage = (room: Room, peer: Peer): LiveMessage => ({
  is: 'state',
  state: room.document.state,
  access: peer.access,
  epoch: room.document.epoch,
  seq: room.point.seq,
  sealedAt: room.document.sealedAt ?? '',
})
