import type { Instant } from '../../shared/dates.ts'
import type { Reader } from '../db/database.ts'
import { note } from './counters.ts'
import type { Point } from './documents.ts'
import { heal, postpone } from './failing.ts'
import { keepLate } from './late.ts'
import { append, type Batch, bindClients } from './log.ts'
import { clientsOf, refresh } from './refresh.ts'
import type { Outcome, Room } from './room.ts'
import { settle } from './settle.ts'
import type { DocumentClientRow } from './table.ts'
import type { Engine } from './turns.ts'

/** What a room judged in a turn. */
export interface Turn {
  room: Room
  outcomes: Outcome[]
}

/** Commits what is fresh, then settles each room. A room that moved meanwhile is brought up to date and tried again. */
export async function store(engine: Engine, turns: readonly Turn[], again: (room: Room) => void): Promise<void> {
  const at = engine.clock()
  const done = (turn: Turn, head: Point) => {
    turn.room.point = head
    heal(engine, turn.room)
    if (!engine.acknowledgeFirst) settle(engine, turn.room, turn.outcomes, head, at)
  }
  const stored = (turn: Turn, head: Point) => {
    done(turn, head)
    engine.elsewhere.appended(turn.room)
  }
  await keepLate(engine, turns)
  const bound = await bindAll(engine, turns, at)
  for (const turn of turns) if (!bound.has(turn)) waitWith(engine, turn, again)
  for (const turn of bound) if (!isFresh(turn)) done(turn, turn.room.point)
  const overtaken: Turn[] = []
  const fresh = [...bound].filter(isFresh)
  if (fresh.length === 0) return
  const { heads, failed } = await appendAll(engine, fresh, at)
  for (const turn of fresh) {
    const head = heads.get(turn.room.document.id)
    if (head) stored(turn, head)
    else if (failed.has(turn)) waitWith(engine, turn, again)
    else overtaken.push(turn)
  }
  if (overtaken.length > 0) await storeHolding(engine, overtaken, at, stored, again)
}

/** Binds the ids that writers showed, before the updates that may use them. Returns the turns that may go on. */
async function bindAll(engine: Engine, turns: readonly Turn[], at: Instant): Promise<Set<Turn>> {
  const claiming = turns.filter(({ outcomes }) => outcomes.some(({ task }) => task.is === 'claim'))
  if (claiming.length === 0) return new Set(turns)
  const claims = new Map(claiming.map((turn) => [turn, claimsOf(turn, at)]))
  const rows = [...claims.values()].flat()
  try {
    for (const { document_id, client_id, person_id } of await bindClients(engine.db, rows))
      engine.rooms.get(document_id)?.owners.set(client_id, person_id)
    return new Set(turns)
  } catch (error) {
    engine.log.warn({ err: error }, 'client ids could not be bound')
    return new Set(turns.filter((turn) => !claims.has(turn)))
  }
}

const claimsOf = ({ room, outcomes }: Turn, at: Instant): DocumentClientRow[] =>
  outcomes.flatMap(({ task }) => {
    if (task.is !== 'claim') return []
    const { personId, delegationId } = task.peer.user
    return [
      {
        document_id: room.document.id,
        client_id: task.client,
        person_id: personId,
        delegation_id: delegationId ?? null,
        at,
      },
    ]
  })

const isFresh = (turn: Turn): boolean => turn.outcomes.some((outcome) => 'fresh' in outcome)

const batchOf = ({ room, outcomes }: Turn): Batch => ({
  documentId: room.document.id,
  base: room.point,
  entries: outcomes.flatMap((outcome) => ('fresh' in outcome ? [outcome.fresh] : [])),
})

/** What came of a commit: the new heads, and the turns that the database failed. The others had been overtaken. */
interface Committed {
  heads: Map<string, Point>
  failed: Set<Turn>
}

/** All in one transaction; when it fails, each document in its own, so that one cannot fail the others. */
async function appendAll(engine: Engine, turns: readonly Turn[], at: Instant): Promise<Committed> {
  const { counters } = engine
  const batches = turns.map(batchOf)
  const began = performance.now()
  try {
    const { heads } = await append(engine.db, batches, at)
    note(counters.commitMs, performance.now() - began)
    note(
      counters.commitUpdates,
      batches.reduce((sum, batch) => sum + batch.entries.length, 0),
    )
    return { heads, failed: new Set() }
  } catch (error) {
    counters.commitsFailed++
    engine.log.warn({ err: error, documents: batches.length }, 'live texts could not be appended to')
  }
  return engine.elsewhere.isLost()
    ? { heads: new Map(), failed: new Set(turns) }
    : appendEach(engine, turns, batches, at)
}

async function appendEach(
  engine: Engine,
  turns: readonly Turn[],
  batches: readonly Batch[],
  at: Instant,
): Promise<Committed> {
  const heads = new Map<string, Point>()
  const failed = new Set<Turn>()
  for (const [i, batch] of batches.entries()) {
    try {
      for (const [id, head] of (await append(engine.db, [batch], at)).heads) heads.set(id, head)
    } catch (error) {
      engine.log.warn({ err: error, document: batch.documentId }, 'a live text could not be appended to')
      failed.add(turns[i]!)
    }
  }
  return { heads, failed }
}

/**
 * Another node wrote before these: its updates join the shadow and the batch is tried on the new head, for what was judged
 * of the one holds beside the other. The documents are held meanwhile: nodes that write as much would overtake it again
 * and again. Where both write under one Yjs client id it does not hold: then, and when the text was sealed or begun anew,
 * the batch waits to be judged again.
 */
async function storeHolding(
  engine: Engine,
  turns: readonly Turn[],
  at: Instant,
  stored: (turn: Turn, head: Point) => void,
  again: (room: Room) => void,
): Promise<void> {
  let heads: Map<string, Point>
  try {
    heads = await engine.db.holding(
      turns.map((turn) => turn.room.document.id),
      async (held) => {
        const holding: Turn[] = []
        for (const turn of turns) if (await holdsBeside(engine, held.read, turn)) holding.push(turn)
        return (await append(held, holding.map(batchOf), at)).heads
      },
    )
  } catch (error) {
    engine.log.warn({ err: error, documents: turns.length }, 'live texts could not be brought up to date')
    for (const turn of turns) waitWith(engine, turn, again)
    return
  }
  for (const turn of turns) {
    const { room } = turn
    const head = heads.get(room.document.id)
    if (head) stored(turn, head)
    else if (engine.rooms.get(room.document.id) === room) again(unwritten(turn))
  }
}

/** Brings the room up to date, and says whether what was judged before holds beside what others wrote meanwhile. */
async function holdsBeside(engine: Engine, db: Reader, { room, outcomes }: Turn): Promise<boolean> {
  const before = room.point.seq
  const held = outcomes.map((outcome) => outcome.task)
  const others = await refresh(engine, db, room, held)
  if (room.document.state !== 'open' || room.point.seq === before) return false
  const fresh = outcomes.flatMap((outcome) => ('fresh' in outcome ? [outcome.fresh] : []))
  return !fresh.some(({ bytes }) => [...clientsOf(bytes)].some((client) => others.has(client)))
}

/** The database failed: the batch waits; what was committed without our knowing is then found in the text. */
const waitWith = (engine: Engine, turn: Turn, again: (room: Room) => void): void =>
  postpone(engine, unwritten(turn), again)

/** The room as it was before the turn, but for the text, which must be read anew. */
function unwritten({ room, outcomes }: Turn): Room {
  room.isBroken = true
  room.queue.unshift(...outcomes.map((outcome) => outcome.task))
  return room
}
