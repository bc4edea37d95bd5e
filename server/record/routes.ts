import { Hono } from 'hono'
import * as z from 'zod/mini'
import { disclosureNote } from '../../shared/disclosure.ts'
import { batchCounts, batchRows, newBatch } from '../../shared/import-batch.ts'
import { isPeriod } from '../../shared/period.ts'
import { indicatorForm, methodForm, recordForm } from '../../shared/record.ts'
import type { Env } from '../http/env.ts'
import { body, query } from '../http/input.ts'
import { rule } from '../http/rule.ts'
import { beginBatch, listBatches, rememberedMappings } from './batches.ts'
import { comparisonColumns, comparisonLines, csvOf } from './comparison-table.ts'
import { type Comparison, type ComparisonAsked, comparisonOf } from './comparisons.ts'
import { viewDisclosure } from './disclosure-view.ts'
import { beginDisclosure, findDisclosure, listDisclosures, noteDisclosure } from './disclosures.ts'
import { recordsCsv, sealedText } from './exports.ts'
import { fileDisclosure } from './filing.ts'
import { addRows, finishBatch } from './importing.ts'
import { indicatorColumns, indicatorLines } from './indicator-table.ts'
import { defineIndicator, listIndicators } from './indicators.ts'
import { writeMethod } from './method-writing.ts'
import { listRecords } from './record-page.ts'
import { putRecord, withdrawRecord } from './records.ts'
import { undoPiece } from './undoing.ts'

const id = z.string().check(z.maxLength(64))
const listed = (text: string | undefined): string[] | undefined => text?.split(',').filter(Boolean)
const comparisonQuery = z.object({
  /** Codes and periods, parted by commas. */
  indicators: z.optional(z.string()),
  periods: z.optional(z.string().check(z.refine((text) => listed(text)!.every(isPeriod)))),
})
/** The same view as a table: of the teams that are named, or of all. */
const tableQuery = z.extend(comparisonQuery, { teams: z.optional(z.string()) })
const askedOf = ({ indicators, periods }: z.infer<typeof comparisonQuery>): ComparisonAsked => ({
  indicators: listed(indicators),
  periods: listed(periods),
})
const ofTeams = (comparison: Comparison, teams: readonly string[] | undefined): Comparison => {
  if (!teams) return comparison
  const cells = (row: Comparison['rows'][number]) => row.cells.filter(({ teamId }) => teams.includes(teamId))
  return { ...comparison, rows: comparison.rows.map((row) => ({ ...row, cells: cells(row) })) }
}
const recordsQuery = z.object({
  offset: z.optional(z.coerce.number().check(z.int(), z.minimum(0))),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(500))),
  indicatorId: z.optional(id),
})

/** Which filing, where the team has amended what it filed. */
const sealedQuery = z.object({ filing: z.optional(z.coerce.number().check(z.int(), z.minimum(1))) })

const csv = { 'Content-Type': 'text/csv; charset=utf-8' }
const attached = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"` })

