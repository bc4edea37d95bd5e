import { Hono } from 'hono'
import * as z from 'zod/mini'
import { dayOf } from '../../shared/dates.ts'
import { newFinding, newReply, newReport } from '../../shared/finding.ts'
import type { Env } from '../http/env.ts'
import { body } from '../http/input.ts'
import { rule } from '../http/rule.ts'
import { commitmentCsv, commitmentTable } from './commitment-table.ts'
import { findCommitment } from './commitments.ts'
import { publishFinding } from './findings.ts'
import { lockProgramme } from './locking.ts'
import { findProgramme, listProgrammes } from './programmes.ts'
import { giveReply } from './replies.ts'
import { fileReport } from './reports.ts'

/** The sum of the text that the secretariat was shown: another text is not locked. */
const shown = z.strictObject({ hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })

const attachment = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"` })

export const commitmentRoutes = new Hono<Env>()
  .put('/api/readings/:id/lock', rule('reading.lock'), body(shown), async (c) => {
    const { hash } = c.req.valid('json')
    return c.json(
      await c.var.db.write((trx) => lockProgramme(trx, c.var.actor, c.req.param('id'), hash, c.var.now)),
      201,
    )
  })
  .get('/api/agreements/:agreementId/programmes', rule('programme.read'), async (c) =>
    c.json(await listProgrammes(c.var.db.read, c.var.actor, c.req.param('agreementId'))),
  )
  .get('/api/programmes/:id', rule('programme.read'), async (c) =>
    c.json(await findProgramme(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .get('/api/programmes/:id/commitments.json', rule('programme.read'), async (c) => {
    const programme = await findProgramme(c.var.db.read, c.var.actor, c.req.param('id'))
    return c.json(commitmentTable(programme, dayOf(c.var.now)), 200, attachment('commitments.json'))
  })
  .get('/api/programmes/:id/commitments.csv', rule('programme.read'), async (c) => {
    const programme = await findProgramme(c.var.db.read, c.var.actor, c.req.param('id'))
    const headers = { 'Content-Type': 'text/csv; charset=utf-8', ...attachment('commitments.csv') }
    return c.body(commitmentCsv(programme, dayOf(c.var.now)), 200, headers)
  })
  .get('/api/commitments/:id', rule('programme.read'), async (c) =>
    c.json(await findCommitment(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .post('/api/commitments/:id/reports', rule('report.file'), body(newReport), async (c) => {
    const given = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => fileReport(trx, c.var.actor, c.req.param('id'), given, c.var.now)), 201)
  })
  .post('/api/commitments/:id/findings', rule('finding.publish'), body(newFinding), async (c) => {
    const given = c.req.valid('json')
    return c.json(
      await c.var.db.write((trx) => publishFinding(trx, c.var.actor, c.req.param('id'), given, c.var.now)),
      201,
    )
  })
  .put('/api/findings/:id/reply', rule('reply.give'), body(newReply), async (c) => {
    const given = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => giveReply(trx, c.var.actor, c.req.param('id'), given, c.var.now)), 201)
  })
