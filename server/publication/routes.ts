import type { Context } from 'hono'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { trimTrailingSlash } from 'hono/trailing-slash'
import { openAPIRouteHandler } from 'hono-openapi'
import { hashedMeasure } from '../../shared/plan.ts'
import { Refused } from '../../shared/refusals.ts'
import { publicCommitment } from '../commitment/public-programmes.ts'
import type { Env } from '../http/env.ts'
import { rule } from '../http/rule.ts'
import { agreedText } from './agreed-text.ts'
import { agreementPage } from './agreement-page.ts'
import { agreementsPage } from './agreements-page.ts'
import { commitmentPage } from './commitment-page.ts'
import { comparisonPage } from './comparison-page.ts'
import { addDataRoutes } from './data-routes.ts'
import { disclosureIn, seriesIn } from './disclosed.ts'
import { disclosurePage } from './disclosure-page.ts'
import { editionFor } from './edition.ts'
import { faultsPage } from './faults-page.ts'
import { gapsPage } from './gaps-page.ts'
import { addJudgingPages } from './judging-routes.ts'
import { notFoundPage } from './not-found-page.ts'
import { documentation } from './openapi.ts'
import type { Markup } from './page.ts'
import { publicPaths } from './paths.ts'
import { programmePage } from './programme-page.ts'
import { publicAgreements } from './public-agreements.ts'
import { rankingPage } from './ranking-page.ts'
import { robots, securityTxt, sitemap } from './site-files.ts'
import { agreementOf, commitmentNumbered, comparisonIn, faultsIn, gapsIn, programmeOf } from './subjects.ts'

const anyone = rule('publication.read')

/** The public record: pages that need no script, and their tables for programs. Whoever asks, the answer is the same. */
export const publicationRoutes = new Hono<Env>()

publicationRoutes
  .use('/public/*', trimTrailingSlash(), compress(), etag(), async (c, next) => {
    await next()
    if (missed(c)) c.res = await answer(c, notFoundPage(editionFor(c)), 404)
    // The answer to a signed-in reader may carry their renewed cookie, and is for no cache but their own.
    c.header('Cache-Control', c.get('session') ? 'private, no-cache' : 'public, no-cache')
    c.header('Vary', 'Accept-Language', { append: true })
  })
  .get('/robots.txt', anyone, (c) => c.text(robots(c.var.site.publicUrl)))
  .get('/.well-known/security.txt', anyone, (c) => c.text(securityTxt(c.var.site, c.var.now)))
  .get('/sitemap.xml', anyone, async (c) =>
    c.body(await sitemap(c.var.site.publicUrl, await publicAgreements(c.var.db.read, c.var.now)), 200, {
      'Content-Type': 'application/xml; charset=utf-8',
    }),
  )

addDataRoutes(publicationRoutes)
addJudgingPages(publicationRoutes)

publicationRoutes
  .get('/public/openapi.json', anyone, (c, next) =>
    openAPIRouteHandler(publicationRoutes, {
      documentation: documentation(c.var.site.publicUrl),
      excludeStaticFile: false,
    })(c, next),
  )
  .get('/public', anyone, async (c) => {
    const all = await publicAgreements(c.var.db.read, c.var.now)
    return answer(c, agreementsPage(editionFor(c), all))
  })
  .get('/public/:slug', anyone, async (c) =>
    answer(c, agreementPage(editionFor(c), await agreementOf(c, c.req.param('slug')))),
  )
  .get('/public/:slug/programmes/:id', anyone, async (c) => {
    const agreement = await agreementOf(c, c.req.param('slug'))
    const programme = await programmeOf(c, agreement, c.req.param('id'))
    return answer(c, programmePage(editionFor(c), agreement, programme, c.var.now))
  })
  .get('/public/:slug/programmes/:id/agreed.txt', anyone, async (c) => {
    const agreement = await agreementOf(c, c.req.param('slug'))
    return c.text(agreedText(await programmeOf(c, agreement, c.req.param('id'))))
  })
  .get('/public/:slug/commitments/:number{[0-9]+}', anyone, async (c) => {
    const agreement = await agreementOf(c, c.req.param('slug'))
    const id = await commitmentNumbered(c, agreement, Number(c.req.param('number')))
    return c.redirect(editionFor(c).link(publicPaths.commitment(agreement.slug, id)))
  })
  .get('/public/:slug/commitments/:id', anyone, async (c) => {
    const agreement = await agreementOf(c, c.req.param('slug'))
    const full = await publicCommitment(c.var.db.read, c.req.param('id'))
    if (full.programme.agreementId !== agreement.id) throw new Refused('not_found')
    return answer(c, commitmentPage(editionFor(c), agreement, full, c.var.now))
  })
  .get('/public/:slug/commitments/:id/agreed.txt', anyone, async (c) => {
    const agreement = await agreementOf(c, c.req.param('slug'))
    const { commitment } = await publicCommitment(c.var.db.read, c.req.param('id'))
    if (commitment.agreementId !== agreement.id) throw new Refused('not_found')
    return c.text(hashedMeasure(commitment.measure))
  })
  .get('/public/:slug/fora/:label/comparison', anyone, async (c) => {
    const agreement = await agreementOf(c, c.req.param('slug'))
    const { forum, comparison, periods } = await comparisonIn(c, agreement, c.req.param('label'))
    return answer(c, comparisonPage(editionFor(c), agreement, forum, comparison, periods?.join(',')))
  })
  .get('/public/:slug/fora/:label/comparison/:code', anyone, async (c) => {
    const agreement = await agreementOf(c, c.req.param('slug'))
    const { forum, comparison, indicator } = await seriesIn(c, agreement, c.req.param('label'), c.req.param('code'))
    return answer(c, rankingPage(editionFor(c), agreement, forum, comparison, indicator))
  })
  .get('/public/:slug/fora/:label/disclosures/:teamId', anyone, async (c) => {
    const agreement = await agreementOf(c, c.req.param('slug'))
    const { forum, ...shown } = await disclosureIn(c, agreement, c.req.param('label'), c.req.param('teamId'))
    return answer(c, disclosurePage(editionFor(c), agreement, forum, shown))
  })
  .get('/public/:slug/fora/:label/findings', anyone, async (c) => {
    const agreement = await agreementOf(c, c.req.param('slug'))
    const { forum, faults } = await faultsIn(c, agreement, c.req.param('label'))
    return answer(c, faultsPage(editionFor(c), agreement, forum, faults))
  })
  .get('/public/:slug/fora/:label/gaps', anyone, async (c) => {
    const agreement = await agreementOf(c, c.req.param('slug'))
    const { forum, gaps } = await gapsIn(c, agreement, c.req.param('label'))
    return answer(c, gapsPage(editionFor(c), agreement, forum, gaps))
  })
  .get('/public/*', anyone, () => {
    throw new Refused('not_found')
  })

/** Whether the record was asked, by a person, for what is not in it: then a page says so, in place of a problem. */
const missed = (c: Context<Env>): boolean =>
  c.error instanceof Refused && c.error.code === 'not_found' && !/\.\w+$/.test(c.req.path)

function answer(c: Context<Env>, page: Markup, status: 200 | 404 = 200) {
  c.header('Content-Language', editionFor(c).language)
  return c.html(page, status)
}
