import { Hono } from 'hono'
import { libraryForm } from '../../shared/indicator-library.ts'
import { breakForm, validityForm } from '../../shared/record.ts'
import type { Env } from '../http/env.ts'
import { body } from '../http/input.ts'
import { rule } from '../http/rule.ts'
import { endIndicator, markBreak } from './indicator-changes.ts'
import { addFromLibrary } from './library.ts'

/** Indicators out of the library, and what can still be said of one once it is defined: its end, breaks in its series. */
export const indicatorRoutes = new Hono<Env>()
  .post('/api/agreements/:agreementId/library', rule('indicator.define'), body(libraryForm), async (c) => {
    const form = c.req.valid('json')
    const { agreementId } = c.req.param()
    return c.json(await c.var.db.write((trx) => addFromLibrary(trx, c.var.actor, agreementId, form, c.var.now)), 201)
  })
  .put('/api/indicators/:id/validity', rule('indicator.change'), body(validityForm), async (c) => {
    const { validTo } = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => endIndicator(trx, c.var.actor, c.req.param('id'), validTo, c.var.now)))
  })
  .post('/api/indicators/:id/breaks', rule('indicator.change'), body(breakForm), async (c) => {
    const form = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => markBreak(trx, c.var.actor, c.req.param('id'), form, c.var.now)), 201)
  })
