import { Hono } from 'hono'
import { criterionForm, voice } from '../../../shared/criterion.ts'
import type { Env } from '../../http/env.ts'
import { body } from '../../http/input.ts'
import { rule } from '../../http/rule.ts'
import { findCriterion, listCriteria } from './criteria.ts'
import { criterionReadings } from './criterion-readings.ts'
import { promulgate } from './promulgating.ts'
import { proposeCriterion, reviseCriterion } from './proposing.ts'
import { speakOnRevision } from './voices.ts'

export const criterionRoutes = new Hono<Env>()
  .get('/api/agreements/:agreementId/criteria', rule('criterion.read'), async (c) =>
    c.json(await listCriteria(c.var.db.read, c.var.actor, c.req.param('agreementId'))),
  )
  .post('/api/agreements/:agreementId/criteria', rule('criterion.propose'), body(criterionForm), async (c) => {
    const form = c.req.valid('json')
    const { agreementId } = c.req.param()
    return c.json(await c.var.db.write((trx) => proposeCriterion(trx, c.var.actor, agreementId, form, c.var.now)), 201)
  })
  .get('/api/criteria/:id', rule('criterion.read'), async (c) =>
    c.json(await findCriterion(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .post('/api/criteria/:id/revisions', rule('criterion.propose'), body(criterionForm), async (c) => {
    const form = c.req.valid('json')
    const id = c.req.param('id')
    return c.json(await c.var.db.write((trx) => reviseCriterion(trx, c.var.actor, id, form, c.var.now)), 201)
  })
  .put('/api/criterion-revisions/:id/voices/:delegationId', rule('criterion.concur'), body(voice), async (c) => {
    const said = c.req.valid('json')
    const { id: revisionId, delegationId } = c.req.param()
    const of = { revisionId, delegationId }
    return c.json(await c.var.db.write((trx) => speakOnRevision(trx, c.var.actor, of, said, c.var.now)))
  })
  .put('/api/criterion-revisions/:id/promulgation', rule('criterion.promulgate'), async (c) =>
    c.json(await c.var.db.write((trx) => promulgate(trx, c.var.actor, c.req.param('id'), c.var.now))),
  )
  .get('/api/forums/:forumId/criterion-readings', rule('comparison.read'), async (c) =>
    c.json(await criterionReadings(c.var.db.read, c.var.actor, c.req.param('forumId'))),
  )
