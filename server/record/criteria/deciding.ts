import type { Actor } from '../../../shared/agreement.ts'
import { type Charter, mustConcur } from '../../../shared/charter.ts'
import type { Voice } from '../../../shared/criterion.ts'
import type { Instant } from '../../../shared/dates.ts'
import { needsReason, type ReadingRules, verdictOn } from '../../../shared/plan.ts'
import { Refused } from '../../../shared/refusals.ts'
import { delegationsOf, teamsOf } from '../../agreement/agreements.ts'
import { charterOf } from '../../agreement/charters.ts'
import type { Reader, Trx } from '../../db/database.ts'
import { type Forum, openForum } from '../../forum/forums.ts'
import { demand } from '../../http/demand.ts'
import { recordAct } from '../../ledger/acts.ts'
import { closeDuty } from '../../notice/duties.ts'
import { notifySeats } from '../../notice/notifications.ts'
import { type Placed, placeOf } from '../agenda.ts'
import { type Criterion, criterionPath, findRevision, getCriterion, type Revision } from './criteria.ts'
import { askToPromulgate } from './criterion-duties.ts'
import { demandNotWeaker } from './proposing.ts'

const actOf = {
  concur: 'criterion.concurred',
  reserve: 'criterion.reserved',
  object: 'criterion.objected',
} as const satisfies Record<Voice['stance'], string>

/** Says what a delegation says on a proposed revision, while a forum deals with it; it may say otherwise until it is decided. */
export async function speakOnRevision(
  trx: Trx,
  actor: Actor,
  { revisionId, delegationId }: { revisionId: string; delegationId: string },
  said: Voice,
  now: Instant,
): Promise<Criterion> {
  const { criterion, revision } = await findRevision(trx, actor, revisionId)
  const { agreementId, number } = criterion
  demand(actor, 'criterion.concur', { agreementId, delegationId, state: revision.state })
  const { forum } = await deliberation(trx, agreementId, revision)
  if (needsReason(said.stance) && said.reason === '') throw new Refused('reason_needed')
  const mark = (await delegationsOf(trx, agreementId)).find(({ id }) => id === delegationId)?.mark
  if (!mark) throw new Refused('delegation_unknown')
  const row = { ...said, person_id: actor.personId, at: now }
  await trx
    .insertInto('criterion_voice')
    .values({ revision_id: revisionId, delegation_id: delegationId, ...row })
    .onConflict((conflict) => conflict.columns(['revision_id', 'delegation_id']).doUpdateSet(row))
    .execute()
  const facts = { number, version: revision.version, title: revision.body.title, mark, reason: said.reason }
  const path = await criterionPath(trx, agreementId, criterion.id)
  await recordAct(trx, actor, { agreementId, kind: actOf[said.stance], subject: criterion.id, body: facts }, now)
  await notifySeats(
    trx,
    actor,
    { agreementId, kind: actOf[said.stance], subject: criterion.id, path, detail: facts },
    now,
  )
  await closeDuty(trx, 'criterion.concur', revisionId, now, { delegationId })
  const after = (await getCriterion(trx, criterion.id))!
  const { missing, preventing } = verdictOn(await rulesNow(trx, agreementId), after.proposed!.voices)
  await askToPromulgate(trx, { criterion: after, forum, path, isReady: missing.length + preventing.length === 0 }, now)
  return after
}

/**
 * Promulgates what a forum has deliberated on with the investigative teams (R40) and every delegation that must has
 * concurred in. Whoever asks, nothing that stands is weakened (R25).
 */
