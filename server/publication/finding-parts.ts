import { html } from 'hono/html'
import { dayOf, daysBetween, type Instant, late } from '../../shared/dates.ts'
import { type Axis, axes } from '../../shared/finding.ts'
import type { Commitment } from '../commitment/commitments.ts'
import type { Finding } from '../commitment/findings.ts'
import type { ProgrammeHead } from '../commitment/public-programmes.ts'
import type { Edition } from './edition.ts'
import type { Markup } from './page.ts'
import { answer, delegationName, figure, illustrative, written } from './parts.ts'
import { delegationOf } from './tables.ts'

/** What is shown, and beside whom: a finding is never shown without its reply, or without the word that there is none. */
export interface Shown {
  edition: Edition
  speakers: Pick<ProgrammeHead, 'parties' | 'delegations'>
  commitment: Commitment
  finding: Finding
  now: Instant
}

/** In short, for the programme: the monitor's words on the left, the party's on the right. */
export const findingBesideReply = (shown: Shown): Markup => {
  const { edition, commitment, finding } = shown
  return html`<div class="pair">
<div>
<h3>${edition.t('publication.monitorFound', { day: edition.day(dayOf(finding.publishedAt)) })}${illustrative(edition, finding.illustrative)}</h3>
${axes.map((axis) => html`<p class="meta">${edition.word('publication.axis', axis)}</p>${written(finding[axis].text)}`)}
${finding.figure ? figure(edition, finding.figure, commitment.measure.unit) : ''}
</div>
<div>
<h3>${replyHead(shown)}</h3>
${finding.reply ? axes.map((axis) => html`<p class="meta">${edition.word('publication.axis', axis)}</p>${replyTo(shown, axis)}`) : replyTo(shown, 'outcome')}
</div>
</div>`
}

/** In full: a row a question, so that what is said to the one is never read as said to the other. */
export const findingTable = (shown: Shown): Markup => {
  const { edition, commitment, finding } = shown
  return html`<table class="axes" role="table">
<caption>${edition.t('commitment.findingAndReply', { number: finding.number })} ${edition.t('commitment.noConsequence')}</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${edition.t('commitment.question')}</th><th role="columnheader" scope="col">${edition.t('commitment.findingOn', { day: edition.day(dayOf(finding.publishedAt)) })}${illustrative(edition, finding.illustrative)}</th><th role="columnheader" scope="col">${replyHead(shown)}</th></tr></thead>
<tbody role="rowgroup">${axes.map(
    (
      axis,
    ) => html`<tr role="row"><th role="rowheader" scope="row">${edition.word('publication.axis', axis)} <span>${edition.word('commitment.ask', axis)}</span></th>
<td role="cell"><p>${answer(edition, axis, finding[axis].answer)}</p>${written(finding[axis].text)}${axis === 'outcome' && finding.figure ? figure(edition, finding.figure, commitment.measure.unit) : ''}</td>
<td role="cell">${replyTo(shown, axis, html`<span class="only-narrow meta">${replyHead(shown)}</span>`)}</td></tr>\n`,
  )}</tbody>
</table>`
}

function replyHead({ edition, speakers, commitment, finding }: Shown): string {
  const speaker = finding.reply?.delegationId ?? commitment.answeredBy
  const who = speaker
    ? delegationName(edition, delegationOf(speakers.delegations, speaker), speakers.parties)
    : commitment.partyName
  return finding.reply
    ? edition.t('publication.replied', { who, day: edition.day(dayOf(finding.reply.at)) })
    : edition.t('commitment.replyBy', { who })
}

function replyTo({ edition, finding, now }: Shown, axis: Axis, head: Markup | string = ''): Markup {
  const { reply, replyDueOn } = finding
  if (!reply) {
    const day = edition.day(replyDueOn)
    return html`<p>${head}${edition.t(late(replyDueOn, dayOf(now)) ? 'commitment.replyMissing' : 'commitment.replyAwaited', { day })}</p>`
  }
  const days = daysBetween(replyDueOn, dayOf(reply.at))
  return html`<p>${head}<b>${edition.word('commitment.replyStance', reply[axis].stance)}</b></p>${written(reply[axis].text)}${days > 0 && axis === 'outcome' ? html`<p class="note">${edition.t('commitment.replyLate', { days })}</p>` : ''}`
}
