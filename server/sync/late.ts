import { createHash } from 'node:crypto'
import * as Y from 'yjs'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import type { Database, Trx } from '../db/database.ts'
import { decodeUpdate } from './decode.ts'
import { type Ground, judge } from './gate.ts'
import type { LiveLimits } from './limits.ts'
import type { Outcome, Room, Task, Write } from './room.ts'
import type { Turn } from './store.ts'
import type { LateEditRow } from './table.ts'
import type { Engine } from './turns.ts'
import { Unacceptable, type Why } from './update.ts'

/** An edit that came too late: whose it is, and the point of the text that it would have followed. */
export interface LateEdit {
  documentId: string
  epoch: number
  baseSeq: number
  personId: string
  delegationId: string | undefined
  device: string
  clientSeq: number
  bytes: Uint8Array
}

/**
 * What an update is that comes to a text which takes none any more: nothing new, no update of an honest client, or words
 * to be kept. Words may rest on others that came too late before them, which the text does not have.
 */
export function judgeLate(bytes: Uint8Array, ground: Ground): { known: true } | { why: Why } | { late: Uint8Array } {
  const verdict = judge(bytes, ground)
  if (verdict.is === 'known') return { known: true }
  if (verdict.is === 'refused') return { why: verdict.why }
  if (verdict.is === 'fresh') return { late: verdict.bytes }
  const why = faultOf(bytes, ground.ownership, ground.limits)
  return why ? { why } : { late: bytes }
}

/** Why these bytes are not kept: they are no update, are too many, or say to be somebody else's. */
export function faultOf(bytes: Uint8Array, ownership: Ground['ownership'], limits: LiveLimits): Why | undefined {
  try {
    const { blocks } = decodeUpdate(bytes, limits)
    return [...blocks.keys()].some((client) => ownership(client) === 'foreign') ? 'foreign_client' : undefined
  } catch (error) {
    return error instanceof Unacceptable ? error.why : 'malformed'
  }
}

/** Whether the person has ever written here: the words of such a one are kept although the text is nobody's to write now. */
export const wroteHere = (room: Room, personId: string): boolean => {
  for (const owner of room.owners.values()) if (owner === personId) return true
  return false
}

/**
 * Keeps what came too late in a turn, in one transaction and before anybody is told that it was refused; what is kept is
 * marked so. When the database fails, the refusal says nothing of keeping, and the client keeps its words and comes again.
 */
export async function keepLate(engine: Engine, turns: readonly Turn[]): Promise<void> {
  const late = turns.flatMap(({ room, outcomes }) =>
    outcomes.flatMap((outcome) => ('late' in outcome ? [{ outcome, edit: editOf(room, outcome) }] : [])),
  )
  if (late.length === 0) return
  try {
    const kept = await keep(
      engine,
      late.map(({ edit }) => edit),
    )
    for (const { outcome, edit } of late) outcome.kept = kept.has(edit)
  } catch (error) {
    engine.log.error({ err: error, edits: late.length }, 'late edits could not be kept; their authors still have them')
  }
}

type Late = Extract<Outcome, { late: Uint8Array }>

const editOf = (room: Room, { task, late }: Late): LateEdit => ({ ...senderOf(room, task), bytes: late })

const senderOf = (room: Room, { peer, clientSeq }: Write): Omit<LateEdit, 'bytes'> => ({
  documentId: room.document.id,
  epoch: room.point.epoch,
  baseSeq: room.point.seq,
  personId: peer.user.personId,
  delegationId: peer.user.delegationId,
  device: peer.device,
  clientSeq,
})

/** The text was begun anew under these tasks: what writers sent for the one before is kept for them. */
export async function keepLeftBehind(engine: Engine, room: Room, tasks: readonly Task[]): Promise<void> {
  const edits = tasks.flatMap((task): LateEdit[] => {
    if (task.is !== 'write' || task.peer.access !== 'write') return []
    const { personId } = task.peer.user
    const ownership = (client: number) => ownershipIn(room.owners, client, personId)
    if (faultOf(task.bytes, ownership, engine.limits)) return []
    return [{ ...senderOf(room, task), bytes: task.bytes }]
  })
  if (edits.length === 0) return
  try {
    await keep(engine, edits)
  } catch (error) {
    engine.log.error({ err: error, edits: edits.length }, 'edits of a text begun anew could not be kept')
  }
}

export function ownershipIn(
  owners: ReadonlyMap<number, string | null>,
  client: number,
  personId: string,
): 'own' | 'free' | 'foreign' {
  const owner = owners.get(client)
  return owner === undefined ? 'free' : owner === personId ? 'own' : 'foreign'
}

/** Returns those that are on the disk now, or were before. The others are past what a person may have kept. */
export function keep(
  { db, clock, limits }: { db: Database; clock: () => Instant; limits: LiveLimits },
  edits: readonly LateEdit[],
): Promise<Set<LateEdit>> {
  const at = clock()
  return db.write(async (trx) => {
    const kept = new Set<LateEdit>()
    for (const edit of edits) if (await keepOne(trx, edit, at, limits)) kept.add(edit)
    return kept
  })
}

async function keepOne(trx: Trx, edit: LateEdit, at: Instant, limits: LiveLimits): Promise<boolean> {
  const row = rowOf(edit, at)
  const there = await mine(trx, edit).select(['digest', 'epoch', 'base_seq', 'size']).execute()
  if (there.some((other) => other.digest === row.digest && other.epoch === row.epoch)) return true
  if (there.reduce((sum, { size }) => sum + size, row.size) > limits.lateBytes) return false
  const beside = there.filter((other) => other.epoch === row.epoch && other.base_seq === row.base_seq)
  if (beside.length >= limits.lateEdits) await fold(trx, edit)
  await trx.insertInto('late_edit').values(row).execute()
  return true
}

const mine = (trx: Trx, { documentId, personId }: LateEdit) =>
  trx.selectFrom('late_edit').where('document_id', '=', documentId).where('person_id', '=', personId)

/** Many small ones become one: what they say together stays the same. It is called what the last of them was. */
async function fold(trx: Trx, edit: LateEdit): Promise<void> {
  const rows = await mine(trx, edit)
    .selectAll()
    .where('epoch', '=', edit.epoch)
    .where('base_seq', '=', edit.baseSeq)
    .orderBy('id')
    .execute()
  const bytes = Y.mergeUpdates(rows.map((row) => row.bytes))
  const ids = rows.map((row) => row.id)
  await trx.deleteFrom('late_edit').where('id', 'in', ids).execute()
  const whole = { ...rows.at(-1)!, bytes, size: bytes.length, digest: digestOf(bytes) }
  await trx.insertInto('late_edit').values(whole).execute()
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const rowOf = (edit: LateEdit, at: Instant): LateEditRow => ({
  id: newId(Date.parse(at)),
  document_id: edit.documentId,
  epoch: edit.epoch,
  base_seq: edit.baseSeq,
  person_id: edit.personId,
  delegation_id: edit.delegationId ?? null,
  device: edit.device,
  client_seq: edit.clientSeq,
  bytes: edit.bytes,
  size: edit.bytes.length,
  digest: digestOf(edit.bytes),
  at,
})
