import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { comparePeriods, type Period } from '../../shared/period.ts'
import type { BreakForm, Indicator, SeriesBreak } from '../../shared/record.ts'
import { Refused } from '../../shared/refusals.ts'
import { teamsOf } from '../agreement/agreements.ts'
import type { Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { findIndicator } from './indicators.ts'
import type { IndicatorBreakRow } from './table.ts'

/** Ends an indicator: of later periods it can no longer be asked. What it was asked of before stays. */
export async function endIndicator(
  trx: Trx,
  actor: Actor,
  id: string,
  validTo: Period,
  now: Instant,
): Promise<Indicator> {
  const indicator = await findIndicator(trx, actor, id)
  const { agreementId, code, validFrom } = indicator
  demand(actor, 'indicator.change', { agreementId })
  if (validFrom && comparePeriods(validTo, validFrom) < 0) throw new Refused('validity_backwards')
  if (validTo === indicator.validTo) throw new Refused('nothing_changed')
  await trx.updateTable('indicator').set({ valid_to: validTo }).where('id', '=', id).execute()
  const body = { code, validTo, before: indicator.validTo ?? null }
  await recordAct(trx, actor, { agreementId, kind: 'indicator.ended', subject: id, body }, now)
  return { ...indicator, validTo }
}

/** Marks a break in a series: from a period on the figures of all, or of one team, are something else than before. */
export async function markBreak(
  trx: Trx,
  actor: Actor,
  indicatorId: string,
  form: BreakForm,
  now: Instant,
): Promise<SeriesBreak> {
  const { agreementId, code } = await findIndicator(trx, actor, indicatorId)
  demand(actor, 'indicator.change', { agreementId })
  const team = (await teamsOf(trx, agreementId)).find(({ id }) => id === form.teamId)
  if (form.teamId && !team) throw new Refused('team_unknown')
  if (form.until && comparePeriods(form.until, form.from) < 0) throw new Refused('validity_backwards')
  const made: SeriesBreak = { ...form, id: newId(Date.parse(now)), indicatorId }
  await trx
    .insertInto('indicator_break')
    .values(toRow(made, actor, now))
    .execute()
  const { kind, from, until, parts, note } = form
  const body = { code, break: made.id, team: team?.name ?? null, kind, from, until: until ?? null, parts, note }
  await recordAct(trx, actor, { agreementId, kind: 'indicator.broken', subject: indicatorId, body }, now)
  return made
}

const toRow = (made: SeriesBreak, actor: Actor, now: Instant): IndicatorBreakRow => ({
  id: made.id,
  indicator_id: made.indicatorId,
  team_id: made.teamId ?? null,
  kind: made.kind,
  from_period: made.from,
  until_period: made.until ?? null,
  parts: made.parts ? 1 : 0,
  note: made.note,
  person_id: actor.personId,
  at: now,
})
