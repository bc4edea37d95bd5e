import { html } from 'hono/html'
import { comparedFigure } from '../../shared/comparison.ts'
import { dayOf } from '../../shared/dates.ts'
import { comparePeriods } from '../../shared/period.ts'
import type { Indicator } from '../../shared/record.ts'
import type { Comparison, ShownCell } from '../record/comparisons.ts'
import type { PublishedComparison } from '../record/published-comparison.ts'
import { agreementNav } from './agreement-nav.ts'
import { type Edition, withQuery } from './edition.ts'
import { figureWords, intervalWords, missingWords, unitWords, verdictWords } from './figure-words.ts'
import { type Markup, page } from './page.ts'
import { dataLinks, illustrative, sourced } from './parts.ts'
import { publicPaths } from './paths.ts'
import type { PublicAgreement } from './public-agreements.ts'
import type { PublicForum } from './public-fora.ts'
import type { Place } from './ranking.ts'
import { strip } from './strip.ts'

/** Strips past this say less than the table does. */
const mostStrips = 24
/** Teams past this are ranked on a page an indicator. */
const mostTeams = 24

type Row = Comparison['rows'][number]

/** What the teams disclosed, like beside like: a strip an indicator over its table. Only open disclosures get here. */
export function comparisonPage(
  edition: Edition,
  agreement: PublicAgreement,
  forum: PublicForum,
  comparison: PublishedComparison,
  period: string | undefined,
): Markup {
  const path = publicPaths.comparison(agreement.slug, forum.label)
  const place = { slug: agreement.slug, label: forum.label }
  const few = comparison.teams.filter((team) => team.disclosed).length <= mostTeams
  const title = edition.t('publication.comparisonTitle', { forum: forum.title })
  const lede = edition.t('publication.comparisonLede', {
    teams: comparison.teams.filter((team) => team.disclosed).length,
    when: edition.instant(comparison.openedAt),
  })
  return page(
    edition,
    {
      path,
      query: period ? { periods: period } : {},
      title,
      description: lede,
      agreement,
      nav: agreementNav(edition, agreement, forum),
      data: `${path}.json`,
    },
    html`<h1>${title}</h1>
<p class="lede">${lede}</p>
<p class="note">${edition.t('publication.lastChanged', { day: edition.day(dayOf(comparison.openedAt)) })}${silent(edition, comparison)}</p>
${comparison.rows.length === 0 ? html`<p>${edition.t('publication.nothingDisclosed')}</p>` : [few && comparison.teams.filter((team) => team.disclosed).length > 1 ? strips(edition, comparison) : '', few ? table(edition, comparison, place) : '', definitions(edition, comparison, place)]}
${comparison.threshold > 1 ? html`<p class="note">${edition.t('comparison.public.hidden', { threshold: comparison.threshold })}</p>` : ''}
${disclosures(edition, comparison, place)}
${periods(edition, path, comparison, period)}
<section aria-labelledby="data" class="not-printed">
<h2 id="data">${edition.t('publication.data')}</h2>
<p><a href="${edition.link(publicPaths.gaps(agreement.slug, forum.label))}">${edition.t('gap.public.link')}</a></p>
<p><a href="${edition.link(publicPaths.faults(agreement.slug, forum.label))}">${edition.t('fault.toAll')}</a></p>
<ul>${dataLinks(edition, edition.t('publication.table.comparison'), path, period ? { periods: period } : {})}
${dataLinks(edition, edition.t('comparison.public.totals'), path.replace(/comparison$/, 'totals'), period ? { periods: period } : {})}
${dataLinks(edition, edition.t('comparison.public.indicators'), `/public/${encodeURIComponent(agreement.slug)}/indicators`)}
${dataLinks(edition, edition.t('comparison.public.dictionary'), '/public/dictionary')}</ul>
</section>`,
  )
}

/** Each team’s own page. */
const disclosures = (edition: Edition, { teams }: Comparison, { slug, label }: Place): Markup =>
  html`<section aria-labelledby="disclosures">
<h2 id="disclosures">${edition.t('comparison.public.disclosures')}</h2>
<p class="axes-inline">${teams
    .filter((team) => team.disclosed)
    .map((team) => html`<a href="${edition.link(publicPaths.disclosure(slug, label, team.id))}">${team.name}</a> `)}</p>
</section>`

/** The teams that filed nothing are named once, and not in every row. */
const silent = (edition: Edition, { teams }: Comparison): string => {
  const names = teams.filter((team) => !team.disclosed).map((team) => team.name)
  return names.length === 0 ? '' : ` ${edition.t('publication.filedNothing', { teams: edition.list(names) })}`
}

const indicatorOf = (comparison: Comparison, row: Row): Indicator =>
  comparison.indicators.find((indicator) => indicator.id === row.indicatorId)!

const strips = (edition: Edition, comparison: Comparison): Markup => html`<section aria-labelledby="side-by-side">
<h2 id="side-by-side">${edition.t('publication.sideBySide')}</h2>
<ul class="key">
<li><svg width="30" height="16" aria-hidden="true"><line class="move" x1="4" x2="20" y1="8" y2="8"/><circle class="was" cx="4" cy="8" r="2.5"/><circle class="dot" cx="22" cy="8" r="4.5"/></svg> ${edition.t('record.key.before')}</li>
<li><svg width="26" height="16" aria-hidden="true"><line class="gap" x1="2" x2="22" y1="8" y2="8"/><line class="gap" x1="22" x2="22" y1="2" y2="14"/></svg> ${edition.t('comparison.key.gap')}</li>
<li><svg width="14" height="16" aria-hidden="true"><circle class="nc" cx="7" cy="8" r="5"/></svg> ${edition.t('record.key.notComparable')}</li>
</ul>
<div class="multiples">${comparison.rows
  .slice(0, mostStrips)
  .map((row) => strip(edition, indicatorOf(comparison, row), row, comparison))}</div>
</section>`

