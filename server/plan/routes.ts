import { Hono } from 'hono'
import * as z from 'zod/mini'
import { naming, restoring, stretchAsked } from '../../shared/history.ts'
import { newPlan, statement } from '../../shared/plan.ts'
import { languages } from '../../shared/text/languages.ts'
import type { Env } from '../http/env.ts'
import { body, query } from '../http/input.ts'
import { rule } from '../http/rule.ts'
import { placeAdoption, placesOfAdoption } from './adoptions.ts'
import { speakOnReading } from './concurring.ts'
import { freezePlan } from './freezing.ts'
import { planOverview } from './overview.ts'
import { namePlanVersion, planAttribution, planChanges, planPoints, restorePlan } from './plan-history.ts'
import { findDraft, openPlan } from './plans.ts'
import { findReading } from './readings.ts'
import { reopenPlan, returnPlan } from './reopening.ts'

const reasoned = z.strictObject({ reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(5000)) })

/** In whose words the measure begins. */
const placing = z.strictObject({ language: z.enum(languages) })

/** Locking has no route here: the room that makes a programme of a locked reading has it. */
export const planRoutes = new Hono<Env>()
  .get('/api/agreements/:agreementId/forums/:label/plan', rule('plan.read'), async (c) =>
    c.json(await planOverview(c.var.db.read, c.var.actor, c.req.param('agreementId'), c.req.param('label'))),
  )
  .post('/api/forums/:id/plan', rule('plan.open'), body(newPlan), async (c) =>
    c.json(
      await c.var.db.write((trx) => openPlan(trx, c.var.actor, c.req.param('id'), c.req.valid('json'), c.var.now)),
      201,
    ),
  )
  .get('/api/plans/:id/draft', rule('plan.read'), async (c) =>
    c.json(await findDraft(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .get('/api/plans/:id/attribution', rule('plan.read'), async (c) =>
    c.json(await planAttribution(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .get('/api/plans/:id/points', rule('plan.read'), async (c) =>
    c.json(await planPoints(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .get('/api/plans/:id/changes', rule('plan.read'), query(stretchAsked), async (c) =>
    c.json(await planChanges(c.var.db.read, c.var.actor, c.req.param('id'), c.req.valid('query'))),
  )
  .post('/api/plans/:id/versions', rule('version.name'), body(naming), async (c) => {
    const given = c.req.valid('json')
    const id = c.req.param('id')
    return c.json(await c.var.db.write((trx) => namePlanVersion(trx, c.var.actor, id, given, c.var.now)), 201)
  })
  .post('/api/plans/:id/restorations', rule('plan.restore'), body(restoring), async (c) => {
    const { point } = c.req.valid('json')
    return c.json(await restorePlan(c.var.db, c.var.actor, c.req.param('id'), point, c.var.now), 201)
  })
  .get('/api/gaps/:id/measures', rule('plan.read'), async (c) =>
    c.json(await placesOfAdoption(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .put('/api/gaps/:id/measure', rule('adoption.place'), body(placing), async (c) => {
    const { language } = c.req.valid('json')
    const id = c.req.param('id')
    return c.json(await c.var.db.write((trx) => placeAdoption(trx, c.var.actor, id, language, c.var.now)))
  })
  .post('/api/plans/:id/readings', rule('plan.freeze'), async (c) =>
    c.json(await c.var.db.write((trx) => freezePlan(trx, c.var.actor, c.req.param('id'), c.var.now)), 201),
  )
  .get('/api/readings/:id', rule('plan.read'), async (c) =>
    c.json(await findReading(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .put('/api/readings/:id/concurrences/:delegationId', rule('reading.concur'), body(statement), async (c) => {
    const { id, delegationId } = c.req.param()
    const said = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => speakOnReading(trx, c.var.actor, id, delegationId, said, c.var.now)))
  })
  .put('/api/readings/:id/reopening', rule('reading.reopen'), body(reasoned), async (c) => {
    const { reason } = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => reopenPlan(trx, c.var.actor, c.req.param('id'), reason, c.var.now)))
  })
  .put('/api/readings/:id/return', rule('reading.return'), body(reasoned), async (c) => {
    const { reason } = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => returnPlan(trx, c.var.actor, c.req.param('id'), reason, c.var.now)))
  })
