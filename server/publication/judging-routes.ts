import type { Context, Hono } from 'hono'
import type { Env } from '../http/env.ts'
import { rule } from '../http/rule.ts'
import { type Criterion, criteriaOf } from '../record/criteria/criteria.ts'
import { type CriterionLine, publishedReadings } from '../record/criteria/criterion-readings.ts'
import { publishedStrategies } from '../record/strategies/published-strategies.ts'
import { criteriaPage } from './criteria-page.ts'
import { editionFor } from './edition.ts'
import type { Markup } from './page.ts'
import type { PublicAgreement } from './public-agreements.ts'
import { strategiesPage } from './strategies-page.ts'
import { agreementOf } from './subjects.ts'

const anyone = rule('publication.read')

/** By what records are judged, and what was tried: the criteria in force and the library of strategies. */
export const addJudgingPages = (routes: Hono<Env>): Hono<Env> =>
  routes
    .get('/public/:slug/strategies', anyone, async (c) => {
      const agreement = await agreementOf(c, c.req.param('slug'))
      const strategies = await publishedStrategies(c.var.db.read, agreement.id)
      return answer(c, strategiesPage(editionFor(c), agreement, strategies))
    })
    .get('/public/:slug/criteria', anyone, async (c) => {
      const agreement = await agreementOf(c, c.req.param('slug'))
      const { criteria, lines } = await criteriaIn(c, agreement)
      return answer(c, criteriaPage(editionFor(c), agreement, criteria, lines))
    })

/** The agreement's criteria, each measure with the records of the last open comparison that has any. */
export async function criteriaIn(
  c: Context<Env>,
  agreement: PublicAgreement,
): Promise<{ criteria: Criterion[]; lines: CriterionLine[] }> {
  const criteria = await criteriaOf(c.var.db.read, agreement.id)
  const compared = agreement.fora
    .filter((forum) => forum.comparedAt)
    .toSorted((a, b) => (a.comparedAt! < b.comparedAt! ? 1 : -1))
  const lines = new Map<string, CriterionLine>()
  for (const forum of compared)
    for (const line of await publishedReadings(c.var.db.read, agreement.id, forum.id))
      if (!lines.get(line.criterionId)?.teams.length) lines.set(line.criterionId, line)
  return { criteria, lines: [...lines.values()] }
}

function answer(c: Context<Env>, page: Markup) {
  c.header('Content-Language', editionFor(c).language)
  return c.html(page)
}
