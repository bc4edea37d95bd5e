import { html } from 'hono/html'
import { keepApart } from '../../shared/charts/apart.ts'
import { percent } from '../../shared/charts/scale.ts'
import { type Trend, trendOf } from '../../shared/charts/trend.ts'
import { comparedFigure } from '../../shared/comparison.ts'
import type { Period } from '../../shared/period.ts'
import { type Indicator, inPercent } from '../../shared/record.ts'
import { isComparable, verdictBetween } from '../../shared/verdict.ts'
import type { Comparison, ShownCell } from '../record/comparisons.ts'
import type { Edition } from './edition.ts'
import { cellWords, figureWords } from './figure-words.ts'
import type { Markup } from './page.ts'

const height = 200
/** Teams past this are drawn faintly and not named: the table under the chart has them all. */
const mostNamed = 12

type Rows = Comparison['rows']

/** One indicator through time, a line a team, over the table that says the same. `rows` are the earliest first. */
export function trend(edition: Edition, indicator: Indicator, rows: Rows, comparison: Comparison): Markup {
  const teams = comparison.teams.filter((team) => team.disclosed)
  const drawn = trendOf(
    teams.map(({ id }) => ({ id, points: pointsOf(indicator, rows, id) })),
    rows.map((row) => row.period),
    inPercent(indicator),
  )
  const few = teams.length <= mostNamed
  return html`<figure class="chart">
<div class="trend" role="img" aria-label="${edition.t('comparison.trendOf', { indicator: indicator.title, count: teams.length })}">
${figureAxis(edition, indicator, drawn)}
<svg width="100%" height="${height}" aria-hidden="true">${drawn.scale.ticks.map((tick) => html`<line class="grid" x1="0" x2="100%" y1="${percent(100 - drawn.scale.at(tick))}" y2="${percent(100 - drawn.scale.at(tick))}"/>`)}<svg width="100%" height="100%" aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none">${drawn.lines.map(({ path }) => html`<path class="s-${few ? 'peer' : 'faint'}" d="${path}" vector-effect="non-scaling-stroke"/>`)}</svg>${few ? dots(drawn) : ''}</svg>
${few ? names(drawn, comparison) : html`<span></span>`}
${periodAxis(edition, drawn)}
</div>
${(indicator.breaks ?? []).filter(({ teamId }) => teamId === undefined).map((one) => html`<p class="axis-note">${edition.t('comparison.breakAt', { period: edition.period(one.from), note: one.note })}</p>`)}
${trendTable(edition, indicator, rows, comparison)}
</figure>`
}

/** A team’s comparable figures, each joined to the one before it where the two can be compared. */
function pointsOf(indicator: Indicator, rows: Rows, teamId: string) {
  let before: ShownCell | undefined
  return rows.flatMap(({ period, cells }) => {
    const cell = cells.find((one) => one.teamId === teamId)
    const figure = cell?.verdict.comparable ? comparedFigure(indicator, cell) : undefined
    if (!cell || figure === undefined) return []
    const joined = before === undefined || isComparable(verdictBetween(indicator, before, cell))
    before = cell
    return [{ period, figure, joined }]
  })
}

const y = (place: number): number => Math.round((place / 100) * height)

const figureAxis = (edition: Edition, indicator: Indicator, { scale }: Trend): Markup =>
  html`<svg width="100%" height="${height}" aria-hidden="true">${scale.ticks.map((tick) => html`<text class="tick" x="100%" y="${y(100 - scale.at(tick)) + 4}" text-anchor="end">${figureWords(edition, indicator, tick)}</text>`)}</svg>`

const dots = ({ lines }: Trend): Markup =>
  html`<g class="s-peer">${lines.map((line) => line.dots.map((dot) => html`<circle cx="${percent(dot.x)}" cy="${percent(dot.y)}" r="3"/>`))}</g>`

function names({ lines }: Trend, { teams }: Comparison): Markup {
  const named = lines.filter((line) => line.dots.length > 0)
  const wished = named.map((line) => y(line.dots.at(-1)!.y))
  const places = keepApart(wished, 18, [8, height - 4])
  return html`<svg width="100%" height="${height}" aria-hidden="true">${named.map(({ id }, i) => html`<text x="0" y="${Math.round(places[i]! + 4)}">${teams.find((team) => team.id === id)?.name}</text>`)}</svg>`
}

function periodAxis(edition: Edition, { periods }: Trend): Markup {
  const every = Math.ceil(periods.length / 4)
  return html`<svg class="ticks trend-x" width="100%" height="20" aria-hidden="true">${periods.map(
    ({ period, x }, i) => {
      const anchor = x < 4 ? 'start' : x > 96 ? 'end' : 'middle'
      const isWritten = (periods.length - 1 - i) % every === 0
      return html`<line class="grid" x1="${percent(x)}" x2="${percent(x)}" y1="0" y2="4"/>${isWritten ? html`<text x="${percent(x)}" y="16" text-anchor="${anchor}">${short(edition, period)}</text>` : ''}`
    },
  )}</svg>`
}

const short = (edition: Edition, period: Period): string =>
  /-\d\d$/.test(period) ? edition.period(period) : period.replace('-', ' ')

const trendTable = (edition: Edition, indicator: Indicator, rows: Rows, { teams }: Comparison): Markup =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${indicator.title}"><table>
<caption class="vh">${indicator.title}</caption>
<thead><tr><th scope="col">${edition.t('record.team')}</th>${rows.map(({ period }) => html`<th scope="col" class="num-col">${short(edition, period)}</th>`)}</tr></thead>
<tbody>${teams
    .filter((team) => team.disclosed)
    .map(
      (team) =>
        html`<tr><th scope="row">${team.name}</th>${rows.map(({ cells }) => html`<td class="num-col">${words(edition, indicator, cells, team.id)}</td>`)}</tr>\n`,
    )}</tbody>
</table></div>`

function words(edition: Edition, indicator: Indicator, cells: readonly ShownCell[], teamId: string): string {
  const cell = cells.find((one) => one.teamId === teamId)
  return cell ? cellWords(edition, indicator, cell) : ''
}
