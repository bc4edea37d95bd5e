import { html } from 'hono/html'
import type { Edition } from './edition.ts'
import { type Markup, page } from './page.ts'
import { publicPaths } from './paths.ts'

/** What is not there and what is not public yet look alike. */
export const notFoundPage = (edition: Edition): Markup =>
  page(
    edition,
    {
      path: publicPaths.site(),
      title: edition.t('publication.notFound.title'),
      description: edition.t('publication.notFound.text'),
      hidden: true,
    },
    html`<h1>${edition.t('publication.notFound.title')}</h1>
<p class="lede">${edition.t('publication.notFound.text')}</p>
<p><a href="${edition.link(publicPaths.site())}">${edition.t('publication.notFound.act')}</a></p>`,
  )
