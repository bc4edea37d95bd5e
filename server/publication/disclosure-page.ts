import { html } from 'hono/html'
import { dayOf } from '../../shared/dates.ts'
import { sections } from '../../shared/disclosure.ts'
import type { Indicator } from '../../shared/record.ts'
import type { PublishedDisclosure } from '../record/published-disclosure.ts'
import type { PublishedRecord } from '../record/published-records.ts'
import { agreementNav } from './agreement-nav.ts'
import type { Edition } from './edition.ts'
import { type Markup, page } from './page.ts'
import { dataLinks, illustrative, sourced, sum, written } from './parts.ts'
import { publicPaths } from './paths.ts'
import type { PublicAgreement } from './public-agreements.ts'
import type { PublicForum } from './public-fora.ts'

/** Records past this are for programs: a page is for reading. */
const mostShown = 240

export interface ShownDisclosure {
  teamId: string
  disclosure: PublishedDisclosure
  records: readonly PublishedRecord[]
  indicators: readonly Indicator[]
}

/** What one team disclosed: its method, its words, its records without small counts, and the sum that was sealed. */
export function disclosurePage(
  edition: Edition,
  agreement: PublicAgreement,
  forum: PublicForum,
  { teamId, disclosure, records, indicators }: ShownDisclosure,
): Markup {
  const path = publicPaths.disclosure(agreement.slug, forum.label, teamId)
  const title = edition.t('comparison.public.disclosed', { team: disclosure.team, forum: forum.title })
  const lede = edition.t('comparison.public.disclosedLede', {
    filed: edition.instant(disclosure.filedAt),
    opened: edition.instant(disclosure.openedAt),
  })
  return page(
    edition,
    {
      path,
      title,
      description: lede,
      agreement,
      nav: agreementNav(edition, agreement, forum),
      data: `${path}/records.json`,
    },
    html`<h1>${title}</h1>
<p class="lede">${lede}</p>
<p class="note">${edition.t('publication.lastChanged', { day: edition.day(dayOf(disclosure.openedAt)) })}</p>
${method(edition, disclosure)}
${words(edition, disclosure)}
${recordsPart(edition, records, indicators)}
<section aria-labelledby="check">
<h2 id="check">${edition.t('comparison.public.check')}</h2>
<p>${edition.t('comparison.public.checkText')}</p>
${sum(disclosure.contentHash)}
</section>
<section aria-labelledby="data" class="not-printed">
<h2 id="data">${edition.t('publication.data')}</h2>
<ul>${dataLinks(edition, edition.t('comparison.public.recordsOf'), `${path}/records`)}
${dataLinks(edition, edition.t('comparison.public.indicators'), `/public/${encodeURIComponent(agreement.slug)}/indicators`)}
${dataLinks(edition, edition.t('comparison.public.dictionary'), '/public/dictionary')}</ul>
</section>`,
  )
}

const method = (
  edition: Edition,
  { method: by }: PublishedDisclosure,
): Markup => html`<section aria-labelledby="method">
<h2 id="method">${edition.t('comparison.public.method')}</h2>
${by ? html`<h3>${edition.t('record.methodTitle', { version: by.version, title: by.title })}</h3>${written(by.body)}` : html`<p>${edition.t('comparison.public.noMethod')}</p>`}
</section>`

function words(edition: Edition, { note, sections: told }: PublishedDisclosure): Markup {
  const parts = sections.filter((section) => told[section])
  if (!note && parts.length === 0) return html``
  return html`<section aria-labelledby="words">
<h2 id="words">${edition.t('comparison.public.words')}</h2>
${note ? written(note) : ''}
${parts.map((section) => html`<h3>${edition.word('record.section', section)}</h3>${written(told[section]!)}`)}
</section>`
}

/** A block an indicator, its periods under it; where a count is hidden it says so. */
function recordsPart(edition: Edition, records: readonly PublishedRecord[], indicators: readonly Indicator[]): Markup {
  const shown = records.slice(0, mostShown)
  const byIndicator = [...Map.groupBy(shown, (one) => one.indicator)]
  return html`<section aria-labelledby="records">
<h2 id="records">${edition.t('comparison.public.records')}</h2>
${
  records.length === 0
    ? html`<p>${edition.t('comparison.public.noRecords')}</p>`
    : html`<table>
<caption>${edition.t('publication.neverZero')}</caption>
<thead><tr><th scope="col">${edition.t('record.period')}</th><th scope="col" class="num-col">${edition.t('record.figure')}</th><th scope="col">${edition.t('record.unit')}</th></tr></thead>
${byIndicator.map(([code, own]) =>
  block(
    edition,
    own,
    indicators.find((one) => one.code === code),
  ),
)}</table>`
}
${records.length > shown.length ? html`<p class="note">${edition.t('comparison.public.firstRecords', { shown: shown.length })}</p>` : ''}
</section>`
}

const block = (edition: Edition, own: readonly PublishedRecord[], indicator: Indicator | undefined): Markup =>
  html`<tbody>
<tr><th scope="rowgroup" colspan="3">${sourced(indicator?.title ?? own[0]!.indicator)}${illustrative(edition, own[0]!.illustrative)}</th></tr>
${own.map((one) => html`<tr><th scope="row">${edition.period(one.period)}</th><td class="num-col">${figureOf(edition, one)}</td><td>${one.unit}</td></tr>\n`)}</tbody>
`

const figureOf = (edition: Edition, { value, missing }: PublishedRecord): Markup | string =>
  value === undefined ? edition.word('ui.missing', missing ?? 'unknown') : html`<b>${edition.number(value)}</b>`
