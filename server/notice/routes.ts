import { Hono } from 'hono'
import type { Env } from '../http/env.ts'
import { rule } from '../http/rule.ts'
import { listDuties } from './duties.ts'
import { listNotifications, readNotifications } from './notifications.ts'

export const noticeRoutes = new Hono<Env>()
  .get('/api/duties', rule('duty.read'), async (c) => c.json(await listDuties(c.var.db.read, c.var.actor)))
  .get('/api/notifications', rule('notification.read'), async (c) =>
    c.json(await listNotifications(c.var.db.read, c.var.actor)),
  )
  .put('/api/notifications/read', rule('notification.read'), async (c) => {
    await c.var.db.write((trx) => readNotifications(trx, c.var.actor, c.var.now))
    return c.json({ readAt: c.var.now })
  })
