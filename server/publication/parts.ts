import { html, raw } from 'hono/html'
import type { Implementation, Outcome } from '../../shared/commitment.ts'
import { type Evidence, isWebAddress, type WeighedEvidence } from '../../shared/evidence.ts'
import type { Axis, DatedValue } from '../../shared/finding.ts'
import { answerMarks, type Mark, stanceMarks } from '../../shared/marks.ts'
import type { Stance } from '../../shared/plan.ts'
import { type RichText, renderHtml } from '../../shared/rich-text.ts'
import type { Delegation, Party } from '../agreement/agreements.ts'
import type { Commitment } from '../commitment/commitments.ts'
import { type Edition, withQuery } from './edition.ts'
import type { Markup } from './page.ts'

/** A state: always a mark and its word. */
export const state = (mark: Mark, word: string): Markup => html`<span class="state" data-mark="${mark}">${word}</span>`

/** The answer on one axis; that the monitor has not spoken yet is an answer too. */
export const answer = (edition: Edition, axis: Axis, given: Implementation | Outcome | undefined): Markup =>
  given
    ? state(answerMarks[given], edition.word(`commitment.${axis}`, given))
    : state('none', edition.t('commitment.noFinding'))

/** Both answers in one line, never merged; the state that follows from them beside. */
export const axesInline = (
  edition: Edition,
  finding: { implementation: { answer: Implementation }; outcome: { answer: Outcome } } | undefined,
  stateWord?: string,
): Markup =>
  html`<p class="axes-inline"><span><i>${edition.word('publication.axis', 'implementation')}</i> ${answer(edition, 'implementation', finding?.implementation.answer)}</span> <span><i>${edition.word('publication.axis', 'outcome')}</i> ${answer(edition, 'outcome', finding?.outcome.answer)}</span>${stateWord ? html` <span><i>${edition.t('publication.stateIs')}</i> ${stateWord}</span>` : ''}</p>`

export const stance = (edition: Edition, said: Stance | undefined): Markup =>
  said
    ? state(stanceMarks[said], edition.word('commitment.stance', said))
    : state('none', edition.t('commitment.saidNothing'))

/** What is not from a source, in a demonstration, says so beside it. */
export const illustrative = (edition: Edition, is: boolean): Markup =>
  is ? html` <span class="illus">${edition.t('commitment.illustrative')}</span>` : html``

/** A sum as one reads it aloud: eight characters at a time. */
export const sum = (hash: string): Markup =>
  html`<p class="hash sum">SHA-256 ${hash.match(/.{1,8}/g)?.map((part) => html`${part} `) ?? ''}</p>`

/** Agreed words, and nothing else, in serif. The only markup that is not written here: made from a closed list of tags. */
export const agreed = (text: RichText): Markup =>
  html`<blockquote class="agreed">${raw(renderHtml(text).replaceAll('†', '<span class="src">†</span>'))}</blockquote>`

/** What people wrote, a paragraph a line. */
export const written = (text: string): Markup[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((line) => html`<p>${sourced(line)}</p>`)

/** A figure in the unit that was agreed, with the day it describes. Its digits are the ones that were written. */
export const figure = (edition: Edition, { value, asOf }: DatedValue, unit: string): Markup =>
  html`<p class="note">${edition.t('publication.figure', { value, unit, day: edition.day(asOf) })}</p>`

/** What a report or a finding rests on. An address that no browser should open stands as text. */
export const evidence = (edition: Edition, items: readonly (Evidence | WeighedEvidence)[]): Markup =>
  items.length === 0
    ? html``
    : html`<h3>${edition.t('commitment.evidence')}</h3>
<ul class="lines">${items.map((item) => html`<li>${evidenceTitle(item)} <span class="meta">${evidenceNote(edition, item)}</span></li>\n`)}</ul>`

const evidenceTitle = ({ title, url }: Evidence): Markup =>
  url && isWebAddress(url)
    ? html`<a href="${url}" rel="nofollow noopener noreferrer external">${title}</a>`
    : html`${sourced(title)}${url ? ` (${url})` : ''}`

const evidenceNote = (edition: Edition, item: Evidence | WeighedEvidence): Markup => {
  const words = [edition.word('commitment.kind', item.kind)]
  if ('provenance' in item)
    words.push(edition.word('commitment.provenance', item.provenance), edition.word('commitment.bearsOn', item.bearsOn))
  return html`(${words.join(', ')})${item.description ? html` ${sourced(item.description)}` : ''}`
}

/** A delegation's letters in its shape: square governments, round workers, six-sided employers; full, then hollow. */
export const who = ({ mark, side, partyId }: Delegation, parties: readonly Party[]): Markup => {
  const place = parties.findIndex((party) => party.id === partyId)
  const fill = place < 0 ? 'none' : place % 2 === 0 ? 'full' : 'hollow'
  return html`<span class="who" data-side="${side}" data-party="${fill}"${mark.length > 2 ? html` data-long` : ''}>${mark}</span>`
}

/** The party that answers for a commitment, as the reader's language calls it. */
export const responsible = (
  edition: Edition,
  { partyId, partyName }: Commitment,
  parties: readonly Party[],
): string => {
  const party = parties.find(({ id }) => id === partyId)
  return party ? edition.party(party) : partyName
}

/** `Cambodia (workers)`: who speaks, never which person. */
export function delegationName(edition: Edition, delegation: Delegation, parties: readonly Party[]): string {
  const side = edition.word('ui.side', delegation.side)
  const party = parties.find((one) => one.id === delegation.partyId)
  return party ? edition.t('publication.delegation', { party: edition.party(party), side }) : side
}

export interface Column<Row> {
  head: string
  cell(row: Row): Markup | string
  isHead?: boolean
  numeric?: boolean
}

/** A real table; on a phone a list of its rows, roles repeated since blocks lose them. */
export const table = <Row>(
  caption: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  hideCaption = false,
): Markup => html`<table class="stack-table" role="table">
<caption${hideCaption ? html` class="vh"` : ''}>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(({ head, numeric }) => html`<th role="columnheader" scope="col"${numeric ? html` class="num-col"` : ''}>${head}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map(
  (row) => html`<tr role="row">${columns.map((column) => cell(column, row))}</tr>\n`,
)}</tbody>
</table>`

const cell = <Row>(column: Column<Row>, row: Row): Markup =>
  column.isHead
    ? html`<th role="rowheader" scope="row">${column.cell(row)}</th>`
    : html`<td role="cell"${column.numeric ? html` class="num-col"` : ''} data-label="${column.head}">${column.cell(row)}</td>`

/** Where a table is to be had as data: `fora` → fora.csv and fora.json beside this page. */
export const dataLinks = (
  edition: Edition,
  name: string,
  address: string,
  query: Record<string, string> = {},
): Markup =>
  html`<li>${edition.t('publication.dataOf', { name })} <a href="${withQuery(`${address}.csv`, query)}">CSV</a>, <a href="${withQuery(`${address}.csv`, { ...query, bom: '1' })}">${edition.t('publication.csvForExcel')}</a>, <a href="${withQuery(`${address}.json`, query)}">JSON</a></li>`

/** Text in which `†` marks what a source tells, the mark set as one. */
export const sourced = (text: string): Markup => {
  const [first, ...rest] = text.split('†')
  return html`${first}${rest.map((part) => html`<span class="src">†</span>${part}`)}`
}
