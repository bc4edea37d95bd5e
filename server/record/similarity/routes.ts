import { Hono } from 'hono'
import { circumstanceForm, similarityForm } from '../../../shared/similarity.ts'
import type { Env } from '../../http/env.ts'
import { body } from '../../http/input.ts'
import { rule } from '../../http/rule.ts'
import { agreeSimilarity } from './agreeing.ts'
import { listCircumstances, stateCircumstance } from './circumstances.ts'
import { listSimilarities } from './similarities.ts'

export const similarityRoutes = new Hono<Env>()
  .get('/api/agreements/:agreementId/circumstances', rule('similarity.read'), async (c) =>
    c.json(await listCircumstances(c.var.db.read, c.var.actor, c.req.param('agreementId'))),
  )
  .post(
    '/api/agreements/:agreementId/teams/:teamId/circumstances',
    rule('circumstance.state'),
    body(circumstanceForm),
    async (c) => {
      const asked = c.req.param()
      const form = c.req.valid('json')
      return c.json(await c.var.db.write((trx) => stateCircumstance(trx, c.var.actor, asked, form, c.var.now)), 201)
    },
  )
  .get('/api/forums/:forumId/similarity', rule('similarity.read'), async (c) =>
    c.json(await listSimilarities(c.var.db.read, c.var.actor, c.req.param('forumId'))),
  )
  .put('/api/forums/:forumId/similarity', rule('similarity.agree'), body(similarityForm), async (c) => {
    const form = c.req.valid('json')
    const id = c.req.param('forumId')
    return c.json(await c.var.db.write((trx) => agreeSimilarity(trx, c.var.actor, id, form, c.var.now)))
  })
