import { createHash } from 'node:crypto'
import { type ActContent, actHash, type ChainFault, chainFault, chainStart, firstHash } from '../../shared/act.ts'
import type { Actor, SeatKind } from '../../shared/agreement.ts'
import { canonical } from '../../shared/canonical.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import type { ActRow } from './table.ts'

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

export interface Act extends ActContent {
  id: string
  hash: string
}

/** What a room says of a formal step. `body` holds facts, never secrets: the ledger is read by every seat. */
export interface Step {
  agreementId: string
  kind: string
  subject: string
  body?: Record<string, unknown>
}

/** Appends a formal step to the agreement's chain, in the transaction that takes the step. `actor` is absent for the clock. */
export async function recordAct(trx: Trx, actor: Actor | undefined, step: Step, now: Instant): Promise<Act> {
  const last = await trx
    .selectFrom('act')
    .select(['seq', 'hash'])
    .where('agreement_id', '=', step.agreementId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const content: ActContent = {
    agreementId: step.agreementId,
    seq: (last?.seq ?? 0) + 1,
    kind: step.kind,
    subject: step.subject,
    personId: actor?.personId,
    seatId: actor?.seats.find((seat) => seat.agreementId === step.agreementId)?.id,
    at: now,
    body: JSON.parse(canonical(step.body ?? {})),
    prevHash: last?.hash ?? firstHash,
  }
  const act: Act = { ...content, id: newId(Date.parse(now)), hash: actHash(content, sha256) }
  await trx.insertInto('act').values(toRow(act)).execute()
  return act
}

/** An act with the name of who took the step and the seat from which: for people, not for hashes. */
export interface ShownAct extends Act {
  person?: { name: string; seat?: SeatKind | undefined; delegationId?: string | undefined } | undefined
}

/** The acts of an agreement, newest first. */
export async function listActs(
  db: Reader,
  actor: Actor,
  agreementId: string,
  page: { before?: number | undefined; limit: number; subject?: string | undefined },
): Promise<ShownAct[]> {
  demand(actor, 'act.read', { agreementId })
  let rows = db
    .selectFrom('act')
    .leftJoin('person', 'person.id', 'act.person_id')
    .leftJoin('seat', 'seat.id', 'act.seat_id')
    .selectAll('act')
    .select(['person.name', 'seat.kind as seat_kind', 'seat.delegation_id'])
    .where('act.agreement_id', '=', agreementId)
    .orderBy('seq', 'desc')
    .limit(page.limit)
  if (page.before !== undefined) rows = rows.where('seq', '<', page.before)
  if (page.subject !== undefined) rows = rows.where('subject', '=', page.subject)
  return (await rows.execute()).map((row) => ({
    ...actFromRow(row),
    person:
      row.name === null
        ? undefined
        : { name: row.name, seat: seatOf(row.seat_kind), delegationId: row.delegation_id ?? undefined },
  }))
}

const seatOf = (kind: string | null) => (kind as SeatKind | null) ?? undefined

/** Follows the chain from its first act to its last, piece by piece, and says where it breaks, if it does. */
export async function verifyChain(
  db: Reader,
  actor: Actor,
  agreementId: string,
): Promise<{ acts: number; head: string; fault?: ChainFault | undefined }> {
  demand(actor, 'act.read', { agreementId })
  for (let end = chainStart; ; ) {
    const piece = await readChain(db, agreementId, end.seq, 1000)
    const fault = chainFault(piece, sha256, end)
    const last = piece.at(-1)
    if (fault) return { acts: fault.seq - 1, head: end.hash, fault }
    if (!last) return { acts: end.seq, head: end.hash }
    end = { seq: last.seq, hash: last.hash }
  }
}

/** The whole chain, oldest first, as `chainFault` takes it. */
export const wholeChain = (db: Reader, agreementId: string): Promise<Act[]> => readChain(db, agreementId, 0)

async function readChain(db: Reader, agreementId: string, after: number, limit?: number): Promise<Act[]> {
  const rows = db
    .selectFrom('act')
    .selectAll()
    .where('agreement_id', '=', agreementId)
    .where('seq', '>', after)
    .orderBy('seq')
  return (await (limit === undefined ? rows : rows.limit(limit)).execute()).map(actFromRow)
}

const toRow = (act: Act): ActRow => ({
  id: act.id,
  agreement_id: act.agreementId,
  seq: act.seq,
  kind: act.kind,
  subject: act.subject,
  person_id: act.personId ?? null,
  seat_id: act.seatId ?? null,
  at: act.at,
  body: canonical(act.body),
  prev_hash: act.prevHash,
  hash: act.hash,
})

export const actFromRow = (row: ActRow): Act => ({
  id: row.id,
  agreementId: row.agreement_id,
  seq: row.seq,
  kind: row.kind,
  subject: row.subject,
  personId: row.person_id ?? undefined,
  seatId: row.seat_id ?? undefined,
  at: row.at,
  body: JSON.parse(row.body),
  prevHash: row.prev_hash,
  hash: row.hash,
})
