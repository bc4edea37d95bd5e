import { Hono } from 'hono'
import { allegation, faultDecision, faultReply } from '../../../shared/disclosure-fault.ts'
import type { Env } from '../../http/env.ts'
import { body } from '../../http/input.ts'
import { rule } from '../../http/rule.ts'
import { allegeFalse, decideFault, replyToFault } from './alleging.ts'
import { listFaults } from './faults.ts'

/** Findings on disclosures: who reads, alleges, replies and decides. */
export const faultRoutes = new Hono<Env>()
  .get('/api/forums/:forumId/faults', rule('fault.read'), async (c) =>
    c.json(await listFaults(c.var.db.read, c.var.actor, c.req.param('forumId'))),
  )
  .post('/api/disclosures/:id/faults', rule('fault.allege'), body(allegation), async (c) => {
    const given = c.req.valid('json')
    return c.json(
      await c.var.db.write((trx) => allegeFalse(trx, c.var.actor, c.req.param('id'), given, c.var.now)),
      201,
    )
  })
  .put('/api/faults/:id/reply', rule('fault.reply'), body(faultReply), async (c) => {
    const { reply } = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => replyToFault(trx, c.var.actor, c.req.param('id'), reply, c.var.now)))
  })
  .put('/api/faults/:id/decision', rule('fault.decide'), body(faultDecision), async (c) => {
    const decision = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => decideFault(trx, c.var.actor, c.req.param('id'), decision, c.var.now)))
  })
