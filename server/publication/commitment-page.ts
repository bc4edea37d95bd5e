import { html } from 'hono/html'
import { commitmentState, standingFinding } from '../../shared/commitment.ts'
import { dayOf, type Instant } from '../../shared/dates.ts'
import type { Commitment, CommitmentInFull } from '../commitment/commitments.ts'
import type { Finding } from '../commitment/findings.ts'
import type { Report } from '../commitment/reports.ts'
import { agreementNav } from './agreement-nav.ts'
import type { Edition } from './edition.ts'
import { findingBesideReply } from './finding-parts.ts'
import { type Markup, page } from './page.ts'
import { agreed, answer, delegationName, evidence, figure, illustrative, sum, written } from './parts.ts'
import { publicPaths } from './paths.ts'
import { whoAgreed } from './programme-page.ts'
import type { PublicAgreement } from './public-agreements.ts'
import { delegationOf } from './tables.ts'

/** One commitment with all that was ever said of it: the locked text, what the monitor found, the replies, the reports. */
export function commitmentPage(
  edition: Edition,
  agreement: PublicAgreement,
  { commitment, programme }: CommitmentInFull,
  now: Instant,
): Markup {
  const { number, id, measure, findings } = commitment
  const path = publicPaths.commitment(agreement.slug, id)
  const title = `${number}. ${measure.title}`
  const standing = standingFinding(findings, dayOf(now))
  const programmePath = publicPaths.programme(agreement.slug, programme.id)
  const state = edition.word('publication.state', commitmentState(commitment, dayOf(now)))
  return page(
    edition,
    {
      path,
      title,
      description: edition.t('publication.commitmentLede', { number, programme: programme.title }),
      agreement,
      nav: agreementNav(edition, agreement),
      data: `${programmePath}/commitments.json`,
    },
    html`<h1>${title}</h1>
<p class="lede">${edition.t('publication.commitmentLede', { number, programme: programme.title })} <a href="${edition.link(`${programmePath}#p${number}`)}">${edition.t('publication.wholeProgramme')}</a></p>
<p class="axes-inline"><span><i>${edition.t('publication.bestEfforts')}</i> ${answer(edition, 'implementation', standing?.implementation.answer)}</span> <span><i>${edition.t('publication.goal')}</i> ${answer(edition, 'outcome', standing?.outcome.answer)}</span> <span><i>${edition.t('publication.stateIs')}</i> ${state}</span></p>
<section aria-labelledby="text">
<h2 id="text">${edition.t('publication.agreedText')}</h2>
<div class="locked">${agreed(measure.text)}</div>
${terms(edition, commitment)}
</section>
${allFindings(edition, programme, commitment, standing, now)}
${reports(edition, programme, commitment)}
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
function terms(edition: Edition, { partyName, office, startOn, dueOn, measure }: Commitment): Markup {
  const rows: [label: Parameters<Edition['t']>[0], text: string][] = [
    ['publication.term.responsible', `${partyName}, ${office}`],
    ['publication.term.start', edition.day(startOn)],
    ['publication.term.due', edition.day(dueOn)],
    [
      'publication.term.baseline',
      [`${measure.baseline} ${measure.unit}`, measure.baselineNote].filter(Boolean).join(' · '),
    ],
    ['publication.term.target', `${measure.target} ${measure.unit}`],
    ['publication.term.proof', measure.proof],
    ['publication.term.resources', measure.resources],
    ['publication.term.efforts', measure.efforts],
    ['publication.term.excuses', measure.excuses],
  ]
  return html`<dl class="facts">${rows
    .filter(([, text]) => text.trim() !== '')
    .map(([label, text]) => html`<div><dt>${edition.t(label)}</dt><dd>${text}</dd></div>\n`)}</dl>`
}

const allFindings = (
  edition: Edition,
  programme: CommitmentInFull['programme'],
  commitment: Commitment,
  standing: Finding | undefined,
  now: Instant,
): Markup => html`<section aria-labelledby="findings">
<h2 id="findings">${edition.t('publication.findings')}</h2>
${commitment.findings.length === 0 ? html`<p>${edition.t('publication.noFindingYet')}</p>` : ''}
${commitment.findings.toReversed().map(
  (finding) => html`<div class="pub-c">
<p class="axes-inline"><span><b>${edition.t('publication.findingNumber', { number: finding.number })}</b></span>${finding.id === standing?.id ? '' : html` <span>${edition.t('publication.superseded')}</span>`} <span><i>${edition.t('publication.bestEfforts')}</i> ${answer(edition, 'implementation', finding.implementation.answer)}</span> <span><i>${edition.t('publication.goal')}</i> ${answer(edition, 'outcome', finding.outcome.answer)}</span></p>
${findingBesideReply(edition, programme, commitment, finding, now)}
<h4>${edition.t('publication.method')}</h4>
${written(finding.method)}
${evidence(edition, finding.evidence)}
${finding.agenda.flatMap(({ forumLabel }) => (forumLabel ? [html`<p class="note">${edition.t('publication.beforeForum', { label: forumLabel })}</p>`] : []))}
</div>
`,
)}</section>`

const reports = (
  edition: Edition,
  programme: CommitmentInFull['programme'],
  commitment: Commitment,
): Markup => html`<section aria-labelledby="reports">
<h2 id="reports">${edition.t('publication.reports')}</h2>
<p class="note">${edition.t('publication.reportsNote')}</p>
${commitment.reports.length === 0 ? html`<p>${edition.t('publication.noReport')}</p>` : ''}
${commitment.reports.toReversed().map((report) => reportPart(edition, programme, commitment, report))}
</section>`

const reportPart = (
  edition: Edition,
  { parties, delegations }: CommitmentInFull['programme'],
  { measure }: Commitment,
  report: Report,
): Markup => html`<div class="pub-c">
<h3>${edition.t('publication.reported', {
  who: delegationName(edition, delegationOf(delegations, report.delegationId), parties),
  day: edition.day(dayOf(report.at)),
  claim: edition.word('publication.claim', report.claim),
})}${illustrative(edition, report.illustrative)}</h3>
${written(report.text)}
${report.figure ? figure(edition, report.figure, measure.unit) : ''}
${evidence(edition, report.evidence)}
</div>
`
