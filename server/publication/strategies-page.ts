import { html } from 'hono/html'
import { comparedFigure } from '../../shared/comparison.ts'
import { dayOf } from '../../shared/dates.ts'
import { type Change, type Effect, isPeer } from '../../shared/effect.ts'
import type { Mark } from '../../shared/marks.ts'
import { type Indicator, inPercent } from '../../shared/record.ts'
import type { PublishedStrategy } from '../record/strategies/published-strategies.ts'
import type { Judgement } from '../record/strategies/strategies.ts'
import { agreementNav } from './agreement-nav.ts'
import { asData } from './as-data.ts'
import type { Edition } from './edition.ts'
import { type Markup, page } from './page.ts'
import { type Column, delegationName, illustrative, sourced, state, table, written } from './parts.ts'
import { publicPaths } from './paths.ts'
import type { PublicAgreement } from './public-agreements.ts'

const marks = { on_trial: 'half', worked: 'full', failed: 'struck' } as const satisfies Record<string, Mark>

/** What was tried and what became of it, also where nothing did: each with the figures that its judgement rests on. */
export function strategiesPage(
  edition: Edition,
  agreement: PublicAgreement,
  strategies: readonly PublishedStrategy[],
): Markup {
  const title = edition.t('strategy.title')
  const lede = edition.t('strategy.lede')
  const path = publicPaths.strategies(agreement.slug)
  const some = strategies.length > 0
  return page(
    edition,
    {
      path,
      title,
      description: lede,
      agreement,
      nav: agreementNav(edition, agreement),
      ...(some && { data: `${path}.json` }),
    },
    html`<h1>${title}</h1>
<p class="lede">${lede}</p>
${some ? strategies.map((one) => section(edition, agreement, one)) : html`<p>${edition.t('strategy.none')}</p>`}
${some ? asData(edition, title, path) : ''}`,
  )
}

const section = (edition: Edition, agreement: PublicAgreement, strategy: PublishedStrategy): Markup => {
  const { number, title, team, hypothesis, practice, situation, judgements } = strategy
  const facts = [
    [edition.t('strategy.hypothesis'), written(hypothesis)],
    [edition.t('strategy.practice'), written(practice)],
    ...(situation ? [[edition.t('strategy.situation'), sourced(situation)] as const] : []),
  ] as const
  return html`<section class="part" aria-labelledby="strategy-${number}">
<h2 id="strategy-${number}">${number}. ${sourced(title)}</h2>
<p>${state(marks[strategy.state], edition.word('strategy.state', strategy.state))} <span class="meta">${edition.t('strategy.of', { team })}</span></p>
<dl class="facts">${facts.map(([name, words]) => html`<div><dt>${name}</dt><dd>${words}</dd></div>`)}</dl>
${strategy.effects.map((effect, i) => figures(edition, strategy, strategy.indicators[i]!, effect))}
${judgements.map((judgement) => judged(edition, agreement, judgement))}
${floors(edition, strategy)}
</section>`
}

interface Line {
  change: Change
  name: string
  is: string
}

function figures(edition: Edition, strategy: PublishedStrategy, indicator: Indicator, effect: Effect): Markup {
  const name = (id: string) => strategy.teamNames.get(id) ?? ''
  const lines: Line[] = [
    { change: effect.own, name: name(effect.own.teamId), is: edition.t('strategy.onTrial') },
    ...effect.peers
      .filter(isPeer)
      .map((peer) => ({ change: peer, name: name(peer.teamId), is: edition.t('strategy.peer') })),
  ]
  const columns: Column<Line>[] = [
    {
      head: edition.t('strategy.team'),
      isHead: true,
      cell: (line) => html`${line.name} <span class="meta">${line.is}</span>`,
    },
    {
      head: edition.period(strategy.baselinePeriod),
      numeric: true,
      cell: ({ change }) => figure(edition, indicator, change.before),
    },
    {
      head: edition.period(strategy.trialPeriod),
      numeric: true,
      cell: ({ change }) => figure(edition, indicator, change.after),
    },
    { head: edition.t('strategy.change'), cell: ({ change }) => edition.t(`strategy.moved.${change.moved}`) },
  ]
  return html`<h3>${sourced(indicator.title)}${illustrative(edition, indicator.illustrative)}</h3>
${table(indicator.title, columns, lines, true)}`
}

function figure(edition: Edition, indicator: Indicator, cell: Change['before']): string {
  const compared = comparedFigure(indicator, cell)
  if (compared === undefined) return edition.word('ui.missing', cell.missing ?? 'not_reported')
  return inPercent(indicator)
    ? edition.number(compared / 100, { style: 'percent', maximumFractionDigits: 1 })
    : edition.number(compared)
}

const judged = (
  edition: Edition,
  agreement: PublicAgreement,
  { label, verdict, reasons, at, dissents }: Judgement,
): Markup => html`<h3>${edition.word('strategy.verdict', verdict)}</h3>
<p class="meta">${edition.t('forum.name', { label: label.replace('-', '/') })}, ${edition.day(dayOf(at))}</p>
${written(reasons)}
${
  dissents.length === 0
    ? ''
    : html`<h4>${edition.t('strategy.dissents')}</h4>
<ul class="lines">${dissents.map((one) => {
        const delegation = agreement.delegations.find(({ id }) => id === one.delegationId)
        return html`<li>${delegation ? html`<b>${delegationName(edition, delegation, agreement.parties)}</b>: ` : ''}${sourced(one.reason)}</li>`
      })}</ul>`
}`

const floors = (edition: Edition, { floors: all }: PublishedStrategy): Markup =>
  all.length === 0
    ? html``
    : html`<h3>${edition.t('strategy.floor')}</h3>
<ul class="lines">${all.map((floor) => html`<li><b>${floor.team}</b>: ${edition.t(`strategy.floored.${floor.state}`)}${floor.answer ? html`. <span class="meta">${sourced(floor.answer)}</span>` : ''}</li>`)}</ul>`
