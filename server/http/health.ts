import { Hono } from 'hono'
import type { Env } from './env.ts'
import { rule } from './rule.ts'

/** For who runs the server: `/healthz` while the process serves, `/readyz` while the database takes writes. */
export const healthRoutes = new Hono<Env>()
  .get('/healthz', rule('health.read'), (c) => c.text('ok\n'))
  .get('/readyz', rule('health.read'), async (c) => {
    try {
      // An update of no row still needs the write lock and the permission to write.
      await c.var.db.write((trx) =>
        trx.updateTable('deadline').set({ state: 'waiting' }).where('id', '=', '').execute(),
      )
      return c.text('ready\n')
    } catch {
      return c.text('the database takes no writes\n', 503)
    }
  })
