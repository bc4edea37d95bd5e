import { html } from 'hono/html'
import { commitmentState, standingFinding } from '../../shared/commitment.ts'
import { dayOf, type Instant } from '../../shared/dates.ts'
import type { CommitmentInFull } from '../commitment/commitments.ts'
import type { Report } from '../commitment/reports.ts'
import { agreementNav } from './agreement-nav.ts'
import type { Edition } from './edition.ts'
import { findingTable } from './finding-parts.ts'
import { type Markup, page } from './page.ts'
import {
  agreed,
  axesInline,
  delegationName,
  evidence,
  figure,
  illustrative,
  responsible,
  sourced,
  sum,
  written,
} from './parts.ts'
import { publicPaths } from './paths.ts'
import type { PublicAgreement } from './public-agreements.ts'
import { delegationOf } from './tables.ts'
import { whoAgreed } from './who-agreed.ts'

/** One commitment with all that was ever said of it: the locked text, what the monitor found, the replies, the reports. */
export function commitmentPage(
  edition: Edition,
  agreement: PublicAgreement,
  full: CommitmentInFull,
  now: Instant,
): Markup {
  const { commitment, programme } = full
  const { number, id, measure, findings } = commitment
  const path = publicPaths.commitment(agreement.slug, id)
  const programmePath = publicPaths.programme(agreement.slug, programme.id)
  const lede = edition.t('publication.commitmentLede', { number, programme: programme.title })
  const state = edition.word('commitment.state', commitmentState(commitment, dayOf(now)))
  return page(
    edition,
    {
      path,
      title: `${number}. ${measure.title}`,
      description: lede,
      agreement,
      nav: agreementNav(edition, agreement),
      data: `${programmePath}/commitments.json`,
    },
    html`<h1>${number}. ${measure.title}</h1>
<p class="lede">${lede} <a href="${edition.link(`${programmePath}#p${number}`)}">${edition.t('publication.wholeProgramme')}</a></p>
${axesInline(edition, standingFinding(findings, dayOf(now)), state)}
<section aria-labelledby="text">
<h2 id="text">${edition.t('publication.agreedText')}</h2>
<div class="locked">${agreed(measure.text)}</div>
${terms(edition, full)}
</section>
${allFindings(edition, full, now)}
${reports(edition, full)}
${whoAgreed(edition, programme)}
<section aria-labelledby="check">
<h2 id="check">${edition.t('publication.check')}</h2>
<p>${edition.t('publication.checkText', { when: edition.instant(programme.lockedAt), reading: programme.readingNumber })}</p>
${sum(commitment.hash)}
<p>${edition.t('publication.checkHow')} <a href="${path}/agreed.txt">agreed.txt</a></p>
<p>${edition.t('publication.ownLanguage')} ${edition.t('publication.nobodyNamed')}</p>
</section>`,
  )
}

/** What was agreed beside the text: who, by when, from what to what, and how one will know. */
function terms(edition: Edition, { commitment, programme }: CommitmentInFull): Markup {
  const { office, startOn, dueOn, measure } = commitment
  const { baseline, baselineNote, target, unit } = measure
  const rows: [label: Parameters<Edition['t']>[0], text: string][] = [
    ['commitment.responsible', `${responsible(edition, commitment, programme.parties)}, ${office}`],
    [
      'commitment.startAndDue',
      edition.t('commitment.fromTo', { from: edition.day(startOn), until: edition.day(dueOn) }),
    ],
    ['commitment.baseline', [`${baseline} (${unit})`, baselineNote].filter(Boolean).join('. ')],
    ['commitment.target', `${target} (${unit})`],
    ['commitment.proof', measure.proof],
    ['commitment.resources', measure.resources],
    ['commitment.efforts', measure.efforts],
    ['commitment.excuses', measure.excuses],
  ]
  return html`<dl class="facts">${rows
    .filter(([, text]) => text.trim() !== '')
    .map(([label, text]) => html`<div><dt>${edition.t(label)}</dt><dd>${sourced(text)}</dd></div>\n`)}</dl>`
}

const allFindings = (edition: Edition, { commitment, programme }: CommitmentInFull, now: Instant): Markup => {
  const { findings } = commitment
  return html`<section aria-labelledby="findings">
<h2 id="findings">${edition.t('commitment.findings')}</h2>
${findings.length === 0 ? html`<p>${edition.t('commitment.noFindingHere')}</p>` : ''}
${findings.toReversed().map((finding) => {
  const later = findings.find((other) => other.supersedes === finding.id)
  return html`<div class="pub-part">
${later ? html`<p class="note">${edition.t('commitment.supersededBy', { number: later.number })}</p>` : ''}
${findingTable({ edition, speakers: programme, commitment, finding, now })}
<h3>${edition.t('commitment.method')}</h3>
${written(finding.method)}
${evidence(edition, finding.evidence)}
${finding.agenda.flatMap(({ forumLabel }) => (forumLabel ? [html`<p class="note">${edition.t('publication.beforeForum', { label: forumLabel })}</p>`] : []))}
</div>
`
})}</section>`
}

const reports = (edition: Edition, full: CommitmentInFull): Markup => html`<section aria-labelledby="reports">
<h2 id="reports">${edition.t('commitment.reports')}</h2>
<p class="note">${edition.t('commitment.reportsNote')}</p>
${full.commitment.reports.length === 0 ? html`<p>${edition.t('commitment.noReport')}</p>` : ''}
${full.commitment.reports.toReversed().map((report) => reportPart(edition, full, report))}
</section>`

const reportPart = (edition: Edition, { commitment, programme }: CommitmentInFull, report: Report): Markup => {
  const { parties, delegations } = programme
  const who = delegationName(edition, delegationOf(delegations, report.delegationId), parties)
  return html`<div class="pub-part">
<h3>${edition.t('commitment.reportBy', { who, when: edition.day(dayOf(report.at)) })}: ${edition.word('commitment.claim', report.claim)}${illustrative(edition, report.illustrative)}</h3>
${written(report.text)}
${report.figure ? figure(edition, report.figure, commitment.measure.unit) : ''}
${evidence(edition, report.evidence)}
</div>
`
}
