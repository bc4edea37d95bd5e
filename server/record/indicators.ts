import type { Actor } from '../../shared/agreement.ts'
import type { Instant } from '../../shared/dates.ts'
import { newId } from '../../shared/ids.ts'
import { comparePeriods } from '../../shared/period.ts'
import type { Direction, Family, Grain, Indicator, IndicatorForm, Nature, RatePer } from '../../shared/record.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Reader, Trx } from '../db/database.ts'
import { demand } from '../http/demand.ts'
import { recordAct } from '../ledger/acts.ts'
import { breaksOf } from './breaks.ts'
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
  if (form.validFrom && form.validTo && comparePeriods(form.validTo, form.validFrom) < 0)
    throw new Refused('validity_backwards')
  const indicator: Indicator = { ...form, id: newId(Date.parse(now)), agreementId }
  await keepIndicator(trx, indicator, now)
  const { id, agreementId: _, ...body } = indicator
  await recordAct(trx, actor, { agreementId, kind: 'indicator.defined', subject: id, body }, now)
  return indicator
}

/** The agreement's indicators by code. */
export async function listIndicators(db: Reader, actor: Actor, agreementId: string): Promise<Indicator[]> {
  demand(actor, 'indicator.read', { agreementId })
  return indicatorsOf(db, agreementId)
}

/** One indicator, for who may read those of its agreement. */
export async function findIndicator(db: Reader, actor: Actor, id: string): Promise<Indicator> {
  const row = await db.selectFrom('indicator').selectAll().where('id', '=', id).executeTakeFirst()
  demand(actor, 'indicator.read', { agreementId: row?.agreement_id })
  if (!row) throw new Refused('not_found')
  return { ...fromRow(row), breaks: (await breaksOf(db, row.agreement_id)).get(id) }
}

/** The same without asking for permission: for other verbs, and for what is public. */
export async function indicatorsOf(db: Reader, agreementId: string): Promise<Indicator[]> {
  const rows = await db.selectFrom('indicator').selectAll().where('agreement_id', '=', agreementId).execute()
  const breaks = await breaksOf(db, agreementId)
  return rows.map((row) => ({ ...fromRow(row), breaks: breaks.get(row.id) })).sort((a, b) => (a.code < b.code ? -1 : 1))
}

/** Writes an indicator down; the act is its verb's. */
export const keepIndicator = async (trx: Trx, indicator: Indicator, now: Instant): Promise<void> =>
  void (await trx.insertInto('indicator').values(toRow(indicator, now)).execute())

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
  nature: indicator.nature,
  grain: indicator.grain,
  source: indicator.source,
  family: indicator.family ?? null,
  library: indicator.library ?? null,
  valid_from: indicator.validFrom ?? null,
  valid_to: indicator.validTo ?? null,
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
  nature: row.nature as Nature,
  grain: row.grain as Grain,
  source: row.source,
  family: (row.family as Family | null) ?? undefined,
  library: row.library ?? undefined,
  validFrom: row.valid_from ?? undefined,
  validTo: row.valid_to ?? undefined,
  illustrative: row.illustrative === 1,
})
