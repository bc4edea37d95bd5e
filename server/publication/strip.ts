import { html } from 'hono/html'
import type { Indicator } from '../../shared/record.ts'
import { drawnFigure, type Strip, stripOf } from '../../shared/strip.ts'
import type { Comparison, ShownCell } from '../record/comparisons.ts'
import type { Edition } from './edition.ts'
import { figureWords, missingWords, unitWords } from './figure-words.ts'
import type { Markup } from './page.ts'
import { illustrative, sourced } from './parts.ts'

type Row = Comparison['rows'][number]

/**
 * One indicator, a line a team: where its figure lies, where it was, how far it is from the best. Drawn here, in per
 * cent, so that text never scales; names and values are text, and the table has it all.
 */
export function strip(edition: Edition, indicator: Indicator, row: Row, { teams, indicators }: Comparison): Markup {
  const drawn = stripOf(indicator, row.cells)
  const disclosed = teams.filter((team) => team.disclosed)
  const cells = row.cells.filter((cell) => disclosed.some((team) => team.id === cell.teamId))
  const name = (cell: ShownCell) => teams.find((team) => team.id === cell.teamId)?.name ?? ''
  return html`<figure class="strip">
<figcaption><b>${sourced(indicator.title)}${illustrative(edition, indicator.illustrative)}</b> <span>${[unitWords(edition, indicator, indicators), edition.period(row.period), edition.word('record.better', indicator.direction)].join('; ')}</span></figcaption>
<div class="strip-plot strip-lines" role="img" aria-label="${cells.map((cell) => `${name(cell)}: ${inWords(edition, indicator, cell)}`).join('; ')}">
${cells.map((cell) => line(edition, indicator, cell, name(cell), { drawn, peer: cells.find(({ teamId }) => teamId === cell.peerId) }))}</div>
<p class="axis" aria-hidden="true"><span>${figureWords(edition, indicator, drawn.low)}</span><span>${figureWords(edition, indicator, drawn.high)}</span></p>
</figure>
`
}

function line(
  edition: Edition,
  indicator: Indicator,
  cell: ShownCell,
  name: string,
  { drawn: { at }, peer }: { drawn: Strip; peer: ShownCell | undefined },
): Markup {
  const figure = drawnFigure(indicator, cell)
  if (figure === undefined)
    return html`<span class="l">${name}</span><span class="w">${missingOrValue(edition, indicator, cell)}</span>\n`
  const { before } = cell
  const better = peer && drawnFigure(indicator, peer)
  return html`<span class="l">${name}</span><svg width="100%" height="28" aria-hidden="true"><line class="row" x1="0" x2="100%" y1="14" y2="14"/>${
    better !== undefined
      ? html`<line class="gap" x1="${at(figure)}" x2="${at(better)}" y1="14" y2="14"/><line class="gap" x1="${at(better)}" x2="${at(better)}" y1="8" y2="20"/>`
      : ''
  }${
    before === undefined
      ? ''
      : html`<line class="move" x1="${at(before)}" x2="${at(figure)}" y1="14" y2="14"/><circle class="was" cx="${at(before)}" cy="14" r="2.5"/>`
  }<circle class="${cell.verdict.comparable ? 'dot' : 'nc'}" cx="${at(figure)}" cy="14" r="${cell.verdict.comparable ? 4.5 : 5}"/></svg><span class="v">${figureWords(edition, indicator, figure)}</span>\n`
}

/** A count without its denominator has no place on a scale of rates: it is said in words. */
const missingOrValue = (edition: Edition, indicator: Indicator, cell: ShownCell): string =>
  cell.value === undefined
    ? missingWords(edition, cell)
    : edition.t('record.valueOnly', { value: figureWords(edition, indicator, cell.value, true) })

function inWords(edition: Edition, indicator: Indicator, cell: ShownCell): string {
  const figure = drawnFigure(indicator, cell)
  const words =
    figure === undefined ? missingOrValue(edition, indicator, cell) : figureWords(edition, indicator, figure)
  if (cell.verdict.comparable || cell.value === undefined) return words
  return `${words}, ${edition.t('ui.notComparable', { reason: edition.word('record.because', cell.verdict.because) })}`
}
