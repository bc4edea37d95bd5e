import { html } from 'hono/html'
import { dayOf } from '../../shared/dates.ts'
import type { Question, VoiceAnswer } from '../../shared/gap.ts'
import type { PublishedGap } from '../record/gaps/published-gaps.ts'
import { agreementNav } from './agreement-nav.ts'
import type { Edition } from './edition.ts'
import { type Markup, page } from './page.ts'
import { dataLinks, delegationName, evidence, illustrative, sourced, written } from './parts.ts'
import { publicPaths } from './paths.ts'
import type { PublicAgreement } from './public-agreements.ts'
import type { PublicForum } from './public-fora.ts'

/** What a forum made of its gaps: what was explained, what was decided with its dissent, and what followed. */
export function gapsPage(
  edition: Edition,
  agreement: PublicAgreement,
  forum: PublicForum,
  gaps: readonly PublishedGap[],
): Markup {
  const title = edition.t('gap.public.title', { forum: edition.t('forum.name', { label: forum.title }) })
  const lede = edition.t('gap.public.lede')
  const path = publicPaths.gaps(agreement.slug, forum.label)
  const nav = agreementNav(edition, agreement, forum)
  return page(
    edition,
    { path, title, description: lede, agreement, nav, data: `${path}.json` },
    html`<h1>${title}</h1>
<p class="lede">${lede}</p>
${gaps.length === 0 ? html`<p>${edition.t('gap.none')}</p>` : gaps.map((gap) => section(edition, agreement, gap))}
<section aria-labelledby="data" class="not-printed">
<h2 id="data">${edition.t('publication.data')}</h2>
<ul>${dataLinks(edition, edition.t('record.gaps'), path)}</ul>
</section>`,
  )
}

const section = (edition: Edition, agreement: PublicAgreement, gap: PublishedGap): Markup => {
  const { indicator } = gap.figures
  return html`<section class="part" aria-labelledby="gap-${gap.number}">
<h2 id="gap-${gap.number}">${gap.number}. ${gap.team.name}, ${sourced(indicator.title)}${illustrative(edition, indicator.illustrative)}</h2>
<p>${figures(edition, gap)}. ${edition.word('gap.state', gap.state)}${clock(edition, gap)}.</p>
${gap.reason ? html`<p>${edition.t('gap.reasonIs', { reason: gap.reason })}</p>` : ''}
${gap.explanations.map(
  (
    one,
  ) => html`<h3>${edition.t('gap.explanation')}, ${edition.day(dayOf(one.at))}${one.late ? html` <span class="meta">${edition.t('gap.explanationLate')}</span>` : ''}</h3>
${written(one.body)}${evidence(edition, one.evidence)}`,
)}
${gap.decisions.map((decision) => decided(edition, agreement, decision))}
${adoption(edition, gap)}
</section>`
}

const figures = (edition: Edition, { team, peer, shown, figures: { indicator }, period }: PublishedGap): string => {
  const words = (figure: number | undefined) =>
    figure === undefined
      ? edition.word('ui.missing', 'suppressed')
      : indicator.denominator !== undefined && indicator.ratePer === 100
        ? edition.number(figure / 100, { style: 'percent', maximumFractionDigits: 1 })
        : edition.number(figure)
  const facts = { team: team.name, peer: peer.name, figure: words(shown.team), better: words(shown.peer) }
  return edition.t('gap.public.figures', { ...facts, period: edition.period(period) })
}

function clock(edition: Edition, { dueOn, overdueAt, state }: PublishedGap): string {
  if (overdueAt) return `, ${edition.t('gap.overdueSince', { day: edition.day(dayOf(overdueAt)) })}`
  return dueOn && state !== 'set_aside' ? ` (${edition.day(dueOn)})` : ''
}

/** Every voice by its delegation, never by a person; those of persons are numbered. */
function decided(edition: Edition, agreement: PublicAgreement, decision: PublishedGap['decisions'][number]): Markup {
  const answer = (of: VoiceAnswer) => saidWords(edition, decision.question, of)
  const against = decision.said.filter((one) => one.answer !== decision.answer)
  const name = (one: PublishedGap['decisions'][number]['said'][number]) => {
    const delegation = agreement.delegations.find(({ id }) => id === one.delegationId)
    return delegation
      ? delegationName(edition, delegation, agreement.parties)
      : edition.t('gap.member', { number: decision.said.indexOf(one) + 1 })
  }
  const facts = {
    day: edition.day(dayOf(decision.at)),
    answer: answer(decision.answer),
    count: decision.said.length - against.length,
    voices: decision.entitled,
  }
  const line = (one: PublishedGap['decisions'][number]['said'][number]) =>
    html`<li><b>${name(one)}</b>: ${answer(one.answer)}${one.reason ? html`. <span class="meta">${one.reason}</span>` : ''}</li>`
  return html`<h3>${edition.word('gap.about', decision.question)}</h3>
<p>${edition.t('gap.decidedOn', facts)}</p>
<ul class="lines">${decision.said.filter((one) => one.answer === decision.answer).map(line)}</ul>
${against.length > 0 ? html`<h4>${edition.t('gap.dissent')}</h4><ul class="lines">${against.map(line)}</ul>` : ''}`
}

const saidWords = (edition: Edition, question: Question, answer: VoiceAnswer): string =>
  edition.word(`gap.said.${question}`, answer)

/** The better method that is to be adopted, how it goes, and how it ended. */
function adoption(edition: Edition, gap: PublishedGap): Markup {
  if (!['adopting', 'reported', 'closed'].includes(gap.state)) return html``
  const { method, closing, peer } = gap
  return html`<h3>${edition.t('gap.adoption')}</h3>
<p>${method ? edition.t('gap.methodOf', { version: method.version, peer: peer.name, title: method.title }) : edition.t('gap.methodNone')}</p>
${gap.progress.map((one) => html`<p class="meta">${edition.day(dayOf(one.at))}${one.done ? `, ${edition.t('gap.reportedDone')}` : ''}</p>${written(one.body)}${evidence(edition, one.evidence)}`)}
${closing?.by === 'forum' ? html`<p><b>${edition.t('gap.closed.forum')}</b></p>` : ''}
${closing?.by === 'figure' && closing.period ? html`<p><b>${edition.t('gap.public.closedByFigure', { period: edition.period(closing.period) })}</b></p>` : ''}`
}
