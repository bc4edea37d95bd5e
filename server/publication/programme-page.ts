import { html } from 'hono/html'
import { plainCharter } from '../../shared/charter-words.ts'
import { standingFinding } from '../../shared/commitment.ts'
import { dayOf, type Instant } from '../../shared/dates.ts'
import { isEmptyText } from '../../shared/rich-text.ts'
import type { Commitment } from '../commitment/commitments.ts'
import type { Programme } from '../commitment/public-programmes.ts'
import { agreementNav } from './agreement-nav.ts'
import type { Edition } from './edition.ts'
import { findingBesideReply } from './finding-parts.ts'
import { type Markup, page } from './page.ts'
import { agreed, answer, axesInline, type Column, dataLinks, responsible, sum, table } from './parts.ts'
import { publicPaths } from './paths.ts'
import type { PublicAgreement } from './public-agreements.ts'
import { whoAgreed } from './who-agreed.ts'

/** A programme: what was agreed, word for word, what the monitor found of each commitment, and what the party replied. */
export function programmePage(
  edition: Edition,
  agreement: PublicAgreement,
  programme: Programme,
  now: Instant,
): Markup {
  const { id, title, periodFrom, periodUntil, commitments } = programme
  const path = publicPaths.programme(agreement.slug, id)
  const parties = edition.list(agreement.parties.map((party) => edition.party(party)))
  const lede = edition.t('publication.programmeLede', {
    parties,
    from: edition.day(periodFrom),
    until: edition.day(periodUntil),
  })
  return page(
    edition,
    {
      path,
      title,
      description: lede,
      agreement,
      nav: agreementNav(edition, agreement),
      data: `${path}/commitments.json`,
    },
    html`<h1>${title}</h1>
<p class="lede">${lede}</p>
<p class="note">${inForce(edition, programme, now)} ${edition.t('publication.lastChanged', { day: edition.day(dayOf(lastSaid(programme))) })} <a href="#check">${edition.t('publication.check')}</a></p>
${inBrief(edition, agreement.slug, commitments, now)}
${whatDepends(edition, agreement)}
${isEmptyText(programme.preamble) ? '' : html`<section aria-labelledby="preamble" class="pub-c"><h2 id="preamble">${edition.t('commitment.preamble')}</h2>${agreed(programme.preamble)}</section>`}
${commitments.map((commitment) => commitmentSection(edition, agreement.slug, programme, commitment, now))}
${whoAgreed(edition, programme)}
${check(edition, path, programme)}`,
  )
}

/** When anything of it was last said: the lock itself, or what came after. */
const lastSaid = ({ lockedAt, commitments }: Programme): Instant =>
  [
    lockedAt,
    ...commitments.flatMap(({ reports, findings }) => [
      ...reports.map(({ at }) => at),
      ...findings.flatMap(({ publishedAt, reply }) => (reply ? [publishedAt, reply.at] : [publishedAt])),
    ]),
  ].reduce((a, b) => (a > b ? a : b))

const inForce = (edition: Edition, { inForceFrom, inForceUntil }: Programme, now: Instant): string => {
  if (inForceUntil === undefined) return edition.t('publication.neverInForce')
  if (dayOf(now) < inForceFrom) return edition.t('publication.inForceFrom', { day: edition.day(inForceFrom) })
  return edition.t(dayOf(now) > inForceUntil ? 'publication.wasInForce' : 'publication.inForceUntil', {
    day: edition.day(inForceUntil),
  })
}

const inBrief = (edition: Edition, slug: string, commitments: readonly Commitment[], now: Instant): Markup => {
  const standing = (commitment: Commitment) => standingFinding(commitment.findings, dayOf(now))
  const columns: Column<Commitment>[] = [
    {
      head: edition.t('commitment.commitment'),
      isHead: true,
      cell: ({ number, id, measure }) =>
        html`<a href="${edition.link(publicPaths.commitment(slug, id))}">${number}. ${measure.title}</a>`,
    },
    {
      head: edition.word('publication.axis', 'implementation'),
      cell: (one) => answer(edition, 'implementation', standing(one)?.implementation.answer),
    },
    {
      head: edition.word('publication.axis', 'outcome'),
      cell: (one) => answer(edition, 'outcome', standing(one)?.outcome.answer),
    },
  ]
  return html`<section aria-labelledby="brief">
<h2 id="brief">${edition.t('publication.inBrief')}</h2>
${table(edition.t('publication.briefCaption', { count: commitments.length }), columns, commitments)}
</section>`
}

/** What the charter says of the benefit, in its own plain words. */
const whatDepends = (
  edition: Edition,
  { charter, demonstration }: PublicAgreement,
): Markup => html`<section aria-labelledby="depends">
<h2 id="depends">${edition.t('publication.whatDepends')}</h2>
${plainCharter(charter)
  .filter(({ question }) => question === 'benefit' || question === 'decide')
  .map(
    ({ sentences }) =>
      html`<p>${sentences.map(
        ({ key, values, basis }) =>
          html`${edition.t(key, values)}${demonstration && basis ? html`<span class="src">†</span>` : ''} `,
      )}</p>\n`,
  )}</section>`

const commitmentSection = (
  edition: Edition,
  slug: string,
  programme: Programme,
  commitment: Commitment,
  now: Instant,
): Markup => {
  const { number, id, measure } = commitment
  const finding = standingFinding(commitment.findings, dayOf(now))
  return html`<section aria-labelledby="p${number}" class="pub-c">
<h2 id="p${number}">${number}. ${measure.title}</h2>
${axesInline(edition, finding)}
${agreed(measure.text)}
<p class="note">${edition.t('publication.answersFor', { party: responsible(edition, commitment, programme.parties), office: commitment.office, day: edition.day(commitment.dueOn) })} <a href="${edition.link(publicPaths.commitment(slug, id))}">${edition.t('publication.allOfCommitment', { number })}</a></p>
${finding ? findingBesideReply({ edition, speakers: programme, commitment, finding, now }) : html`<p class="note">${edition.t('commitment.noFindingHere')}</p>`}
</section>
`
}

const check = (
  edition: Edition,
  path: string,
  { hash, readingNumber, lockedAt }: Programme,
): Markup => html`<section aria-labelledby="check">
<h2 id="check">${edition.t('publication.check')}</h2>
<p>${edition.t('publication.checkText', { when: edition.instant(lockedAt), reading: readingNumber })}</p>
${sum(hash)}
<p>${edition.t('publication.checkHow')} <a href="${path}/agreed.txt">agreed.txt</a></p>
<p>${edition.t('publication.ownLanguage')} ${edition.t('publication.nobodyNamed')}</p>
<h3 class="not-printed">${edition.t('publication.data')}</h3>
<ul class="not-printed">${(['commitments', 'findings', 'reports', 'concurrences'] as const).map((name) =>
  dataLinks(edition, edition.word('publication.table', name), `${path}/${name}`),
)}</ul>
</section>`