export const recordRoutes = new Hono<Env>()
  .get('/api/agreements/:agreementId/indicators', rule('indicator.read'), async (c) =>
    c.json(await listIndicators(c.var.db.read, c.var.actor, c.req.param('agreementId'))),
  )
  .get('/api/agreements/:agreementId/indicators.csv', rule('indicator.read'), async (c) => {
    const indicators = await listIndicators(c.var.db.read, c.var.actor, c.req.param('agreementId'))
    const text = csvOf(indicatorColumns, indicatorLines(indicators))
    return c.body(text, 200, { ...csv, ...attached('indicators.csv') })
  })
  .post('/api/agreements/:agreementId/indicators', rule('indicator.define'), body(indicatorForm), async (c) => {
    const form = c.req.valid('json')
    const { agreementId } = c.req.param()
    return c.json(await c.var.db.write((trx) => defineIndicator(trx, c.var.actor, agreementId, form, c.var.now)), 201)
  })
  .get('/api/forums/:forumId/disclosures', rule('disclosure.list'), async (c) =>
    c.json(await listDisclosures(c.var.db.read, c.var.actor, c.req.param('forumId'))),
  )
  .post(
    '/api/forums/:forumId/disclosures',
    rule('disclosure.begin'),
    body(z.strictObject({ teamId: id })),
    async (c) => {
      const asked = { forumId: c.req.param('forumId'), ...c.req.valid('json') }
      const { id } = await c.var.db.write((trx) => beginDisclosure(trx, c.var.actor, asked, c.var.now))
      return c.json({ id }, 201)
    },
  )
  .get('/api/disclosures/:id', rule('disclosure.read'), async (c) =>
    c.json(await viewDisclosure(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .put('/api/disclosures/:id/note', rule('disclosure.edit'), body(disclosureNote), async (c) => {
    const { note } = c.req.valid('json')
    await c.var.db.write((trx) => noteDisclosure(trx, c.var.actor, c.req.param('id'), note))
    return c.json({ note })
  })
  .put('/api/disclosures/:id/method', rule('disclosure.edit'), body(methodForm), async (c) => {
    const form = c.req.valid('json')
    const id = c.req.param('id')
    return c.json(await c.var.db.write((trx) => writeMethod(trx, c.var.actor, id, form, c.var.now)))
  })
  .put('/api/disclosures/:id/filing', rule('disclosure.file'), async (c) =>
    c.json(await c.var.db.write((trx) => fileDisclosure(trx, c.var.actor, c.req.param('id'), c.var.now))),
  )
  .get('/api/disclosures/:id/records', rule('disclosure.read'), query(recordsQuery), async (c) =>
    c.json(await listRecords(c.var.db.read, c.var.actor, c.req.param('id'), c.req.valid('query'))),
  )
  .get('/api/disclosures/:id/records.csv', rule('disclosure.read'), async (c) => {
    const disclosure = await findDisclosure(c.var.db.read, c.var.actor, c.req.param('id'))
    return c.body(recordsCsv(c.var.db.read, disclosure), 200, { ...csv, ...attached('records.csv') })
  })
  .get('/api/disclosures/:id/sealed.txt', rule('disclosure.read'), query(sealedQuery), async (c) => {
    const disclosure = await findDisclosure(c.var.db.read, c.var.actor, c.req.param('id'))
    const headers = { 'Content-Type': 'text/plain; charset=utf-8', ...attached('sealed.txt') }
    return c.body(await sealedText(c.var.db.read, disclosure, c.req.valid('query').filing), 200, headers)
  })
  .put('/api/disclosures/:id/records', rule('disclosure.edit'), body(recordForm), async (c) => {
    const form = c.req.valid('json')
    const id = c.req.param('id')
    return c.json(await c.var.db.write((trx) => putRecord(trx, c.var.actor, id, form, c.var.now)))
  })
  .delete('/api/disclosures/:id/records/:recordId', rule('disclosure.edit'), async (c) => {
    const { id, recordId } = c.req.param()
    await c.var.db.write((trx) => withdrawRecord(trx, c.var.actor, id, recordId))
    return c.body(null, 204)
  })
  .get('/api/disclosures/:id/batches', rule('disclosure.read'), async (c) =>
    c.json(await listBatches(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .get('/api/disclosures/:id/mappings', rule('disclosure.read'), async (c) =>
    c.json(await rememberedMappings(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .post('/api/disclosures/:id/batches', rule('disclosure.edit'), body(newBatch), async (c) => {
    const given = c.req.valid('json')
    const id = c.req.param('id')
    return c.json(await c.var.db.write((trx) => beginBatch(trx, c.var.actor, id, given, c.var.now)), 201)
  })
  .post('/api/batches/:id/rows', rule('disclosure.edit'), body(batchRows), async (c) => {
    const sent = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => addRows(trx, c.var.actor, c.req.param('id'), sent, c.var.now)))
  })
  .put('/api/batches/:id/finish', rule('disclosure.edit'), body(batchCounts), async (c) => {
    const counted = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => finishBatch(trx, c.var.actor, c.req.param('id'), counted, c.var.now)))
  })
  .delete('/api/batches/:id', rule('disclosure.edit'), async (c) => {
    const undo = () => c.var.db.write((trx) => undoPiece(trx, c.var.actor, c.req.param('id'), c.var.now))
    let batch = await undo()
    while (batch.state !== 'undone') batch = await undo()
    return c.json(batch)
  })
  .get('/api/forums/:forumId/comparison', rule('comparison.read'), query(comparisonQuery), async (c) =>
    c.json(await comparisonOf(c.var.db.read, c.var.actor, c.req.param('forumId'), askedOf(c.req.valid('query')))),
  )
  .get('/api/forums/:forumId/comparison.csv', rule('comparison.read'), query(tableQuery), async (c) => {
    const asked = askedOf(c.req.valid('query'))
    const teams = listed(c.req.valid('query').teams)
    const comparison = await comparisonOf(c.var.db.read, c.var.actor, c.req.param('forumId'), asked)
    const text = csvOf(comparisonColumns, comparisonLines(ofTeams(comparison, teams)))
    return c.body(text, 200, { ...csv, ...attached(`comparison-${comparison.label}.csv`) })
  })
