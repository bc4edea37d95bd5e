import { Hono } from 'hono'
import * as z from 'zod/mini'
import {
  dissentForm,
  floorAnswer,
  floorInUse,
  judgementForm,
  strategyForm,
  strategyStates,
} from '../../../shared/strategy.ts'
import type { Env } from '../../http/env.ts'
import { body, query } from '../../http/input.ts'
import { rule } from '../../http/rule.ts'
import { answerFloor, putFloorInUse } from './answering.ts'
import { dissent, judge } from './judging.ts'
import { searchLibrary } from './library.ts'
import { registerStrategy } from './registering.ts'
import { findStrategy } from './strategies.ts'
import { effectsNow } from './strategy-figures.ts'

const asked = z.object({
  words: z.optional(z.string().check(z.maxLength(200))),
  state: z.optional(z.enum(strategyStates)),
})

export const strategyRoutes = new Hono<Env>()
  .get('/api/agreements/:agreementId/strategies', rule('strategy.read'), query(asked), async (c) => {
    const { words, state } = c.req.valid('query')
    const { agreementId } = c.req.param()
    return c.json(await searchLibrary(c.var.db.read, c.var.actor, agreementId, { words, states: state && [state] }))
  })
  .post(
    '/api/agreements/:agreementId/teams/:teamId/strategies',
    rule('strategy.register'),
    body(strategyForm),
    async (c) => {
      const form = c.req.valid('json')
      const of = c.req.param()
      return c.json(await c.var.db.write((trx) => registerStrategy(trx, c.var.actor, of, form, c.var.now)), 201)
    },
  )
  .get('/api/strategies/:id', rule('strategy.read'), async (c) =>
    c.json(await findStrategy(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .get('/api/strategies/:id/figures', rule('strategy.read'), async (c) =>
    c.json(await effectsNow(c.var.db.read, c.var.actor, c.req.param('id'))),
  )
  .put('/api/strategies/:id/judgement', rule('strategy.judge'), body(judgementForm), async (c) => {
    const form = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => judge(trx, c.var.actor, c.req.param('id'), form, c.var.now)))
  })
  .put('/api/judgements/:id/dissents/:delegationId', rule('strategy.dissent'), body(dissentForm), async (c) => {
    const { reason } = c.req.valid('json')
    const { id: judgementId, delegationId } = c.req.param()
    const of = { judgementId, delegationId }
    return c.json(await c.var.db.write((trx) => dissent(trx, c.var.actor, of, reason, c.var.now)))
  })
  .put('/api/floors/:id/answer', rule('floor.answer'), body(floorAnswer), async (c) => {
    const given = c.req.valid('json')
    return c.json(await c.var.db.write((trx) => answerFloor(trx, c.var.actor, c.req.param('id'), given, c.var.now)))
  })
  .put('/api/floors/:id/use', rule('floor.carry_out'), body(floorInUse), async (c) => {
    const { methodId } = c.req.valid('json')
    return c.json(
      await c.var.db.write((trx) => putFloorInUse(trx, c.var.actor, c.req.param('id'), methodId, c.var.now)),
    )
  })
