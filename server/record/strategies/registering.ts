import type { Actor } from '../../../shared/agreement.ts'
import type { Instant } from '../../../shared/dates.ts'
import { newId } from '../../../shared/ids.ts'
import { Refused } from '../../../shared/refusals.ts'
import { type Baseline, compareLabels, type StrategyForm } from '../../../shared/strategy.ts'
import { teamsOf } from '../../agreement/agreements.ts'
import type { Reader, Trx } from '../../db/database.ts'
import { demand } from '../../http/demand.ts'
import { indicatorsOf } from '../indicators.ts'
import { getStrategy, type Strategy } from './strategies.ts'
import { ownCells } from './strategy-figures.ts'
import type { StrategyRow } from './table.ts'
import { tellOfStrategy } from './telling.ts'

/**
 * Puts a method on trial (R18): the baseline is what the team has disclosed, and a later forum judges it. It cannot be
 * taken back: what did not work is told as well as what did.
 */
export async function registerStrategy(
  trx: Trx,
  actor: Actor,
  { agreementId, teamId }: { agreementId: string; teamId: string },
  form: StrategyForm,
  now: Instant,
): Promise<Strategy> {
  const team = (await teamsOf(trx, agreementId)).find((one) => one.id === teamId)
  demand(actor, 'strategy.register', { agreementId, teamId })
  if (!team) throw new Refused('not_found')
  const { judgedFrom, ...body } = form
  await demandLater(trx, agreementId, judgedFrom)
  const baseline = await baselineOf(trx, { agreementId, teamId }, form)
  const row: StrategyRow = {
    id: newId(Date.parse(now)),
    agreement_id: agreementId,
    team_id: teamId,
    number: await nextNumber(trx, agreementId),
    body: JSON.stringify(body),
    baseline: JSON.stringify(baseline),
    judged_from: judgedFrom,
    state: 'on_trial',
    person_id: actor.personId,
    registered_at: now,
  }
  await trx.insertInto('strategy').values(row).execute()
  const facts = { number: row.number, title: form.title, team: team.name, label: judgedFrom }
  const told = { kind: 'strategy.registered', facts, kept: { strategy: body, baseline } }
  await tellOfStrategy(trx, actor, { id: row.id, agreementId }, told, now)
  return (await getStrategy(trx, row.id))!
}

/** A forum that has been called already is not a later one. */
export async function demandLater(db: Reader, agreementId: string, judgedFrom: string): Promise<void> {
  const rows = await db.selectFrom('forum').select('label').where('agreement_id', '=', agreementId).execute()
  const latest = rows
    .map((row) => row.label)
    .sort(compareLabels)
    .at(-1)
  if (latest !== undefined && compareLabels(judgedFrom, latest) <= 0)
    throw new Refused('strategy_judged_too_soon', { label: latest })
}

/** What the team's open disclosures say of the period before the trial; refused where they say nothing. */
async function baselineOf(
  trx: Trx,
  of: { agreementId: string; teamId: string },
  { indicatorIds, baselinePeriod }: StrategyForm,
): Promise<Baseline[]> {
  const known = new Map((await indicatorsOf(trx, of.agreementId)).map((one) => [one.id, one]))
  for (const id of indicatorIds) {
    if (!known.has(id)) throw new Refused('indicator_unknown')
    if (known.get(id)!.direction === 'neither') throw new Refused('strategy_no_direction')
  }
  const found = await ownCells(trx, { ...of, indicatorIds, period: baselinePeriod })
  if (!found.some(({ cell }) => cell.verdict.comparable)) throw new Refused('strategy_no_baseline')
  return found.map(({ indicator, cell }) => ({ indicatorId: indicator.id, cell }))
}

async function nextNumber(trx: Trx, agreementId: string): Promise<number> {
  const { last } = await trx
    .selectFrom('strategy')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('agreement_id', '=', agreementId)
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}
