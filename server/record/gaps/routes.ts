import { Hono } from 'hono'
import * as z from 'zod/mini'
import { explanationForm, gapPair, progressForm, settingAside, voiceForm } from '../../../shared/gap-forms.ts'
import type { Env } from '../../http/env.ts'
import { body } from '../../http/input.ts'
import { rule } from '../../http/rule.ts'
import { measureAdoption, reportAdoption } from './adopting.ts'
import { confirmGap, setGapAside } from './confirming.ts'
import { decideGap } from './deciding.ts'
import { explainGap } from './explaining.ts'
import { gapsOfForum, viewGap } from './gap-view.ts'
import { speakOnGap } from './voices.ts'

const measuring = z.strictObject({ forumId: z.string().check(z.maxLength(64)) })

export const gapRoutes = new Hono<Env>()
  .get('/api/forums/:forumId/gaps', rule('gap.read'), async (c) =>
    c.json(await gapsOfForum(c.var.db.read, c.var.actor, c.req.param('forumId'))),
  )
  .post('/api/forums/:forumId/gaps', rule('gap.confirm'), body(gapPair), async (c) => {
    const pair = c.req.valid('json')
    const forumId = c.req.param('forumId')
    return c.json(await c.var.db.write((trx) => confirmGap(trx, c.var.actor, forumId, pair, c.var.now)), 201)
  })
  .post('/api/forums/:forumId/gaps-set-aside', rule('gap.set_aside'), body(settingAside), async (c) => {
    const given = c.req.valid('json')
    const forumId = c.req.param('forumId')
    return c.json(await c.var.db.write((trx) => setGapAside(trx, c.var.actor, forumId, given, c.var.now)), 201)
  })
  .get('/api/gaps/:id', rule('gap.read'), async (c) =>
    c.json(await viewGap(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .post('/api/gaps/:id/explanations', rule('gap.explain'), body(explanationForm), async (c) => {
    const form = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => explainGap(trx, c.var.actor, c.req.param('id'), form, c.var.now)), 201)
  })
  .put('/api/gaps/:id/voice', rule('gap.speak'), body(voiceForm), async (c) => {
    const said = c.req.valid('json')
    await c.var.db.write((trx) => speakOnGap(trx, c.var.actor, c.req.param('id'), said, c.var.now))
    return c.body(null, 204)
  })
  .put('/api/gaps/:id/decision', rule('gap.decide'), async (c) =>
    c.json(await c.var.db.write((trx) => decideGap(trx, c.var.actor, c.req.param('id'), c.var.now))),
  )
  .post('/api/gaps/:id/progress', rule('adoption.report'), body(progressForm), async (c) => {
    const form = c.req.valid('json')
    return c.json(
      await c.var.db.write((trx) => reportAdoption(trx, c.var.actor, c.req.param('id'), form, c.var.now)),
      201,
    )
  })
  .put('/api/gaps/:id/measurement', rule('adoption.measure'), body(measuring), async (c) => {
    const { forumId } = c.req.valid('json')
    return c.json(
      await c.var.db.write((trx) => measureAdoption(trx, c.var.actor, c.req.param('id'), forumId, c.var.now)),
    )
  })
