import * as Y from 'yjs'
import type { Shape } from '../../shared/live.ts'
import type { LiveMessage } from '../../shared/live-wire.ts'
import type { RefusalCode } from '../../shared/refusals.ts'
import { spend } from './bucket.ts'
import type { LiveDocument, Point } from './documents.ts'
import { judge, type Verdict } from './gate.ts'
import type { LiveLimits } from './limits.ts'
import type { Entry } from './log.ts'
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
  | { is: 'hello'; peer: Peer; hello: LiveMessage & { is: 'hello' }; stored?: Set<number> }
  | { is: 'ask'; peer: Peer; stateVector: Uint8Array }
  /** A writer shows a Yjs client id as its own: it is bound before others, who see it now, can write under it. */
  | { is: 'claim'; peer: Peer; client: number }
  | { is: 'write'; peer: Peer; clientSeq: number; bytes: Uint8Array; catchUp: boolean }
export type Write = Task & { is: 'write' }

/** What became of a task in a turn. `fresh` writes are committed before anybody is told of anything. */
export type Outcome =
  | { task: Exclude<Task, Write> }
  | { task: Write; fresh: Entry }
  | { task: Write; known: true }
  | { task: Write; gap: true }
  | { task: Write; refused: RefusalCode; why: Why | 'state' | 'access' | 'full' }

export const newRoom = (
  opened: {
    document: LiveDocument
    snapshot: { seq: number; bytes: Uint8Array }
    tail: { bytes: Uint8Array }[]
    owners: Room['owners']
  },
  text: Text,
  shape: Shape,
): Room => ({
  document: opened.document,
  shape,
  text,
  point: opened.document,
  owners: opened.owners,
  peers: new Set(),
  presence: nobodyHere(),
  queue: [],
  bytes: opened.tail.reduce((sum, update) => sum + update.bytes.length, opened.snapshot.bytes.length),
  snapshot: { seq: opened.snapshot.seq, bytes: opened.snapshot.bytes.length },
  isStale: false,
  isBroken: false,
  careful: 0,
  failingSince: undefined,
  retryAt: 0,
  quietSince: performance.now(),
})

/**
 * Judges what waits, in order, until the time is up, and applies what passes to the shadow; Yjs sees one transaction.
 * Should the shadow break all the same, the one that broke it is refused and everything else waits for the next turn.
 */
export function takeTurn(room: Room, until: number, limits: LiveLimits): Outcome[] {
  const tasks = room.queue
  const outcomes: Outcome[] = []
  const work = () => {
    for (const task of tasks) {
      if (outcomes.length > 0 && (performance.now() > until || room.isBroken)) break
      outcomes.push(task.is === 'write' ? judgeWrite(room, task, limits) : takeOther(room, task))
      if (task.is === 'write' && room.careful > 0 && room.careful-- > 0) break
    }
  }
  if (tasks.some((task) => task.is === 'write')) transactWhole(room, work)
  else work()
  const told = room.isBroken ? culprits(room, outcomes) : outcomes
  const done = new Set(told.map((outcome) => outcome.task))
  room.queue = tasks.filter((task) => !done.has(task))
  return told
}

function takeOther(room: Room, task: Exclude<Task, Write>): Outcome {
  if (task.is === 'claim' && !room.owners.has(task.client)) room.owners.set(task.client, task.peer.user.personId)
  return { task }
}

function transactWhole(room: Room, work: () => void): void {
  try {
    room.text.doc().transact(work)
  } catch {
    room.isBroken = true // at the end of its transaction Yjs gave up: the text is read again
  }
  room.text.changed()
}

/** Who broke the shadow. When it only showed at the end, each write is tried alone until it shows again. */
function culprits(room: Room, outcomes: Outcome[]): Outcome[] {
  const broke = outcomes.filter((outcome) => 'why' in outcome && outcome.why === 'not_applicable')
  if (broke.length > 0) return broke
  const fresh = outcomes.filter((outcome) => 'fresh' in outcome)
  if (fresh.length === 1) return [{ task: fresh[0]!.task, refused: 'edit_refused', why: 'not_applicable' }]
  room.careful = fresh.length
  return []
}

function judgeWrite(room: Room, task: Write, limits: LiveLimits): Outcome {
  const { peer, bytes } = task
  const refused = (code: RefusalCode, why: Why | 'state' | 'access' | 'full'): Outcome => ({ task, refused: code, why })
  if (peer.access !== 'write') return refused('document_read_only', 'access')
  if (room.document.state !== 'open') return refused(`document_${room.document.state}`, 'state')
  if (peer.stored.has(task.clientSeq)) return { task, known: true }
  if (!task.catchUp && bytes.length > limits.updateBytes) return refused('edit_too_large', 'too_large')
  if (room.bytes + bytes.length > limits.documentBytes) return refused('document_full', 'full')
  const began = performance.now()
  const verdict = judge(bytes, groundOf(room, peer.user.personId, limits))
  const applied = verdict.is !== 'fresh' || apply(room, verdict, peer.user.personId)
  const ended = performance.now()
  spend(peer.allowance.work, ended - began, limits.workMsPerSecond, ended)
  if (!applied) return refused('edit_refused', 'not_applicable')
  if (verdict.is === 'refused')
    return refused(verdict.why === 'too_large' ? 'edit_too_large' : 'edit_refused', verdict.why)
  return verdict.is === 'fresh'
    ? { task, fresh: entryOf(task, verdict) }
    : verdict.is === 'known'
      ? { task, known: true }
      : { task, gap: true }
}

const groundOf = (room: Room, personId: string, limits: LiveLimits) => ({
  doc: room.text.doc(),
  places: room.text.places(),
  shape: room.shape,
  limits,
  ownership: (client: number) => {
    const owner = room.owners.get(client)
    return owner === undefined ? ('free' as const) : owner === personId ? ('own' as const) : ('foreign' as const)
  },
  freeClients: limits.documentClients - room.text.doc().store.clients.size,
})

/** False when Yjs throws or parks a part, whatever the gate thought of it; the shadow is broken then. */
function apply(room: Room, verdict: Verdict & { is: 'fresh' }, personId: string): boolean {
  const doc = room.text.doc()
  try {
    Y.applyUpdate(doc, verdict.bytes)
  } catch {
    room.isBroken = true
  }
  if (doc.store.pendingStructs || doc.store.pendingDs) room.isBroken = true
  for (const client of verdict.claims) room.owners.set(client, personId)
  room.bytes += verdict.bytes.length
  return !room.isBroken
}

const entryOf = ({ peer, clientSeq }: Write, verdict: Verdict & { is: 'fresh' }): Entry => ({
  personId: peer.user.personId,
  delegationId: peer.user.delegationId,
  device: peer.device,
  clientSeq,
  bytes: verdict.bytes,
  claims: verdict.claims,
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
