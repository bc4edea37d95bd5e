import type { Actor, Seat, SeatKind } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Saying, SubjectKind } from '../../shared/remark.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { notify } from '../notice/notifications.ts'
import { getItem } from './items.ts'

/** Something said in a discussion, by a person in the seat from which they spoke. */
export interface Remark {
  id: string
  agreementId: string
  subjectKind: SubjectKind
  subject: string
  /** The remark that it answers; absent where it begins a thread. */
  parentId?: string | undefined
  by: { personId: string; name: string; seat: SeatKind; delegationId?: string | undefined }
  body: string
  anchor?: string | undefined
  at: Instant
  /** Only of a remark that begins a thread. */
  resolvedAt?: Instant | undefined
  resolvedBy?: string | undefined
}

/** The discussion of a subject, oldest first. */
export async function listRemarks(
  db: Reader,
  actor: Actor,
  agreementId: string,
  on: { kind: SubjectKind; subject: string },
): Promise<Remark[]> {
  demand(actor, 'forum.read', { agreementId })
  const rows = await remarkRows(db)
    .where('remark.agreement_id', '=', agreementId)
    .where('subject_kind', '=', on.kind)
    .where('subject', '=', on.subject)
    .orderBy('remark.at')
    .orderBy('remark.id')
    .execute()
  return rows.map(fromRow)
}

/** Says something. An answer goes to the thread's beginning, opens it again where it was settled, and is told to who spoke in it. */
export async function say(trx: Trx, actor: Actor, agreementId: string, given: Saying, now: Instant): Promise<Remark> {
  demand(actor, 'remark.make', { agreementId })
  if (given.subjectKind === 'item' && (await getItem(trx, given.subject))?.agreementId !== agreementId)
    throw new Refused('not_found')
  const thread = given.parentId === undefined ? undefined : await threadOf(trx, agreementId, given, given.parentId)
  const id = newId(Date.parse(now))
  const seat = speaksFrom(actor, agreementId)
  await trx
    .insertInto('remark')
    .values({
      id,
      agreement_id: agreementId,
      subject_kind: given.subjectKind,
      subject: given.subject,
      parent_id: thread?.id ?? null,
      person_id: actor.personId,
      seat_kind: seat.kind,
      delegation_id: seat.delegationId ?? null,
      body: given.body,
      anchor: given.anchor ?? null,
      at: now,
      resolved_at: null,
      resolved_by: null,
    })
    .execute()
  if (thread) await continueThread(trx, actor, agreementId, thread, given, now)
  return (await getRemark(trx, id))!
}

/** Settles a thread, or opens it again. */
export async function resolve(trx: Trx, actor: Actor, id: string, resolved: boolean, now: Instant): Promise<Remark> {
  const remark = await getRemark(trx, id)
  if (!remark) throw new Refused('not_found')
  demand(actor, 'forum.read', { agreementId: remark.agreementId })
  demand(actor, 'remark.resolve', { agreementId: remark.agreementId })
  if (remark.parentId) throw new Refused('not_found')
  await trx
    .updateTable('remark')
    .set(resolved ? { resolved_at: now, resolved_by: actor.personId } : { resolved_at: null, resolved_by: null })
    .where('id', '=', id)
    .execute()
  return (await getRemark(trx, id))!
}

async function threadOf(trx: Trx, agreementId: string, given: Saying, parentId: string): Promise<Remark> {
  const parent = await getRemark(trx, parentId)
  const same =
    parent &&
    parent.agreementId === agreementId &&
    parent.subject === given.subject &&
    parent.subjectKind === given.subjectKind
  if (!same) throw new Refused('not_found')
  return parent.parentId === undefined ? parent : threadOf(trx, agreementId, given, parent.parentId)
}

async function continueThread(
  trx: Trx,
  actor: Actor,
  agreementId: string,
  thread: Remark,
  given: Saying,
  now: Instant,
): Promise<void> {
  await trx.updateTable('remark').set({ resolved_at: null, resolved_by: null }).where('id', '=', thread.id).execute()
  if (given.path === undefined) return
  const spoke = await trx
    .selectFrom('remark')
    .innerJoin('seat', (on) =>
      on
        .onRef('seat.person_id', '=', 'remark.person_id')
        .on('seat.agreement_id', '=', agreementId)
        .on('seat.ended_at', 'is', null),
    )
    .select('remark.person_id')
    .distinct()
    .where((eb) => eb.or([eb('remark.id', '=', thread.id), eb('parent_id', '=', thread.id)]))
    .execute()
  const others = spoke.map((row) => row.person_id).filter((personId) => personId !== actor.personId)
  const detail = { name: actor.name, words: given.body.slice(0, 200) }
  await notify(trx, others, { agreementId, kind: 'remark.answered', subject: thread.id, path: given.path, detail }, now)
}

/** The seat from which a person speaks: an observer's does not speak, so another of theirs does. */
const speaksFrom = (actor: Actor, agreementId: string): Seat =>
  actor.seats.find((seat) => seat.agreementId === agreementId && seat.kind !== 'observer')!

async function getRemark(db: Reader, id: string): Promise<Remark | undefined> {
  const row = await remarkRows(db).where('remark.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

const remarkRows = (db: Reader) =>
  db
    .selectFrom('remark')
    .innerJoin('person', 'person.id', 'remark.person_id')
    .leftJoin('person as resolver', 'resolver.id', 'remark.resolved_by')
    .selectAll('remark')
    .select(['person.name', 'resolver.name as resolver'])

type Row = Awaited<ReturnType<ReturnType<typeof remarkRows>['executeTakeFirstOrThrow']>>

const fromRow = (row: Row): Remark => ({
  id: row.id,
  agreementId: row.agreement_id,
  subjectKind: row.subject_kind as SubjectKind,
  subject: row.subject,
  parentId: row.parent_id ?? undefined,
  by: {
    personId: row.person_id,
    name: row.name,
    seat: row.seat_kind as SeatKind,
    delegationId: row.delegation_id ?? undefined,
  },
  body: row.body,
  anchor: row.anchor ?? undefined,
  at: row.at,
  resolvedAt: row.resolved_at ?? undefined,
  resolvedBy: row.resolver ?? undefined,
})
