import type { Actor } from '../../../shared/agreement.ts'
import type { Instant } from '../../../shared/dates.ts'
import { verdictOn } from '../../../shared/plan.ts'
import { Refused } from '../../../shared/refusals.ts'
import { delegationsOf, teamsOf } from '../../agreement/agreements.ts'
import { charterOf } from '../../agreement/charters.ts'
import type { Reader, Trx } from '../../db/database.ts'
import type { Forum } from '../../forum/forums.ts'
import { demand } from '../../http/demand.ts'
import { closeDuty } from '../../notice/duties.ts'
import type { Placed } from '../agenda.ts'
import { type Criterion, findRevision, getCriterion, type Revision } from './criteria.ts'
import { deliberationOf, rulesNow } from './deliberation.ts'
import { demandNotWeaker } from './proposing.ts'
import { tellOfCriterion } from './telling.ts'

/**
 * Promulgates what a forum has deliberated on with the investigative teams (R40) and every delegation that must has
 * concurred in. Whoever asks, nothing that stands is weakened (R25).
 */
export async function promulgate(trx: Trx, actor: Actor, revisionId: string, now: Instant): Promise<Criterion> {
  const { criterion, revision } = await findRevision(trx, actor, revisionId)
  const { agreementId, number, standing } = criterion
  demand(actor, 'criterion.promulgate', { agreementId, state: revision.state })
  const { forum, placed } = await deliberationOf(trx, agreementId, revision)
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
  const kept = { revision: revisionId, item: placed.item.id, remarks: said, body: revision.body }
  await tellOfCriterion(trx, actor, criterion, { kind: 'criterion.promulgated', facts, kept }, now)
  return (await getCriterion(trx, criterion.id))!
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