/** One block an indicator, one row a team: figures that are compared stand under one another, on paper and on a phone too. */
const table = (
  edition: Edition,
  comparison: Comparison,
  place: Place,
): Markup => html`<section aria-labelledby="records">
<h2 id="records">${edition.t('publication.records')}</h2>
<table class="stack-table" role="table">
<caption>${edition.t('publication.neverZero')}</caption>
<thead role="rowgroup"><tr role="row">${(['team', 'figure', 'counted', 'verdict'] as const).map(
  (name) => html`<th role="columnheader" scope="col">${edition.t(`publication.column.${name}`)}</th>`,
)}</tr></thead>
${comparison.rows.map((row) => rowGroup(edition, comparison, row, place))}</table>
${comparison.asked > comparison.rows.length ? html`<p class="note">${edition.t('publication.onlyFirst', { shown: comparison.rows.length, asked: comparison.asked })}</p>` : ''}
</section>`

const rowGroup = (edition: Edition, comparison: Comparison, row: Row, place: Place): Markup => {
  const indicator = indicatorOf(comparison, row)
  return html`<tbody role="rowgroup">
<tr role="row"><th role="rowheader" scope="rowgroup" colspan="4">${sourced(indicator.title)}${illustrative(edition, indicator.illustrative)} <span class="meta">${unitWords(edition, indicator, comparison.indicators)}, ${edition.period(row.period)}</span></th></tr>
${row.cells.map((cell) => {
  const team = comparison.teams.find(({ id }) => id === cell.teamId)
  return team?.disclosed ? cellRow(edition, indicator, row, cell, team, { teams: comparison.teams, place }) : ''
})}</tbody>
`
}

function cellRow(
  edition: Edition,
  indicator: Indicator,
  row: Row,
  cell: ShownCell,
  team: Comparison['teams'][number],
  { teams, place }: { teams: Comparison['teams']; place: Place },
): Markup {
  const rate = comparedFigure(indicator, cell)
  const figure = rate ?? cell.value
  const method = team.method
    ? edition.t('record.methodVersion', { version: team.method.version })
    : edition.t('record.noMethod')
  const words =
    figure === undefined
      ? missingWords(edition, cell)
      : html`<b>${figureWords(edition, indicator, figure, indicator.denominatorId !== undefined && rate === undefined)}</b>`
  const counted = [
    indicator.denominatorId && cell.of !== undefined && cell.value !== undefined
      ? edition.t('record.outOf', { value: edition.number(cell.value), of: edition.number(cell.of) })
      : undefined,
    cell.period === row.period ? undefined : edition.period(cell.period),
    cell.unit,
  ].filter(Boolean)
  const between = intervalWords(edition, indicator, cell)
  const cells = [
    html`${words}${between ? html` <span class="meta">(${between})</span>` : ''}`,
    counted.join('; '),
    verdictWords(edition, indicator, cell, teams),
  ]
  return html`<tr role="row"><th role="rowheader" scope="row"><a href="${edition.link(publicPaths.disclosure(place.slug, place.label, team.id))}">${team.name}</a> <span class="meta">${method}</span></th>${(
    ['figure', 'counted', 'verdict'] as const
  ).map(
    (name, i) => html`<td role="cell" data-label="${edition.t(`publication.column.${name}`)}">${cells[i]}</td>`,
  )}</tr>
`
}

/** What each figure is, and where it comes from: without that it is no record. */
const definitions = (edition: Edition, comparison: Comparison, place: Place): Markup => {
  const shown = new Set(comparison.rows.map((row) => row.indicatorId))
  const indicators = comparison.indicators.filter(({ id }) => shown.has(id))
  return html`<section aria-labelledby="definitions">
<h2 id="definitions">${edition.t('record.definitions')}</h2>
<dl class="facts rules">${indicators.map(
    ({ code, title, definition, source, direction }) =>
      html`<div><dt>${sourced(title)}</dt><dd>${sourced(definition)} (${edition.word('record.better', direction)})${source ? html` <span class="meta">${sourced(edition.t('record.sourceIs', { source }))}</span>` : ''} <a href="${edition.link(publicPaths.ranking(place.slug, place.label, code))}">${edition.t('comparison.public.toRanking')}</a></dd></div>\n`,
  )}</dl>
</section>`
}

const periods = (edition: Edition, path: string, comparison: Comparison, chosen: string | undefined): Markup => {
  const all = [...new Set(Object.values(comparison.periods).flat())].sort((a, b) => comparePeriods(b, a)).slice(0, 60)
  if (all.length < 2) return html``
  return html`<section aria-labelledby="periods">
<h2 id="periods">${edition.t('publication.periods')}</h2>
<p class="axes-inline">${chosen ? html`<a href="${edition.link(path)}">${edition.t('publication.latest')}</a> ` : html`<b>${edition.t('publication.latest')}</b> `}${all.map(
    (period) =>
      period === chosen
        ? html`<b>${edition.period(period)}</b> `
        : html`<a href="${edition.link(withQuery(path, { periods: period }))}">${edition.period(period)}</a> `,
  )}</p>
</section>`
}
