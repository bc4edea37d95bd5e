import type { Actor } from '../../../shared/agreement.ts'
import { type CriterionBody, type CriterionForm, protectionFault } from '../../../shared/criterion.ts'
import { dayOf, type Instant } from '../../../shared/dates.ts'
import { newId } from '../../../shared/ids.ts'
import { strengthens, weakening } from '../../../shared/ratchet.ts'
import { Refused } from '../../../shared/refusals.ts'
import type { Trx } from '../../db/database.ts'
import { inherit } from '../../forum/inheritance.ts'
import { demand } from '../../http/demand.ts'
import { indicatorsOf } from '../indicators.ts'
import { type Criterion, criterionPath, findCriterion, getCriterion, type Revision } from './criteria.ts'
import type { CriterionRevisionRow } from './table.ts'
import { tellOfCriterion } from './telling.ts'

/** Proposes a criterion (R39): it binds nobody before a forum has deliberated on it. */
export async function proposeCriterion(
  trx: Trx,
  actor: Actor,
  agreementId: string,
  form: CriterionForm,
  now: Instant,
): Promise<Criterion> {
  demand(actor, 'criterion.propose', { agreementId })
  const body = await bodyFrom(trx, agreementId, form)
  const { last } = await trx
    .selectFrom('criterion')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('agreement_id', '=', agreementId)
    .executeTakeFirstOrThrow()
  const row = { id: newId(Date.parse(now)), agreement_id: agreementId, number: (last ?? 0) + 1, created_at: now }
  await trx.insertInto('criterion').values(row).execute()
  return putForward(trx, actor, { id: row.id, agreementId, number: row.number, revisions: [] }, body, now)
}

/** Proposes to revise a criterion: refused where it would weaken what stands (R25) or does not say what drove it (R42). */
export async function reviseCriterion(
  trx: Trx,
  actor: Actor,
  id: string,
  form: CriterionForm,
  now: Instant,
): Promise<Criterion> {
  const criterion = await findCriterion(trx, actor, id)
  demand(actor, 'criterion.propose', { agreementId: criterion.agreementId })
  if (criterion.proposed) throw new Refused('criterion_proposed_already', { version: criterion.proposed.version })
  const body = await bodyFrom(trx, criterion.agreementId, form)
  if (criterion.standing) demandNotWeaker(criterion.standing.body, body)
  return putForward(trx, actor, criterion, body, now)
}

/** The rules' own refusal, whoever proposes and whoever agrees. */
export function demandNotWeaker(standing: CriterionBody, revision: CriterionBody): void {
  const found = weakening(standing, revision)
  if (found) {
    const { code, ...detail } = found
    throw new Refused(code, detail)
  }
  if (strengthens(standing, revision) && !revision.driver) throw new Refused('criterion_driver_missing')
}

/** What was proposed, with what its indicator says of unit, period and direction, if its sources carry it. */
async function bodyFrom(trx: Trx, agreementId: string, form: CriterionForm): Promise<CriterionBody> {
  const body = form.kind === 'bright_line' ? form : { ...form, ...(await termsOf(trx, agreementId, form.indicatorId)) }
  const fault = protectionFault(body)
  if (fault) throw new Refused(fault)
  return body
}

async function termsOf(trx: Trx, agreementId: string, indicatorId: string) {
  const indicators = await indicatorsOf(trx, agreementId)
  const indicator = indicators.find((one) => one.id === indicatorId)
  if (!indicator) throw new Refused('indicator_unknown')
  if (indicator.direction === 'neither') throw new Refused('criterion_no_direction')
  const denominator = indicators.find((one) => one.id === indicator.denominatorId)
  const bound = indicator.direction === 'more' ? ('at_least' as const) : ('at_most' as const)
  const unit = denominator ? `${indicator.ratePer === 100 ? '%' : `/ ${indicator.ratePer}`}` : indicator.unit
  return { bound, period: indicator.grain, unit }
}

async function putForward(
  trx: Trx,
  actor: Actor,
  { id: criterionId, agreementId, number, revisions }: Pick<Criterion, 'id' | 'agreementId' | 'number' | 'revisions'>,
  body: CriterionBody,
  now: Instant,
): Promise<Criterion> {
  const row: CriterionRevisionRow = {
    id: newId(Date.parse(now)),
    agreement_id: agreementId,
    criterion_id: criterionId,
    version: (revisions[0]?.version ?? 0) + 1,
    body: JSON.stringify(body),
    state: 'proposed',
    person_id: actor.personId,
    proposed_at: now,
    decided_at: null,
    forum_id: null,
  }
  await trx.insertInto('criterion_revision').values(row).execute()
  const facts = { number, version: row.version, title: body.title }
  const told = { kind: 'criterion.proposed', facts, kept: { revision: row.id, body } }
  await tellOfCriterion(trx, actor, { id: criterionId, agreementId }, told, now)
  const criterion = (await getCriterion(trx, criterionId))!
  await bringToForum(trx, criterion, criterion.proposed!, now)
  return criterion
}

/** A proposal is dealt with by a forum, whatever becomes of it: the agenda inherits it. */
export async function bringToForum(
  trx: Trx,
  { id, agreementId, number }: Pick<Criterion, 'id' | 'agreementId' | 'number'>,
  revision: Revision,
  now: Instant,
): Promise<void> {
  const path = await criterionPath(trx, agreementId, id)
  const { title } = revision.body
  const link = { on: dayOf(revision.proposedAt), kind: 'criterion' as const, title, path }
  const origin = { agreementId, origin: 'criterion' as const, originId: revision.id, originPath: path, title }
  const detail = { chain: [link], number, version: revision.version, driver: revision.body.driver?.kind }
  await inherit(trx, { ...origin, body: revision.body.driver?.text ?? revision.body.right, detail }, now)
}
