import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import type { Direction, Grain, Indicator, IndicatorForm, RatePer } from '../../shared/record.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import type { IndicatorRow } from './table.ts'

/** Defines a figure. Its code is taken for good, and its definition never changes: another one is another indicator. */
export async function defineIndicator(
  trx: Trx,
  actor: Actor,
  agreementId: string,
  form: IndicatorForm,
  now: Instant,
): Promise<Indicator> {
  demand(actor, 'indicator.define', { agreementId })
  const known = await indicatorsOf(trx, agreementId)
  if (known.some((indicator) => indicator.code.toLowerCase() === form.code.toLowerCase()))
    throw new Refused('indicator_taken', { code: form.code })
  if (form.denominatorId && !known.some((indicator) => indicator.id === form.denominatorId))
    throw new Refused('indicator_unknown')
  const indicator: Indicator = { ...form, id: newId(Date.parse(now)), agreementId }
  await trx.insertInto('indicator').values(toRow(indicator, now)).execute()
  const { id, agreementId: _, ...body } = indicator
  await recordAct(trx, actor, { agreementId, kind: 'indicator.defined', subject: id, body }, now)
  return indicator
}

/** The agreement's indicators by code. */
export async function listIndicators(db: Reader, actor: Actor, agreementId: string): Promise<Indicator[]> {
  demand(actor, 'indicator.read', { agreementId })
  return indicatorsOf(db, agreementId)
}

/** The same without asking for permission: for other verbs, and for what is public. */
export async function indicatorsOf(db: Reader, agreementId: string): Promise<Indicator[]> {
  const rows = await db.selectFrom('indicator').selectAll().where('agreement_id', '=', agreementId).execute()
  return rows.map(fromRow).sort((a, b) => (a.code < b.code ? -1 : 1))
}

const toRow = (indicator: Indicator, now: Instant): IndicatorRow => ({
  id: indicator.id,
  agreement_id: indicator.agreementId,
  code: indicator.code,
  title: indicator.title,
  definition: indicator.definition,
  unit: indicator.unit,
  denominator_id: indicator.denominatorId ?? null,
  rate_per: indicator.ratePer,
  direction: indicator.direction,
  grain: indicator.grain,
  source: indicator.source,
  illustrative: indicator.illustrative ? 1 : 0,
  created_at: now,
})

const fromRow = (row: IndicatorRow): Indicator => ({
  id: row.id,
  agreementId: row.agreement_id,
  code: row.code,
  title: row.title,
  definition: row.definition,
  unit: row.unit,
  denominatorId: row.denominator_id ?? undefined,
  ratePer: row.rate_per as RatePer,
  direction: row.direction as Direction,
  grain: row.grain as Grain,
  source: row.source,
  illustrative: row.illustrative === 1,
})
