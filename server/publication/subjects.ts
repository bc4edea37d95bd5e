import type { Context } from 'hono'
import * as z from 'zod/mini'
import { isPeriod } from '../../shared/period.ts'
import { Refused } from '../../shared/refusals.ts'
import { type Programme, publicProgramme } from '../commitment/public-programmes.ts'
import type { Env } from '../http/env.ts'
import { parse } from '../http/input.ts'
import { type PublishedFault, publishedFaults } from '../record/faults/published-faults.ts'
import { type PublishedGap, publishedGaps } from '../record/gaps/published-gaps.ts'
import { type PublishedComparison, publishedComparison } from '../record/published-comparison.ts'
import { type PublishedRecord, publishedRecords } from '../record/published-records.ts'
import { type PublicAgreement, publicAgreement } from './public-agreements.ts'
import type { PublicForum } from './public-fora.ts'

/** The public agreement that an address names, or `not_found`. */
export async function agreementOf(c: Context<Env>, slug: string): Promise<PublicAgreement> {
  const agreement = await publicAgreement(c.var.db.read, slug, c.var.now)
  if (!agreement) throw new Refused('not_found')
  return agreement
}

/** The programme of that agreement and of no other, or `not_found`. */
export async function programmeOf(c: Context<Env>, agreement: PublicAgreement, id: string): Promise<Programme> {
  if (!agreement.programmes.some((programme) => programme.id === id)) throw new Refused('not_found')
  return publicProgramme(c.var.db.read, id)
}

/** The commitment that people call by its number: of the programme in force, else of the newest. */
export async function commitmentNumbered(c: Context<Env>, agreement: PublicAgreement, number: number): Promise<string> {
  const programme = agreement.programme ?? agreement.programmes[0]
  const { commitments } = await programmeOf(c, agreement, programme?.id ?? '')
  const commitment = commitments.find((one) => one.number === number)
  if (!commitment) throw new Refused('not_found')
  return commitment.id
}

const list = z.pipe(
  z.string().check(z.maxLength(4000)),
  z.transform((text) => text.split(',').filter(Boolean)),
)
const asked = z.object({
  indicators: z.optional(list),
  periods: z.optional(z.pipe(list, z.array(z.string().check(z.refine(isPeriod))).check(z.maxLength(60)))),
})

/** The open comparison of a forum of that agreement, or `not_found`: also while the disclosures are sealed. */
export async function comparisonIn(
  c: Context<Env>,
  agreement: PublicAgreement,
  label: string,
): Promise<{ forum: PublicForum; comparison: PublishedComparison; periods: string[] | undefined }> {
  const forum = agreement.fora.find((one) => one.label === label)
  const { indicators, periods } = parse(asked, c.req.query())
  const comparison = forum && (await publishedComparison(c.var.db.read, forum.id, { indicators, periods }))
  if (!comparison) throw new Refused('not_found')
  return { forum, comparison, periods }
}

/** The gaps of a forum of that agreement, once its disclosures are open; `not_found` before. */
export async function gapsIn(
  c: Context<Env>,
  agreement: PublicAgreement,
  label: string,
): Promise<{ forum: PublicForum; gaps: PublishedGap[] }> {
  const forum = agreement.fora.find((one) => one.label === label)
  if (!forum?.comparedAt) throw new Refused('not_found')
  return { forum, gaps: await publishedGaps(c.var.db.read, { ...forum, agreementId: agreement.id }) }
}

/** What was found on the disclosures of a forum of that agreement, once they are open; `not_found` before. */
export async function faultsIn(
  c: Context<Env>,
  agreement: PublicAgreement,
  label: string,
): Promise<{ forum: PublicForum; faults: PublishedFault[] }> {
  const forum = agreement.fora.find((one) => one.label === label)
  if (!forum?.comparedAt) throw new Refused('not_found')
  return { forum, faults: await publishedFaults(c.var.db.read, forum.id) }
}

const paged = z.object({ offset: z.optional(z.coerce.number().check(z.int(), z.minimum(0))) })

/** What one team disclosed for a forum of that agreement, or `not_found`: also while it is sealed. */
export async function recordsIn(
  c: Context<Env>,
  agreement: PublicAgreement,
  label: string,
  teamId: string,
): Promise<PublishedRecord[]> {
  const forum = agreement.fora.find((one) => one.label === label)
  const { offset } = parse(paged, c.req.query())
  const records = forum && (await publishedRecords(c.var.db.read, forum.id, teamId, offset))
  if (!records) throw new Refused('not_found')
  return records
}
