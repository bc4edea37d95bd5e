import { html } from 'hono/html'
import { rank } from '../../shared/charts/ranking.ts'
import { percent, type Scale, scaleFromZero } from '../../shared/charts/scale.ts'
import { comparedFigure } from '../../shared/comparison.ts'
import { type Indicator, inPercent } from '../../shared/record.ts'
import type { Comparison, ShownCell } from '../record/comparisons.ts'
import type { Edition } from './edition.ts'
import { countedWords, figureWords, intervalWords, missingWords, verdictWords } from './figure-words.ts'
import type { Markup } from './page.ts'
import { publicPaths } from './paths.ts'

/** Where the teams’ own pages are. */
export interface Place {
  slug: string
  label: string
}

/** The teams in order, each figure drawn in its row with how far it may lie from the truth: a chart that is its own table. */
export function ranking(
  edition: Edition,
  indicator: Indicator,
  cells: readonly ShownCell[],
  { teams }: Pick<Comparison, 'teams'>,
  place: Place,
): Markup {
  const figure = (cell: ShownCell) => comparedFigure(indicator, cell)
  const scale = scaleFromZero(
    cells.flatMap((cell) => [figure(cell) ?? [], cell.interval?.high ?? []].flat()),
    inPercent(indicator),
  )
  const ranked = rank(cells, indicator.direction, (cell) => (cell.verdict.comparable ? figure(cell) : undefined))
  const words = (one: number) => figureWords(edition, indicator, one)
  const heads = (['counted', 'verdict'] as const).map((name) => edition.t(`publication.column.${name}`))
  return html`<table class="ranked" role="table">
<caption class="vh">${indicator.title}</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${edition.t('comparison.place')}</th><th role="columnheader" scope="col">${edition.t('record.team')}</th><th role="columnheader" scope="col" class="plot"><span class="vh">${edition.t('comparison.drawn')}</span>${axis(scale, words)}</th><th role="columnheader" scope="col" class="num-col">${edition.t('record.figure')}</th><th role="columnheader" scope="col">${edition.t('comparison.between')}</th>${heads.map((head) => html`<th role="columnheader" scope="col">${head}</th>`)}</tr></thead>
<tbody role="rowgroup">${ranked.map(({ item, place: at }) => {
    const team = teams.find(({ id }) => id === item.teamId)!
    return html`<tr role="row"><td role="cell" class="place">${at ?? ''}</td><th role="rowheader" scope="row">${team.disclosed ? html`<a href="${edition.link(publicPaths.disclosure(place.slug, place.label, team.id))}">${team.name}</a>` : team.name}</th>${figureCells(edition, indicator, item, scale)}<td role="cell">${intervalWords(edition, indicator, item)}</td><td role="cell">${countedWords(edition, indicator, item)}</td><td role="cell">${verdictWords(edition, indicator, item, teams)}</td></tr>\n`
  })}</tbody>
</table>`
}

function figureCells(edition: Edition, indicator: Indicator, cell: ShownCell, scale: Scale): Markup {
  const figure = comparedFigure(indicator, cell)
  const { comparable } = cell.verdict
  if (figure === undefined)
    return html`<td role="cell" class="plot"><span class="silent">${cell.value === undefined ? missingWords(edition, cell) : edition.t('record.valueOnly', { value: edition.number(cell.value) })}</span></td><td role="cell" class="num-col"></td>`
  return html`<td role="cell" class="plot">${mark(scale, figure, cell)}</td><td role="cell" class="num-col${comparable ? '' : ' nc'}"><b>${figureWords(edition, indicator, figure)}</b></td>`
}

function mark(scale: Scale, figure: number, { interval, verdict }: ShownCell): Markup {
  const at = (one: number) => percent(scale.at(one))
  const reach = interval
    ? html`<line class="reach" x1="${at(interval.low)}" x2="${at(interval.high)}" y1="10" y2="10"/><line class="reach" x1="${at(interval.low)}" x2="${at(interval.low)}" y1="6" y2="14"/><line class="reach" x1="${at(interval.high)}" x2="${at(interval.high)}" y1="6" y2="14"/>`
    : ''
  return html`<svg width="100%" height="20" aria-hidden="true"><line class="row" x1="0" x2="100%" y1="10" y2="10"/>${reach}<circle class="${verdict.comparable ? 'dot' : 'nc'}" cx="${at(figure)}" cy="10" r="${verdict.comparable ? 4.5 : 5}"/></svg>`
}

/** What the ends and the middle of a line stand for. */
const axis = (scale: Scale, words: (figure: number) => string): Markup =>
  html`<svg class="ticks" width="100%" height="16" aria-hidden="true">${scale.ticks.map((tick) => {
    const place = scale.at(tick)
    const anchor = place < 4 ? 'start' : place > 96 ? 'end' : 'middle'
    return html`<text x="${percent(place)}" y="12" text-anchor="${anchor}">${words(tick)}</text>`
  })}</svg>`
