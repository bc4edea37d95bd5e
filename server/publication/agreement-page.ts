import { html } from 'hono/html'
import { type PlainRule, plainCharter } from '../../shared/charter-words.ts'
import { dayOf } from '../../shared/dates.ts'
import { agreementNav } from './agreement-nav.ts'
import type { Edition } from './edition.ts'
import { type Markup, page } from './page.ts'
import { type Column, dataLinks, sourced, table } from './parts.ts'
import { publicPaths } from './paths.ts'
import type { PublicAgreement } from './public-agreements.ts'
import type { PublicForum } from './public-fora.ts'
import { sixGrid } from './who-agreed.ts'

/** One agreement: what it promises in plain words, who takes part, when they meet, and what came of it. */
export function agreementPage(edition: Edition, agreement: PublicAgreement): Markup {
  const { slug, title, summary, signedOn, charterVersion, charterSince, changedAt } = agreement
  const path = publicPaths.agreement(slug)
  const lede =
    summary ||
    edition.t('publication.agreementLede', {
      parties: edition.list(agreement.parties.map((party) => edition.party(party))),
    })
  return page(
    edition,
    {
      path,
      title,
      description: lede,
      agreement,
      nav: agreementNav(edition, agreement),
      changedAt,
      data: `${path}/programmes.json`,
    },
    html`<h1>${title}</h1>
<p class="lede">${sourced(lede)}</p>
<p class="note">${signedOn ? `${edition.t('publication.signed', { day: edition.day(signedOn) })} ` : ''}${edition.t('publication.charterSince', { version: charterVersion, day: edition.day(charterSince) })} ${edition.t('publication.lastChanged', { day: edition.day(dayOf(changedAt)) })}</p>
${programmes(edition, agreement)}
${takingPart(edition, agreement)}
${fora(edition, agreement)}
${judgedBy(edition, agreement)}
${charter(edition, agreement)}
${data(edition, agreement)}`,
  )
}

const programmes = (edition: Edition, { slug, programme, programmes: all }: PublicAgreement): Markup => {
  const earlier = all.filter((one) => one.id !== programme?.id)
  const link = (one: (typeof all)[number]) =>
    html`<a href="${edition.link(publicPaths.programme(slug, one.id))}">${one.title}</a>`
  const period = (one: (typeof all)[number]) =>
    edition.t('publication.period', { from: edition.day(one.periodFrom), until: edition.day(one.periodUntil) })
  return html`<section aria-labelledby="programme">
<h2 id="programme">${edition.t('publication.programmeInForce')}</h2>
${
  programme
    ? html`<p>${link(programme)}. ${period(programme)} ${edition.t('publication.commitmentCount', { count: programme.commitmentCount })}</p>`
    : html`<p>${edition.t('publication.noProgramme')}</p>`
}
${earlier.length > 0 ? html`<h3>${edition.t('publication.otherProgrammes')}</h3><ul>${earlier.map((one) => html`<li>${link(one)}. ${period(one)}</li>`)}</ul>` : ''}
</section>`
}

const takingPart = (edition: Edition, agreement: PublicAgreement): Markup => html`<section aria-labelledby="parties">
<h2 id="parties">${edition.t('publication.whoTakesPart')}</h2>
${sixGrid(edition, edition.t('publication.delegationsCaption'), agreement, () => '')}
<p class="note">${edition.t('publication.nobodyNamed')}</p>
</section>`

const fora = (edition: Edition, agreement: PublicAgreement): Markup => html`<section aria-labelledby="fora">
<h2 id="fora">${edition.t('publication.fora')}</h2>
${
  agreement.fora.length === 0
    ? html`<p>${edition.t('publication.noForum')}</p>`
    : table(edition.t('publication.foraCaption'), forumColumns(edition, agreement), agreement.fora)
}
</section>`

/** By what the records are read, and what was tried. */
const judgedBy = (edition: Edition, { slug }: PublicAgreement): Markup => {
  const link = (path: string, words: string) => html`<a href="${edition.link(path)}">${words}</a>`
  return html`<section aria-labelledby="judged-by">
<h2 id="judged-by">${edition.t('criterion.public')}</h2>
<ul class="lines"><li>${link(publicPaths.criteria(slug), edition.t('criterion.title'))}</li><li>${link(publicPaths.strategies(slug), edition.t('strategy.title'))}</li></ul>
</section>`
}

const forumColumns = (edition: Edition, { slug, programmes }: PublicAgreement): Column<PublicForum>[] => [
  {
    head: edition.t('publication.forum'),
    isHead: true,
    cell: ({ title }) => title,
  },
  {
    head: edition.t('publication.stage'),
    cell: ({ stage, closedAt, closesOn }) => {
      if (closedAt) return edition.t('publication.closedOn', { day: edition.day(dayOf(closedAt)) })
      const word = edition.word('forum.stage', stage)
      return closesOn ? edition.t('publication.closesOn', { stage: word, day: edition.day(closesOn) }) : word
    },
  },
  {
    head: edition.t('publication.records'),
    cell: ({ label, title, comparedAt }) =>
      comparedAt
        ? html`<a href="${edition.link(publicPaths.comparison(slug, label))}">${edition.t('publication.comparisonOf', { forum: title })}</a>`
        : edition.t('publication.sealed'),
  },
  {
    head: edition.t('publication.programme'),
    cell: ({ programmeId }) => {
      const programme = programmes.find((one) => one.id === programmeId)
      return programme
        ? html`<a href="${edition.link(publicPaths.programme(slug, programme.id))}">${programme.title}</a>`
        : edition.t('publication.none')
    },
  },
]

const charter = (
  edition: Edition,
  { charter: rules, demonstration }: PublicAgreement,
): Markup => html`<section aria-labelledby="charter">
<h2 id="charter">${edition.t('publication.charter')}</h2>
<dl class="facts rules">${plainCharter(rules).map((rule) => plainRule(edition, rule, demonstration))}</dl>
</section>`

const plainRule = (edition: Edition, { key, sentences }: PlainRule, demonstration: boolean): Markup => html`<div>
<dt>${edition.t(key)}</dt>
<dd>${sentences.map(
  ({ key, values, basis }) =>
    html`${edition.t(key, values)}${demonstration && basis ? html`<span class="src">†</span>` : ''} `,
)}</dd>
</div>
`

const data = (edition: Edition, { slug }: PublicAgreement): Markup => {
  const path = publicPaths.agreement(slug)
  return html`<section aria-labelledby="data" class="not-printed">
<h2 id="data">${edition.t('publication.data')}</h2>
<ul>${(['programmes', 'fora', 'delegations', 'charter'] as const).map((name) =>
    dataLinks(edition, edition.word('publication.table', name), `${path}/${name}`),
  )}</ul>
</section>`
}
