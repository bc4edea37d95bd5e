import * as Y from 'yjs'
import type { RefusalCode } from '../../shared/refusals.ts'
import { spend } from './bucket.ts'
import { takeExactly } from './exactly.ts'
import { judge, type Verdict } from './gate.ts'
import { judgeLate, ownershipIn, wroteHere } from './late.ts'
import type { LiveLimits } from './limits.ts'
import type { Entry } from './log.ts'
import type { Outcome, Room, Task, Write } from './room.ts'
import type { Why } from './update.ts'

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
      const outcome = task.is === 'write' ? judgeWrite(room, task, limits) : takeOther(room, task)
      if ('refused' in outcome && mayLag(room, outcome)) break
      outcomes.push(outcome)
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

/**
 * Who comes from another node may bring what others wrote there, and this one has not read yet: before anybody is refused
 * for writing under a foreign client id, the log is read and the update judged once more.
 */
function mayLag(room: Room, { task, why }: Extract<Outcome, { refused: unknown }>): boolean {
  if (why !== 'foreign_client' || task.isSecondLook) return false
  task.isSecondLook = true
  room.isStale = true
  return true
}

function takeOther(room: Room, task: Exclude<Task, Write>): Outcome {
  if (task.is === 'claim' && !room.owners.has(task.client)) room.owners.set(task.client, task.peer.user.personId)
  return { task }
}

function transactWhole(room: Room, work: () => void): void {
  try {
    takeExactly(room.text.doc(), work)
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
  const refused = (code: RefusalCode, why: Why | 'access' | 'full'): Outcome => ({ task, refused: code, why })
  const { state } = room.document
  if (peer.access !== 'write' && (state === 'open' || !wroteHere(room, peer.user.personId)))
    return refused('document_read_only', 'access')
  if (!task.catchUp && bytes.length > limits.updateBytes) return refused('edit_too_large', 'too_large')
  if (state !== 'open') return judgeTooLate(room, task, state, limits)
  if (room.bytes + bytes.length > limits.documentBytes) return refused('document_full', 'full')
  const began = performance.now()
  const verdict = judge(bytes, groundOf(room, peer.user.personId, limits))
  const applied = verdict.is !== 'fresh' || apply(room, verdict, peer.user.personId)
  const ended = performance.now()
  spend(peer.allowance.work, ended - began, limits.workMsPerSecond, ended)
  if (!applied) return refused('edit_refused', 'not_applicable')
  if (verdict.is === 'refused') return refused(codeOf(verdict.why), verdict.why)
  return verdict.is === 'fresh'
    ? { task, fresh: entryOf(task, verdict) }
    : verdict.is === 'known'
      ? { task, known: true }
      : { task, gap: true }
}

const codeOf = (why: Why): RefusalCode => (why === 'too_large' ? 'edit_too_large' : 'edit_refused')

/** Nothing of it reaches the shadow. What an honest client wrote is kept for its author before the refusal is told. */
function judgeTooLate(room: Room, task: Write, state: 'sealed' | 'locked', limits: LiveLimits): Outcome {
  const { user, allowance } = task.peer
  const began = performance.now()
  const judged = judgeLate(task.bytes, groundOf(room, user.personId, limits))
  const ended = performance.now()
  spend(allowance.work, ended - began, limits.workMsPerSecond, ended)
  if ('known' in judged) return { task, known: true }
  if ('why' in judged) return { task, refused: codeOf(judged.why), why: judged.why }
  return { task, refused: `document_${state}`, why: 'state', late: judged.late, kept: false }
}

const groundOf = (room: Room, personId: string, limits: LiveLimits) => ({
  doc: room.text.doc(),
  places: room.text.places(),
  shape: room.shape,
  limits,
  ownership: (client: number) => ownershipIn(room.owners, client, personId),
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
