import { html } from 'hono/html'
import { dayOf } from '../../shared/dates.ts'
import type { Edition } from './edition.ts'
import { type Markup, page } from './page.ts'
import { type Column, dataLinks, table } from './parts.ts'
import { publicPaths } from './paths.ts'
import type { PublicAgreement } from './public-agreements.ts'

/** The door of the public record: every agreement that has a charter in force. */
export const agreementsPage = (edition: Edition, all: readonly PublicAgreement[]): Markup =>
  page(
    edition,
    {
      path: publicPaths.site(),
      title: edition.t('publication.title'),
      description: edition.t('publication.lede'),
      data: '/public/agreements.json',
    },
    html`<h1>${edition.t('publication.title')}</h1>
<p class="lede">${edition.t('publication.lede')}</p>
<section aria-labelledby="agreements">
<h2 id="agreements">${edition.t('publication.agreements')}</h2>
${all.length === 0 ? html`<p>${edition.t('publication.noAgreement')}</p>` : table(edition.t('publication.agreementsCaption'), columns(edition), all)}
</section>
<section aria-labelledby="data" class="not-printed">
<h2 id="data">${edition.t('publication.data')}</h2>
<ul>${dataLinks(edition, edition.t('publication.agreements'), '/public/agreements')}
<li><a href="/public/openapi.json">${edition.t('publication.openapi')}</a></li></ul>
</section>`,
  )

const columns = (edition: Edition): Column<PublicAgreement>[] => [
  {
    head: edition.t('publication.agreement'),
    isHead: true,
    cell: ({ slug, title, demonstration }) =>
      html`<a href="${edition.link(publicPaths.agreement(slug))}">${title}</a>${demonstration ? html` <span class="illus">${edition.t('publication.demonstration')}</span>` : ''}`,
  },
  {
    head: edition.t('publication.parties'),
    cell: ({ parties }) => edition.list(parties.map((party) => edition.party(party))),
  },
  {
    head: edition.t('publication.programmeInForce'),
    cell: ({ slug, programme }) =>
      programme
        ? html`<a href="${edition.link(publicPaths.programme(slug, programme.id))}">${programme.title}</a>`
        : edition.t('publication.none'),
  },
  { head: edition.t('publication.changed'), cell: ({ changedAt }) => edition.day(dayOf(changedAt)) },
]
