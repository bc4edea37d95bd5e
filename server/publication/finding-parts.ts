import { html } from 'hono/html'
import { dayOf, type Instant, late } from '../../shared/dates.ts'
import type { Axis } from '../../shared/finding.ts'
import type { Commitment } from '../commitment/commitments.ts'
import type { Finding } from '../commitment/findings.ts'
import type { ProgrammeHead } from '../commitment/public-programmes.ts'
import type { Edition } from './edition.ts'
import type { Markup } from './page.ts'
import { delegationName, figure, illustrative, written } from './parts.ts'
import { delegationOf } from './tables.ts'

type Speakers = Pick<ProgrammeHead, 'parties' | 'delegations'>

/** A finding is never shown without the reply, or without the word that there is none. */
export const findingBesideReply = (
  edition: Edition,
  speakers: Speakers,
  commitment: Commitment,
  finding: Finding,
  now: Instant,
): Markup => html`<div class="pair">
<div>
<h3>${edition.t('publication.monitorFound', { day: edition.day(dayOf(finding.publishedAt)) })}${illustrative(edition, finding.illustrative)}</h3>
${said(edition, 'implementation', finding.implementation.text)}
${said(edition, 'outcome', finding.outcome.text)}
${finding.figure ? figure(edition, finding.figure, commitment.measure.unit) : ''}
</div>
<div>${reply(edition, speakers, commitment, finding, now)}</div>
</div>`

const said = (edition: Edition, axis: Axis, text: string, answer?: string): Markup =>
  html`<p><b>${edition.t(axis === 'implementation' ? 'publication.bestEfforts' : 'publication.goal')}${answer ? html`: ${answer}` : ''}</b></p>
${written(text)}`

function reply(edition: Edition, speakers: Speakers, commitment: Commitment, finding: Finding, now: Instant): Markup {
  const { reply: given, replyDueOn } = finding
  if (!given) {
    const who = commitment.answeredBy
      ? delegationName(edition, delegationOf(speakers.delegations, commitment.answeredBy), speakers.parties)
      : commitment.partyName
    const key = late(replyDueOn, dayOf(now)) ? 'publication.noReply' : 'publication.replyDue'
    return html`<h3>${edition.t('publication.replyOf', { who })}</h3>
<p>${edition.t(key, { day: edition.day(replyDueOn) })}</p>`
  }
  const who = delegationName(edition, delegationOf(speakers.delegations, given.delegationId), speakers.parties)
  const isLate = dayOf(given.at) > replyDueOn
  return html`<h3>${edition.t('publication.replied', { who, day: edition.day(dayOf(given.at)) })}${isLate ? html` <span class="late">${edition.t('publication.lateReply')}</span>` : ''}</h3>
${said(edition, 'implementation', given.implementation.text, edition.word('publication.replyStance', given.implementation.stance))}
${said(edition, 'outcome', given.outcome.text, edition.word('publication.replyStance', given.outcome.stance))}`
}
