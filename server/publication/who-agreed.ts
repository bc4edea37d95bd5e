import { html } from 'hono/html'
import { sides } from '../../shared/agreement.ts'
import type { Delegation, Party } from '../agreement/agreements.ts'
import type { Concurrence, ProgrammeHead } from '../commitment/public-programmes.ts'
import type { Edition } from './edition.ts'
import type { Markup } from './page.ts'
import { delegationName, stance, who, written } from './parts.ts'
import { delegationOf } from './tables.ts'

interface Delegations {
  parties: readonly Party[]
  delegations: readonly Delegation[]
}

/** Side by party, a cell a delegation; the jurists of a commission, who sit for no party, under it. */
export const sixGrid = (
  edition: Edition,
  caption: string,
  { parties, delegations }: Delegations,
  cell: (delegation: Delegation) => Markup | string,
): Markup => {
  const rows = sides.filter((side) => delegations.some((one) => one.side === side))
  const jurists = delegations.filter((one) => !one.partyId)
  return html`<table class="six">
<caption>${caption}</caption>
<thead><tr><td></td>${parties.map((party) => html`<th scope="col">${edition.party(party)}</th>`)}</tr></thead>
<tbody>${rows.map(
    (side) =>
      html`<tr><th scope="row">${edition.word('ui.side', side)}</th>${parties.map((party) => {
        const delegation = delegations.find((one) => one.partyId === party.id && one.side === side)
        return html`<td>${delegation ? html`${who(delegation, parties)} ${cell(delegation)}` : edition.t('publication.none')}</td>`
      })}</tr>\n`,
  )}</tbody>
</table>
${jurists.map((one) => html`<p>${edition.word('ui.side', one.side)}: ${who(one, parties)} ${cell(one)}</p>`)}`
}

/** Who said what on the reading that was locked. Dissent stays attached for good. */
export const whoAgreed = (
  edition: Edition,
  programme: Pick<ProgrammeHead, 'parties' | 'delegations' | 'concurrences' | 'lockedAt'>,
): Markup => {
  const { concurrences, lockedAt } = programme
  const caption = edition.t('publication.whoAgreedCaption', { when: edition.instant(lockedAt) })
  const said = (delegation: Delegation) => concurrences.find((one) => one.delegationId === delegation.id)?.stance
  return html`<section aria-labelledby="agreed-h">
<h2 id="agreed-h">${edition.t('publication.whoAgreed')}</h2>
${sixGrid(edition, caption, programme, (delegation) => stance(edition, said(delegation)))}
${concurrences.filter(({ reason }) => reason !== '').map((one) => reasonGiven(edition, programme, one))}
</section>`
}

const reasonGiven = (edition: Edition, { parties, delegations }: Delegations, said: Concurrence): Markup => {
  const name = delegationName(edition, delegationOf(delegations, said.delegationId), parties)
  return html`<h3>${edition.t('publication.saidWhy', { who: name, stance: edition.word('commitment.stance', said.stance) })}</h3>
${written(said.reason)}
`
}
