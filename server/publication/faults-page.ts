import { html } from 'hono/html'
import { dayOf } from '../../shared/dates.ts'
import type { PublishedFault } from '../record/faults/published-faults.ts'
import { agreementNav } from './agreement-nav.ts'
import type { Edition } from './edition.ts'
import { type Markup, page } from './page.ts'
import { evidence, written } from './parts.ts'
import { publicPaths } from './paths.ts'
import type { PublicAgreement } from './public-agreements.ts'
import type { PublicForum } from './public-fora.ts'

/** What was found on the disclosures of a forum: late, missing, incomplete, or false (R101). */
export function faultsPage(
  edition: Edition,
  agreement: PublicAgreement,
  forum: PublicForum,
  faults: readonly PublishedFault[],
): Markup {
  const title = edition.t('fault.of', { forum: edition.t('forum.name', { label: forum.title }) })
  const lede = edition.t('fault.lede')
  const path = publicPaths.faults(agreement.slug, forum.label)
  const nav = agreementNav(edition, agreement, forum)
  return page(
    edition,
    { path, title, description: lede, agreement, nav },
    html`<h1>${title}</h1>
<p class="lede">${lede}</p>
${faults.length === 0 ? html`<p>${edition.t('fault.none')}</p>` : faults.map((fault) => section(edition, fault))}`,
  )
}

const section = (
  edition: Edition,
  fault: PublishedFault,
): Markup => html`<section class="part" aria-labelledby="fault-${fault.id}">
<h2 id="fault-${fault.id}">${words(edition, fault)}</h2>
<p>${edition.word('fault.state', fault.state)}, ${edition.day(dayOf(fault.at))}.</p>
${fault.statement ? html`${written(fault.statement)}${evidence(edition, fault.evidence)}` : ''}
${reply(edition, fault)}
${fault.reasons && fault.decidedAt ? html`<h3>${edition.t('fault.answer')}, ${edition.day(dayOf(fault.decidedAt))}</h3>${written(fault.reasons)}` : ''}
</section>`

function reply(edition: Edition, { reply: said, repliedAt, heardUntil, state, team }: PublishedFault): Markup {
  if (said && repliedAt)
    return html`<h3>${edition.t('fault.replyOf', { team })}, ${edition.day(dayOf(repliedAt))}</h3>${written(said)}`
  if (state === 'recorded') return html`<p class="note">${edition.t('fault.mayReply')}</p>`
  if (state === 'alleged')
    return html`<p class="note">${edition.t('fault.heardUntil', { day: edition.day(heardUntil) })}</p>`
  return html`<p class="note">${edition.t('fault.noReply')}</p>`
}

function words(edition: Edition, { kind, team, detail }: PublishedFault): string {
  if (kind === 'late') return edition.t('fault.late', { team, days: detail.days ?? 0 })
  if (kind === 'missing') return edition.t('fault.missing', { team })
  if (kind === 'false') return edition.t('fault.false', { team, part: part(edition, detail.part ?? 'records') })
  return edition.t('fault.incomplete', {
    team,
    parts: edition.list((detail.empty ?? []).map((one) => part(edition, one))),
  })
}

const part = (edition: Edition, name: string): string =>
  name === 'records' || name === 'method' ? edition.word('record', name) : edition.word('record.section', name)
