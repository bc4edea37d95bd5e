import { html } from 'hono/html'
import type { Edition } from './edition.ts'
import type { Markup } from './page.ts'
import { dataLinks } from './parts.ts'

/** Where the one table of a page is to be had as data. */
export const asData = (edition: Edition, title: string, address: string): Markup =>
  html`<section aria-labelledby="data" class="not-printed">
<h2 id="data">${edition.t('publication.data')}</h2>
<ul>${dataLinks(edition, title, address)}</ul>
</section>`
