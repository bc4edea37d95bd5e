import type { Context } from 'hono'
import { comparePeriods, grainOf } from '../../shared/period.ts'
import type { Indicator } from '../../shared/record.ts'
import { Refused } from '../../shared/refusals.ts'
import type { Env } from '../http/env.ts'
import { indicatorsOf } from '../record/indicators.ts'
import { type PublishedComparison, publishedComparison } from '../record/published-comparison.ts'
import { publishedDisclosure } from '../record/published-disclosure.ts'
import { publishedRecords } from '../record/published-records.ts'
import type { ShownDisclosure } from './disclosure-page.ts'
import type { PublicAgreement } from './public-agreements.ts'
import type { PublicForum } from './public-fora.ts'

/** Periods past this are left to the data: the latest are shown. */
const mostPeriods = 40

/** One indicator of an open comparison at all its periods, or `not_found`. */
export async function seriesIn(
  c: Context<Env>,
  agreement: PublicAgreement,
  label: string,
  code: string,
): Promise<{ forum: PublicForum; comparison: PublishedComparison; indicator: Indicator }> {
  const forum = agreement.fora.find((one) => one.label === label)
  const indicator = (await indicatorsOf(c.var.db.read, agreement.id)).find((one) => one.code === code)
  const latest = forum && indicator && (await publishedComparison(c.var.db.read, forum.id, { indicators: [code] }))
  if (!latest?.periods[indicator!.id]) throw new Refused('not_found')
  const periods = latest.periods[indicator!.id]!.filter((period) => grainOf(period) === indicator!.grain)
    .sort(comparePeriods)
    .slice(-mostPeriods)
  const asked = periods.length > 0 ? { indicators: [code], periods } : { indicators: [code] }
  const comparison = await publishedComparison(c.var.db.read, forum!.id, asked)
  return { forum: forum!, comparison: comparison!, indicator: indicator! }
}

/** What one team disclosed for a forum of that agreement, or `not_found`: also while it is sealed. */
export async function disclosureIn(
  c: Context<Env>,
  agreement: PublicAgreement,
  label: string,
  teamId: string,
): Promise<ShownDisclosure & { forum: PublicForum }> {
  const forum = agreement.fora.find((one) => one.label === label)
  const disclosure = forum && (await publishedDisclosure(c.var.db.read, forum.id, teamId))
  const records = disclosure && (await publishedRecords(c.var.db.read, forum.id, teamId))
  if (!records) throw new Refused('not_found')
  return { forum, teamId, disclosure, records, indicators: await indicatorsOf(c.var.db.read, agreement.id) }
}
