import { html } from 'hono/html'
import { addDays, dayOf, type Instant } from '../../shared/dates.ts'
import { Refused } from '../../shared/refusals.ts'
import { languages } from '../../shared/text/languages.ts'
import { withQuery } from './edition.ts'
import { publicPaths } from './paths.ts'
import type { PublicAgreement } from './public-agreements.ts'

/** Only the public record is for search engines; the working pages have nothing for them. */
export const robots = (publicUrl: string): string => `User-agent: *
Allow: /public
Allow: /assets/
Allow: /icon.svg
Disallow: /
Sitemap: ${publicUrl}/sitemap.xml
`

/** RFC 9116: whom to tell of a hole. Absent where nobody said who that is. */
export function securityTxt(site: { publicUrl: string; contact?: string | undefined }, now: Instant): string {
  if (!site.contact) throw new Refused('not_found')
  return `Contact: ${site.contact}
Expires: ${addDays(dayOf(now), 180)}T00:00:00.000Z
Preferred-Languages: ${languages.join(', ')}
Canonical: ${site.publicUrl}/.well-known/security.txt
`
}

/** The public pages that others are found from, in every language, with the day of their last change. */
export const sitemap = (
  publicUrl: string,
  agreements: readonly PublicAgreement[],
) => html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages(agreements).map(
  ([path, changedAt]) =>
    html`<url><loc>${publicUrl}${path}</loc>${changedAt ? html`<lastmod>${changedAt}</lastmod>` : ''}${languages.map(
      (language) =>
        html`<xhtml:link rel="alternate" hreflang="${language}" href="${publicUrl}${withQuery(path, { lang: language })}"/>`,
    )}</url>\n`,
)}</urlset>
`

const pages = (agreements: readonly PublicAgreement[]): [path: string, changedAt?: Instant][] => [
  [publicPaths.site()],
  ...agreements.flatMap(({ slug, changedAt, programmes, fora }): [string, Instant?][] => [
    [publicPaths.agreement(slug), changedAt],
    ...programmes.map(({ id }): [string, Instant] => [publicPaths.programme(slug, id), changedAt]),
    ...fora.flatMap(({ label, comparedAt }): [string, Instant][] =>
      comparedAt ? [[publicPaths.comparison(slug, label), comparedAt]] : [],
    ),
  ]),
]
