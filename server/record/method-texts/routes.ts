import { Hono } from 'hono'
import { naming, restoring, stretchAsked } from '../../../shared/history.ts'
import { methodTitle } from '../../../shared/method.ts'
import type { Env } from '../../http/env.ts'
import { body, query } from '../../http/input.ts'
import { rule } from '../../http/rule.ts'
import { listMethods, teamsMethods } from '../methods.ts'
import { methodAttribution, methodChanges, methodPoints, nameMethodPoint, restoreMethod } from './method-history.ts'
import { beginMethodText, findMethodText, renameMethodText } from './method-texts.ts'

/** The teams' ways of working: versions that were filed, for all once they are open, and the live text, for its team. */
export const methodRoutes = new Hono<Env>()
  .get('/api/agreements/:agreementId/methods', rule('method.read'), async (c) =>
    c.json(await teamsMethods(c.var.db.read, c.var.actor, c.req.param('agreementId'))),
  )
  .get('/api/teams/:teamId/methods', rule('method.read'), async (c) =>
    c.json(await listMethods(c.var.db.read, c.var.actor, c.req.param('teamId'))),
  )
  .get('/api/teams/:teamId/method-text', rule('method.draft'), async (c) =>
    c.json(await findMethodText(c.var.db.read, c.var.actor, c.req.param('teamId'))),
  )
  .post('/api/teams/:teamId/method-text', rule('method.write'), body(methodTitle), async (c) => {
    const { title } = c.req.valid('json')
    const { teamId } = c.req.param()
    return c.json(await c.var.db.write((trx) => beginMethodText(trx, c.var.actor, teamId, title, c.var.now)), 201)
  })
  .put('/api/teams/:teamId/method-text', rule('method.write'), body(methodTitle), async (c) => {
    const { title } = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => renameMethodText(trx, c.var.actor, c.req.param('teamId'), title)))
  })
  .get('/api/teams/:teamId/method-text/points', rule('method.draft'), async (c) =>
    c.json(await methodPoints(c.var.db.read, c.var.actor, c.req.param('teamId'))),
  )
  .get('/api/teams/:teamId/method-text/changes', rule('method.draft'), query(stretchAsked), async (c) =>
    c.json(await methodChanges(c.var.db.read, c.var.actor, c.req.param('teamId'), c.req.valid('query'))),
  )
  .get('/api/teams/:teamId/method-text/attribution', rule('method.draft'), async (c) =>
    c.json(await methodAttribution(c.var.db.read, c.var.actor, c.req.param('teamId'))),
  )
  .post('/api/teams/:teamId/method-text/versions', rule('method.write'), body(naming), async (c) => {
    const given = c.req.valid('json')
    const { teamId } = c.req.param()
    return c.json(await c.var.db.write((trx) => nameMethodPoint(trx, c.var.actor, teamId, given, c.var.now)), 201)
  })
  .post('/api/teams/:teamId/method-text/restorations', rule('method.write'), body(restoring), async (c) => {
    const { point } = c.req.valid('json')
    return c.json(await restoreMethod(c.var.db, c.var.actor, c.req.param('teamId'), point, c.var.now), 201)
  })
