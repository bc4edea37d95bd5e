import type { Context, Hono } from 'hono'
import { describeRoute, resolver } from 'hono-openapi'
import type { Instant } from '../../shared/dates.ts'
import { type PublishedRow, published, publishedTable, type TableName } from '../../shared/published.ts'
import type { Programme } from '../commitment/public-programmes.ts'
import type { Env } from '../http/env.ts'
import { rule } from '../http/rule.ts'
import { comparisonLines, csvOf } from '../record/comparison-table.ts'
import { indicatorLines } from '../record/indicator-table.ts'
import { indicatorsOf } from '../record/indicators.ts'
import { publishedIndicators } from '../record/published-indicators.ts'
import { mostRecords } from '../record/published-records.ts'
import { publishedStrategies } from '../record/strategies/published-strategies.ts'
import { criterionRows, strategyRows } from './criteria-tables.ts'
import { dictionaryRows } from './dictionary.ts'
import { type Edition, editionFor } from './edition.ts'
import { gapRows } from './gap-rows.ts'
import { criteriaIn } from './judging-routes.ts'
import { type PublicAgreement, publicAgreements } from './public-agreements.ts'
import { agreementOf, comparisonIn, gapsIn, programmeOf, recordsIn } from './subjects.ts'
import {
  agreementRows,
  charterRows,
  commitmentRows,
  concurrenceRows,
  delegationRows,
  findingRows,
  forumRows,
  programmeRows,
  reportRows,
  totalRows,
} from './tables.ts'

/** A table as it is published: of which agreement, since when it stands, and its rows. */
interface Publication<Name extends TableName> {
  agreement?: PublicAgreement | undefined
  rows: PublishedRow<Name>[]
}

interface Source<Name extends TableName> {
  name: Name
  path: string
  summary: string
  read(c: Context<Env>): Promise<Publication<Name>>
}

/** Each table at `<path>.json` and `<path>.csv`, both described for programs. */
export function addDataRoutes(routes: Hono<Env>): void {
  for (const source of sources) addTable(routes, source)
}

function addTable<Name extends TableName>(routes: Hono<Env>, { name, path, summary, read }: Source<Name>): void {
  const anyone = rule('publication.read')
  const json = { 'application/json': { schema: resolver(publishedTable(name)) } }
  routes.get(`${path}.json`, anyone, describe(summary, json), async (c) => {
    const { agreement, rows } = await read(c)
    c.header('Access-Control-Allow-Origin', '*')
    return c.json({
      table: name,
      agreement: agreement?.slug,
      demonstration: agreement?.demonstration ?? false,
      changed_at: agreement?.changedAt satisfies Instant | undefined,
      rows,
    })
  })
  const csv = { 'text/csv': { schema: { type: 'string' as const } } }
  routes.get(`${path}.csv`, anyone, describe(`${summary} As CSV.`, csv), async (c) => {
    const { agreement, rows } = await read(c)
    c.header('Access-Control-Allow-Origin', '*')
    c.header('Content-Type', 'text/csv; charset=utf-8; header=present')
    c.header('Content-Disposition', `attachment; filename="${[agreement?.slug, name].filter(Boolean).join('-')}.csv"`)
    const columns = Object.keys(published[name].shape) as (keyof PublishedRow<Name> & string)[]
    return c.body((c.req.query('bom') === '1' ? '\ufeff' : '') + csvOf(columns, rows))
  })
}

const describe = (summary: string, content: Record<string, object>) =>
  describeRoute({
    summary,
    responses: { 200: { description: 'The table.', content }, 404: { description: 'Not published, or not there.' } },
  })

const of = (c: Context<Env>): Promise<PublicAgreement> => agreementOf(c, c.req.param('slug') ?? '')

/** A table of an agreement. */
const ofAgreement = <Name extends TableName>(
  name: Name,
  summary: string,
  rows: (agreement: PublicAgreement, edition: Edition) => PublishedRow<Name>[],
): Source<Name> => ({
  name,
  path: `/public/:slug/${name}`,
  summary,
  read: async (c) => {
    const agreement = await of(c)
    return { agreement, rows: rows(agreement, editionFor(c)) }
  },
})

/** A table of a programme. */
const ofProgramme = <Name extends TableName>(
  name: Name,
  summary: string,
  rows: (programme: Programme, edition: Edition, now: Instant) => PublishedRow<Name>[],
): Source<Name> => ({
  name,
  path: `/public/:slug/programmes/:id/${name}`,
  summary,
  read: async (c) => {
    const agreement = await of(c)
    const programme = await programmeOf(c, agreement, c.req.param('id') ?? '')
    return { agreement, rows: rows(programme, editionFor(c), c.var.now) }
  },
})

