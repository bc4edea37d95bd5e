import type { Actor, SeatKind } from '../../shared/agreement.ts'
import type { Day, Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'

/** On whom a duty waits: a kind of seat, narrowed to a delegation or a team, or one person. */
export interface Bearer {
  seat?: SeatKind
  delegationId?: string
  teamId?: string
  personId?: string
}

export interface NewDuty {
  agreementId: string
  /** `<noun>.<verb>`, with a sentence `duty.<kind>`, its reason `.why` and the word on its button `.act` in the catalogues. */
  kind: string
  subject: string
  bearer: Bearer
  dueOn?: Day | undefined
  /** Where it is done, as a path of the client. */
  path: string
  /** What the sentences name. */
  detail?: Record<string, unknown>
}

export interface Duty {
  id: string
  agreementId: string
  agreementTitle: string
  agreementSlug: string
  kind: string
  subject: string
  seat?: SeatKind | undefined
  delegationId?: string | undefined
  teamId?: string | undefined
  dueOn?: Day | undefined
  path: string
  detail: Record<string, unknown>
  openedAt: Instant
}

/** Puts something on whoever bears it. While the same waits already, what it says and when it is due are said anew. */
export async function openDuty(trx: Trx, duty: NewDuty, now: Instant): Promise<void> {
  const said = { due_on: duty.dueOn ?? null, path: duty.path, detail: JSON.stringify(duty.detail ?? {}) }
  const of = {
    seat_kind: duty.bearer.seat ?? null,
    delegation_id: duty.bearer.delegationId ?? null,
    team_id: duty.bearer.teamId ?? null,
    person_id: duty.bearer.personId ?? null,
  }
  const again = await trx
    .updateTable('duty')
    .set(said)
    .where('kind', '=', duty.kind)
    .where('subject', '=', duty.subject)
    .where('done_at', 'is', null)
    .where('seat_kind', 'is not distinct from', of.seat_kind)
    .where('delegation_id', 'is not distinct from', of.delegation_id)
    .where('team_id', 'is not distinct from', of.team_id)
    .where('person_id', 'is not distinct from', of.person_id)
    .executeTakeFirst()
  if (again.numUpdatedRows > 0n) return
  const { agreementId, kind, subject } = duty
  const row = { id: newId(Date.parse(now)), agreement_id: agreementId, kind, subject, ...of, ...said }
  await trx
    .insertInto('duty')
    .values({ ...row, opened_at: now, done_at: null })
    .execute()
}

/** Marks the open duties of this kind on this subject as done; of one delegation, team or person only where it is named. */
export async function closeDuty(
  trx: Trx,
  kind: string,
  subject: string,
  now: Instant,
  of: { [Key in 'delegationId' | 'teamId' | 'personId']?: string | undefined } = {},
): Promise<void> {
  let update = trx.updateTable('duty').set({ done_at: now }).where('kind', '=', kind).where('subject', '=', subject)
  if (of.delegationId) update = update.where('delegation_id', '=', of.delegationId)
  if (of.teamId) update = update.where('team_id', '=', of.teamId)
  if (of.personId) update = update.where('person_id', '=', of.personId)
  await update.where('done_at', 'is', null).execute()
}

/** What waits on this person in all agreements: dated ones first, by date. */
export async function listDuties(db: Reader, actor: Actor): Promise<Duty[]> {
  demand(actor, 'duty.read')
  const agreements = [...new Set(actor.seats.map((seat) => seat.agreementId))]
  if (agreements.length === 0) return []
  const rows = await db
    .selectFrom('duty')
    .innerJoin('agreement', 'agreement.id', 'duty.agreement_id')
    .selectAll('duty')
    .select(['agreement.title as agreement_title', 'agreement.slug as agreement_slug'])
    .where('duty.agreement_id', 'in', agreements)
    .where('done_at', 'is', null)
    .execute()
  return rows
    .filter(
      (row) =>
        row.person_id === actor.personId || (row.person_id === null && actor.seats.some((seat) => bears(row, seat))),
    )
    .map((row) => ({
      id: row.id,
      agreementId: row.agreement_id,
      agreementTitle: row.agreement_title,
      agreementSlug: row.agreement_slug,
      kind: row.kind,
      subject: row.subject,
      seat: (row.seat_kind as SeatKind | null) ?? undefined,
      delegationId: row.delegation_id ?? undefined,
      teamId: row.team_id ?? undefined,
      dueOn: row.due_on ?? undefined,
      path: row.path,
      detail: JSON.parse(row.detail),
      openedAt: row.opened_at,
    }))
    .sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.openedAt.localeCompare(b.openedAt))
}

const bears = (
  row: { agreement_id: string; seat_kind: string | null; delegation_id: string | null; team_id: string | null },
  seat: Actor['seats'][number],
): boolean =>
  seat.agreementId === row.agreement_id &&
  (row.seat_kind === null || seat.kind === row.seat_kind) &&
  (row.delegation_id === null || seat.delegationId === row.delegation_id) &&
  (row.team_id === null || seat.teamId === row.team_id)
