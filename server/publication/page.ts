import { html } from 'hono/html'
import type { Instant } from '../../shared/dates.ts'
import { directionOf, type Language, languageNames, languages } from '../../shared/text/languages.ts'
import { type Edition, withQuery } from './edition.ts'
import { publicPaths } from './paths.ts'

/** Markup whose every value was escaped on the way in. */
export type Markup = ReturnType<typeof html>

export interface PageHead {
  /** The page's own address, without a language. */
  path: string
  /** What else of the address says what the page shows. */
  query?: Record<string, string> | undefined
  title: string
  description: string
  /** Whose page this is; absent for the pages of the installation. */
  agreement?: { slug: string; title: string; demonstration: boolean } | undefined
  /** The agreement's other pages, in their order. */
  nav?: readonly { path: string; label: string }[] | undefined
  changedAt?: Instant | undefined
  /** Where the content of the page is to be had as data. */
  data?: string | undefined
  /** Not for search engines: there is nothing to find. */
  hidden?: boolean | undefined
}

/** A whole page: no script, the built styles, its other languages, and who may find it where. */
export const page = (edition: Edition, head: PageHead, body: Markup): Markup => html`<!doctype html>
<html lang="${edition.language}" dir="${directionOf(edition.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${head.title} · ${edition.t('publication.site')}</title>
<meta name="description" content="${head.description}">
${head.hidden ? html`<meta name="robots" content="noindex">` : addresses(edition, head)}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
${edition.styles.map((href) => html`<link rel="stylesheet" href="${href}">\n`)}</head>
<body class="is-public">
<a class="skip" href="#main">${edition.t('shell.skip')}</a>
${top(edition, head)}
<main id="main" class="pub" tabindex="-1">
${body}
</main>
${foot(edition, head)}
</body>
</html>
`

/** The same page in one language for good. */
const inLanguage = ({ path, query }: PageHead, language: Language): string =>
  withQuery(path, { ...query, lang: language })

/** What tells a search engine that the languages are one page. */
const addresses = (edition: Edition, head: PageHead): Markup => {
  const { data } = head
  const at = (language: Language) => `${edition.publicUrl}${inLanguage(head, language)}`
  return html`<link rel="canonical" href="${at(edition.language)}">
${languages.map((language) => html`<link rel="alternate" hreflang="${language}" href="${at(language)}">\n`)}<link rel="alternate" hreflang="x-default" href="${edition.publicUrl}${withQuery(head.path, head.query ?? {})}">
${data ? html`<link rel="alternate" type="application/json" href="${data}">` : ''}`
}

const top = (edition: Edition, head: PageHead): Markup => html`<header class="pub-top">
${head.agreement?.demonstration ? demonstration(edition) : ''}
<div class="pub-row">
<p>${
  head.agreement
    ? html`<b>${head.agreement.title}</b> <span>${edition.t('publication.publicRecord')}</span>`
    : html`<b>${edition.t('publication.site')}</b>`
}</p>
<nav aria-label="${edition.t('publication.nav')}">${[
  { path: publicPaths.site(), label: edition.t('publication.allAgreements') },
  ...(head.nav ?? []),
].map(
  ({ path, label }) =>
    html`<a href="${edition.link(path)}"${path === head.path && !head.hidden ? html` aria-current="page"` : ''}>${label}</a> `,
)}</nav>
<nav aria-label="${edition.t('shell.languages')}">${languages.map((language) =>
  language === edition.language
    ? html`<b lang="${language}">${languageNames[language]}</b> `
    : html`<a href="${inLanguage(head, language)}" lang="${language}" hreflang="${language}">${languageNames[language]}</a> `,
)}</nav>
</div>
</header>`

const demonstration = (edition: Edition): Markup =>
  html`<p class="demo"><strong>${edition.t('publication.demo.title')}</strong> ${edition.t('publication.demo.text')}</p>`

const foot = (edition: Edition, head: PageHead): Markup => html`<footer class="foot pub-foot">
<div>
${head.agreement?.demonstration ? html`<p id="sources"><span class="src">†</span> ${edition.t('publication.demo.sources')}</p>` : ''}
<p>${edition.t('publication.foot')} <a href="/" class="not-printed">${edition.t('publication.workbench')}</a></p>
<p class="printed">${edition.publicUrl}${withQuery(head.path, head.query ?? {})}</p>
</div>
</footer>`
