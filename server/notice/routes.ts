import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Env } from '../http/env.ts'
import { body } from '../http/input.ts'
import { rule } from '../http/rule.ts'
import { listDates } from './deadlines.ts'
import { listDuties } from './duties.ts'
import { countUnread, listNotifications, readNotification, readNotifications } from './notifications.ts'

const seen = z.strictObject({ upTo: z.iso.datetime() })

export const noticeRoutes = new Hono<Env>()
  .get('/api/duties', rule('duty.read'), async (c) => c.json(await listDuties(c.var.db.read, c.var.actor)))
  .get('/api/dates', rule('duty.read'), async (c) => c.json(await listDates(c.var.db.read, c.var.actor)))
  .get('/api/notifications', rule('notification.read'), async (c) =>
    c.json(await listNotifications(c.var.db.read, c.var.actor)),
  )
  .get('/api/notifications/unread', rule('notification.read'), async (c) =>
    c.json({ count: await countUnread(c.var.db.read, c.var.actor) }),
  )
  .put('/api/notifications/read', rule('notification.read'), body(seen), async (c) => {
    await c.var.db.write((trx) => readNotifications(trx, c.var.actor, c.req.valid('json').upTo, c.var.now))
    return c.json({ readAt: c.var.now })
  })
  .put('/api/notifications/:id/read', rule('notification.read'), async (c) => {
    await c.var.db.write((trx) => readNotification(trx, c.var.actor, c.req.param('id'), c.var.now))
    return c.json({ readAt: c.var.now })
  })