const allAgreements: Source<'agreements'> = {
  name: 'agreements',
  path: '/public/agreements',
  summary: 'The agreements whose charter is in force.',
  read: async (c) => ({ rows: agreementRows(editionFor(c), await publicAgreements(c.var.db.read, c.var.now)) }),
}

const comparison: Source<'comparison'> = {
  name: 'comparison',
  path: '/public/:slug/fora/:label/comparison',
  summary:
    'What the teams disclosed for a forum, since its comparison opened. Each indicator at its latest period, unless `indicators` and `periods` (lists with commas) ask for others; at most 200 of indicator and period at once.',
  read: async (c) => {
    const agreement = await of(c)
    const { comparison } = await comparisonIn(c, agreement, c.req.param('label') ?? '')
    return { agreement, rows: comparisonLines(comparison).map(({ note: _, ...row }) => row) }
  },
}

const totals: Source<'totals'> = {
  name: 'totals',
  path: '/public/:slug/fora/:label/totals',
  summary: 'The totals over all teams of what the comparison shows, by the same choice of `indicators` and `periods`.',
  read: async (c) => {
    const agreement = await of(c)
    const { comparison } = await comparisonIn(c, agreement, c.req.param('label') ?? '')
    return { agreement, rows: totalRows(comparison) }
  },
}

const records: Source<'records'> = {
  name: 'records',
  path: '/public/:slug/fora/:label/disclosures/:teamId/records',
  summary: `What one team disclosed for a forum, by indicator and period; at most ${mostRecords} at once, the next ones by \`offset\`.`,
  read: async (c) => {
    const agreement = await of(c)
    return { agreement, rows: await recordsIn(c, agreement, c.req.param('label') ?? '', c.req.param('teamId') ?? '') }
  },
}

const gaps: Source<'gaps'> = {
  name: 'gaps',
  path: '/public/:slug/fora/:label/gaps',
  summary: 'Where a comparable team was better by more than chance, and what the forum made of it.',
  read: async (c) => {
    const agreement = await of(c)
    const { gaps } = await gapsIn(c, agreement, c.req.param('label') ?? '')
    return { agreement, rows: gapRows(gaps) }
  },
}

const indicators: Source<'indicators'> = {
  name: 'indicators',
  path: '/public/:slug/indicators',
  summary:
    'What each disclosed figure is: its definition, unit, denominator, direction and source, and the breaks in its series.',
  read: async (c) => {
    const agreement = await of(c)
    return { agreement, rows: indicatorLines(await publishedIndicators(c.var.db.read, agreement.id)) }
  },
}

const dictionary: Source<'dictionary'> = {
  name: 'dictionary',
  path: '/public/dictionary',
  summary: 'What each column of the tables of figures holds and means, in the language asked for.',
  read: async (c) => ({ rows: dictionaryRows(editionFor(c)) }),
}

const criteria: Source<'criteria'> = {
  name: 'criteria',
  path: '/public/:slug/criteria',
  summary: 'The criteria in force, each with its three sources.',
  read: async (c) => {
    const agreement = await of(c)
    const { criteria } = await criteriaIn(c, agreement)
    const indicators = new Map((await indicatorsOf(c.var.db.read, agreement.id)).map(({ id, code }) => [id, code]))
    return { agreement, rows: criterionRows(agreement, criteria, indicators) }
  },
}

const strategies: Source<'strategies'> = {
  name: 'strategies',
  path: '/public/:slug/strategies',
  summary: 'What was tried and what became of it, with the published figures that the last judgement rests on.',
  read: async (c) => {
    const agreement = await of(c)
    return { agreement, rows: strategyRows(await publishedStrategies(c.var.db.read, agreement.id)) }
  },
}

const sources = [
  criteria,
  strategies,
  allAgreements,
  ofAgreement(
    'charter',
    'The charter in force, a rule a row, with its sentence in the language asked for.',
    (one, edition) => charterRows(edition, one),
  ),
  ofAgreement('delegations', 'The delegations of an agreement.', delegationRows),
  ofAgreement('fora', 'The fora of an agreement, newest first.', forumRows),
  ofAgreement('programmes', 'The programmes of an agreement, newest first.', (one, edition) =>
    programmeRows(edition, one),
  ),
  ofProgramme('commitments', 'The commitments of a programme as they stand today.', (one, edition, now) =>
    commitmentRows(edition, one, now),
  ),
  ofProgramme('findings', 'The findings on a programme, each with the reply beside it.', findingRows),
  ofProgramme('reports', 'The reports of the responsible parties.', reportRows),
  ofProgramme('concurrences', 'What each delegation said on the text that was locked.', concurrenceRows),
  comparison,
  totals,
  records,
  gaps,
  indicators,
  dictionary,
] as const
