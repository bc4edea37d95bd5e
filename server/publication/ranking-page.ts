import { html } from 'hono/html'
import { dayOf } from '../../shared/dates.ts'
import { comparePeriods } from '../../shared/period.ts'
import type { Indicator } from '../../shared/record.ts'
import type { PublishedComparison, RowTotal } from '../record/published-comparison.ts'
import { agreementNav } from './agreement-nav.ts'
import { type Edition, withQuery } from './edition.ts'
import { figureWords, unitWords } from './figure-words.ts'
import { type Markup, page } from './page.ts'
import { dataLinks, sourced } from './parts.ts'
import { publicPaths } from './paths.ts'
import type { PublicAgreement } from './public-agreements.ts'
import type { PublicForum } from './public-fora.ts'
import { ranking } from './ranking.ts'
import { trend } from './trend.ts'

/** One indicator of a comparison: who stands where at its latest period, and how all of them moved through time. */
export function rankingPage(
  edition: Edition,
  agreement: PublicAgreement,
  forum: PublicForum,
  comparison: PublishedComparison,
  indicator: Indicator,
): Markup {
  const rows = comparison.rows
    .filter((row) => row.indicatorId === indicator.id)
    .sort((a, b) => comparePeriods(a.period, b.period))
  const last = rows.at(-1)
  const path = publicPaths.ranking(agreement.slug, forum.label, indicator.code)
  const comparisonPath = publicPaths.comparison(agreement.slug, forum.label)
  const title = edition.t('comparison.public.ranking', { indicator: indicator.title })
  const period = last ? edition.period(last.period) : ''
  const lede = edition.t('comparison.public.rankingLede', { period, forum: forum.title })
  const query = { indicators: indicator.code, periods: rows.map((row) => row.period).join(',') }
  return page(
    edition,
    {
      path,
      title,
      description: lede,
      agreement,
      nav: agreementNav(edition, agreement, forum),
      data: withQuery(`${comparisonPath}.json`, query),
    },
    html`<h1>${sourced(title)}</h1>
<p class="lede">${sourced(indicator.definition)}</p>
<p class="note">${lede} ${unitWords(edition, indicator, comparison.indicators)}; ${edition.word('record.better', indicator.direction)}. ${indicator.source ? sourced(edition.t('record.sourceIs', { source: indicator.source })) : ''} ${edition.t('publication.lastChanged', { day: edition.day(dayOf(comparison.openedAt)) })}</p>
<p><a href="${edition.link(comparisonPath)}">${edition.t('publication.comparisonOf', { forum: forum.title })}</a></p>
${last ? ranked(edition, agreement, forum, comparison, indicator, last) : html`<p>${edition.t('publication.nothingDisclosed')}</p>`}
${rows.length > 1 ? html`<section aria-labelledby="trend"><h2 id="trend">${edition.t('comparison.way.trend')}</h2>${trend(edition, indicator, rows, comparison)}</section>` : ''}
<section aria-labelledby="data" class="not-printed">
<h2 id="data">${edition.t('publication.data')}</h2>
<ul>${dataLinks(edition, edition.t('publication.table.comparison'), comparisonPath, query)}
${dataLinks(edition, edition.t('comparison.public.dictionary'), '/public/dictionary')}</ul>
</section>`,
  )
}

function ranked(
  edition: Edition,
  agreement: PublicAgreement,
  forum: PublicForum,
  comparison: PublishedComparison,
  indicator: Indicator,
  row: PublishedComparison['rows'][number],
): Markup {
  const total = comparison.totals.find((one) => one.indicatorId === indicator.id && one.period === row.period)
  const place = { slug: agreement.slug, label: forum.label }
  return html`<section aria-labelledby="ranking">
<h2 id="ranking">${edition.t('comparison.way.ranked')}, ${edition.period(row.period)}</h2>
${ranking(edition, indicator, row.cells, comparison, place)}
${total ? html`<p class="note">${edition.t('comparison.public.total')}: ${totalWords(edition, indicator, total)}</p>` : ''}
${comparison.threshold > 1 ? html`<p class="note">${edition.t('comparison.public.hidden', { threshold: comparison.threshold })}</p>` : ''}
</section>`
}

function totalWords(edition: Edition, indicator: Indicator, { hidden, rate, value, of }: RowTotal): string {
  if (hidden) return edition.word('ui.missing', 'suppressed')
  if (rate !== undefined && value !== undefined && of !== undefined)
    return `${figureWords(edition, indicator, rate)} (${edition.t('record.outOf', { value: edition.number(value), of: edition.number(of) })})`
  return value === undefined ? edition.word('ui.missing', 'unknown') : edition.number(value)
}
