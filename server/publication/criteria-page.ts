import { html } from 'hono/html'
import { type CriterionBody, mostProtective, type SourceKind, sourceKinds } from '../../shared/criterion.ts'
import type { Met } from '../../shared/criterion-reading.ts'
import { dayOf } from '../../shared/dates.ts'
import type { Mark } from '../../shared/marks.ts'
import type { Criterion } from '../record/criteria/criteria.ts'
import type { CriterionLine } from '../record/criteria/criterion-readings.ts'
import { agreementNav } from './agreement-nav.ts'
import { asData } from './as-data.ts'
import type { Edition } from './edition.ts'
import { type Markup, page } from './page.ts'
import { type Column, sourced, state, table, written } from './parts.ts'
import { publicPaths } from './paths.ts'
import type { PublicAgreement } from './public-agreements.ts'

const marks = { met: 'full', not_met: 'struck', cannot_be_said: 'none' } as const satisfies Record<Met, Mark>

/** By what the records are read: every criterion in force, its three sources, and how the open records read against it. */
export function criteriaPage(
  edition: Edition,
  agreement: PublicAgreement,
  criteria: readonly Criterion[],
  lines: readonly CriterionLine[],
): Markup {
  const title = edition.t('criterion.title')
  const lede = edition.t('criterion.lede')
  const path = publicPaths.criteria(agreement.slug)
  const standing = criteria.filter((one) => one.standing)
  const some = standing.length > 0
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
${some ? standing.map((one) => section(edition, agreement, one, lines)) : html`<p>${edition.t('criterion.noneInForce')}</p>`}
${some ? asData(edition, title, path) : ''}`,
  )
}

function section(
  edition: Edition,
  agreement: PublicAgreement,
  { id, number, standing }: Criterion,
  lines: readonly CriterionLine[],
): Markup {
  const { body, version, decidedAt, forumId } = standing!
  const forum = agreement.fora.find((one) => one.id === forumId)
  const line = lines.find((one) => one.criterionId === id)
  const facts = [
    [edition.t('criterion.right'), body.right],
    [edition.t('criterion.binds'), edition.list(body.binds.map((party) => edition.t(`criterion.bound.${party}`)))],
    ...(body.driver
      ? [[edition.t('criterion.driver'), `${edition.t(`criterion.driver.${body.driver.kind}`)}: ${body.driver.text}`]]
      : []),
  ] as const
  return html`<section class="part" aria-labelledby="criterion-${number}">
<h2 id="criterion-${number}">${number}. ${sourced(body.title)}</h2>
<p class="meta">${edition.t('criterion.inForce', { version })}${forum ? html`, ${edition.t('forum.name', { label: forum.title })}` : ''}${decidedAt ? html`, ${edition.day(dayOf(decidedAt))}` : ''}</p>
<blockquote class="agreed">${asked(edition, body, line)}</blockquote>
<dl class="facts">${facts.map(([name, words]) => html`<div><dt>${name}</dt><dd>${sourced(words!)}</dd></div>`)}</dl>
${table(edition.t('criterion.sources'), sourceColumns(edition, body), sourceKinds)}
${body.argument ? html`<h3>${edition.t('criterion.argument')}</h3>${written(body.argument)}` : ''}
${line && line.teams.length > 0 ? table(edition.t('criterion.readings'), readingColumns(edition), line.teams) : ''}
</section>`
}

const asked = (edition: Edition, body: CriterionBody, line: CriterionLine | undefined): Markup =>
  body.kind === 'bright_line'
    ? html`<ol>${body.clauses.map((clause) => html`<li>${sourced(clause)}</li>`)}</ol>`
    : html`<p>${line?.indicator ? html`${sourced(line.indicator)}: ` : ''}${edition.t('criterion.terms', {
        bound: edition.t(`criterion.bound.${body.bound}`, { value: value(edition, body.value, body.unit) }),
        period: body.period,
      })}</p>`

const value = (edition: Edition, of: number, unit: string): string =>
  unit.startsWith('%')
    ? `${edition.number(of / 100, { style: 'percent', maximumFractionDigits: 2 })}${unit.slice(1)}`
    : `${edition.number(of)} ${unit}`

const sourceColumns = (edition: Edition, body: CriterionBody): Column<SourceKind>[] => [
  { head: edition.t('criterion.source'), isHead: true, cell: (kind) => edition.t(`criterion.source.${kind}`) },
  {
    head: edition.t('criterion.says'),
    cell: (kind) => {
      const one = body.sources[kind]
      return one.found
        ? html`${sourced(one.says)}${body.kind === 'measure' && one.value !== undefined ? ` (${value(edition, one.value, body.unit)})` : ''} <span class="meta">${sourced(one.citation)}</span>`
        : edition.t('criterion.notFound', { looked: one.looked })
    },
  },
  { head: edition.t('criterion.counts'), cell: (kind) => counts(edition, body, kind) },
]

function counts(edition: Edition, body: CriterionBody, kind: SourceKind): string {
  const { computed, disqualified, notFound } = mostProtective(body)
  const source = body.sources[kind]
  if (notFound.includes(kind)) return edition.t('criterion.counts.none')
  if (disqualified.includes(kind))
    return edition.t('criterion.counts.disqualified', { reason: source.found ? (source.disqualified ?? '') : '' })
  if (body.governs === kind) return edition.t('criterion.counts.governs')
  if (computed?.by.includes(kind)) return edition.t('criterion.counts.strictest')
  return edition.t(source.found && source.value !== undefined ? 'criterion.counts.milder' : 'criterion.counts.argued')
}

type Read = CriterionLine['teams'][number]

const readingColumns = (edition: Edition): Column<Read>[] => [
  { head: edition.t('strategy.team'), isHead: true, cell: ({ team }) => team },
  {
    head: edition.t('criterion.reads'),
    cell: ({ met, because }) =>
      html`${state(marks[met], edition.t(`criterion.met.${met}`))}${met === 'cannot_be_said' && because ? html` <span class="meta">${because === 'within_chance' ? edition.t('criterion.withinChance') : edition.word('record.because', because)}</span>` : ''}`,
  },
]
