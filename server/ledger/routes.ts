import { Hono } from 'hono'
import * as z from 'zod/mini'
import { demand } from '../http/demand.ts'
import type { Env } from '../http/env.ts'
import { query } from '../http/input.ts'
import { rule } from '../http/rule.ts'
import { listActs, verifyChain, wholeChain } from './acts.ts'
import { writeReceipt } from './receipts.ts'

const page = z.object({
  before: z.optional(z.coerce.number().check(z.int(), z.positive())),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)), 50),
  subject: z.optional(z.string()),
})

export const ledgerRoutes = new Hono<Env>()
  .get('/api/agreements/:agreementId/acts', rule('act.read'), query(page), async (c) =>
    c.json(await listActs(c.var.db.read, c.var.actor, c.req.param('agreementId'), c.req.valid('query'))),
  )
  .get('/api/agreements/:agreementId/acts/verdict', rule('act.read'), async (c) => {
    const verdict = await verifyChain(c.var.db.read, c.var.actor, c.req.param('agreementId'))
    return c.json({ ...verdict, verifiedAt: c.var.now })
  })
  .get('/api/agreements/:agreementId/acts.json', rule('act.read'), async (c) => {
    const agreementId = c.req.param('agreementId')
    demand(c.var.actor, 'act.read', { agreementId })
    return c.json(await wholeChain(c.var.db.read, agreementId), 200, {
      'Content-Disposition': 'attachment; filename="ledger.json"',
    })
  })
  .get('/api/acts/:id/receipt', rule('act.read'), async (c) => {
    const receipt = await writeReceipt(c.var.db.read, c.var.actor, c.req.param('id'), c.var.now)
    return c.json(receipt, 200, { 'Content-Disposition': `attachment; filename="receipt-${receipt.act.seq}.json"` })
  })