export async function promulgate(trx: Trx, actor: Actor, revisionId: string, now: Instant): Promise<Criterion> {
  const { criterion, revision } = await findRevision(trx, actor, revisionId)
  const { agreementId, number, standing } = criterion
  demand(actor, 'criterion.promulgate', { agreementId, state: revision.state })
  const { forum, placed } = await deliberation(trx, agreementId, revision)
  if (placed.carrier.disposition !== 'taken_up')
    throw new Refused('criterion_not_deliberated', { lacks: 'disposition', position: placed.carrier.position })
  const said = await demandTeamsSpoke(trx, agreementId, placed)
  await demandConcurrence(trx, agreementId, revision)
  await demandRound(trx, agreementId, forum)
  if (standing) demandNotWeaker(standing.body, revision.body)
  const moved = await trx
    .updateTable('criterion_revision')
    .set({ state: 'promulgated', decided_at: now, forum_id: forum.id })
    .where('id', '=', revisionId)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) throw new Refused('moved_meanwhile')
  for (const kind of ['criterion.concur', 'criterion.promulgate']) await closeDuty(trx, kind, revisionId, now)
  const facts = { number, version: revision.version, title: revision.body.title, label: forum.label }
  const body = { ...facts, revision: revisionId, item: placed.item.id, remarks: said, body: revision.body }
  await recordAct(trx, actor, { agreementId, kind: 'criterion.promulgated', subject: criterion.id, body }, now)
  const path = await criterionPath(trx, agreementId, criterion.id)
  await notifySeats(
    trx,
    actor,
    { agreementId, kind: 'criterion.promulgated', subject: criterion.id, path, detail: facts },
    now,
  )
  return (await getCriterion(trx, criterion.id))!
}

/** The forum that deals with a revision now, and its item there. */
async function deliberation(db: Reader, agreementId: string, revision: Revision) {
  const forum = await openForum(db, agreementId)
  const placed = forum && (await placeOf(db, forum.id, 'criterion', revision.id))
  if (!forum || !placed) throw new Refused('criterion_not_deliberated', { lacks: 'item' })
  if (forum.stage !== 'deliberation' && forum.stage !== 'adoption')
    throw new Refused('forum_stage', { stage: forum.stage })
  return { forum, placed }
}

/** How much was said on the item; refused where no member of an investigative team was heard, if there are any. */
async function demandTeamsSpoke(db: Reader, agreementId: string, { item, carrier }: Placed): Promise<number> {
  const remarks = await db
    .selectFrom('remark')
    .select('seat_kind')
    .where('subject_kind', '=', 'item')
    .where('subject', 'in', [...new Set([item.id, carrier.id])])
    .execute()
  const hasTeams = (await teamsOf(db, agreementId)).length > 0
  const heard = remarks.some(({ seat_kind: seat }) => !hasTeams || seat === 'team_lead' || seat === 'team_member')
  if (!heard) throw new Refused('criterion_not_deliberated', { lacks: 'teams', position: carrier.position })
  return remarks.length
}

async function demandConcurrence(db: Reader, agreementId: string, revision: Revision): Promise<void> {
  const { missing, preventing } = verdictOn(await rulesNow(db, agreementId), revision.voices)
  const marks = new Map((await delegationsOf(db, agreementId)).map(({ id, mark }) => [id, mark]))
  const named = (ids: readonly string[]) => ({ delegations: ids.map((id) => marks.get(id) ?? id) })
  if (missing.length > 0) throw new Refused('concurrences_missing', named(missing))
  if (preventing.length > 0) throw new Refused('criterion_objected', named(preventing))
}

/** Under a charter that keeps the bargain stable within its round, criteria change where one ends (X11). */
async function demandRound(db: Reader, agreementId: string, forum: Forum): Promise<void> {
  const { strengthening } = (await charterOf(db, agreementId)).body.compliance
  if (strengthening === 'at_round_boundary' && forum.stage !== 'adoption')
    throw new Refused('forum_stage', { stage: forum.stage })
}

/** Who must concur, and what prevents it, by the charter as it is. */
export async function rulesNow(db: Reader, agreementId: string): Promise<ReadingRules> {
  const charter: Charter = (await charterOf(db, agreementId)).body
  const delegations = await delegationsOf(db, agreementId)
  return {
    required: delegations.filter((one) => mustConcur(charter, one)).map(({ id }) => id),
    reservationPrevents: charter.concurrence.reservationPrevents,
    objectionPrevents: charter.concurrence.objectionPrevents,
  }
}
