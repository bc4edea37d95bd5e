import { Hono } from 'hono'
import type { Env } from './env.ts'
import type { Readiness } from './readiness.ts'
import { rule } from './rule.ts'

/** For who runs the server: `/healthz` while the process serves, `/readyz` while the log takes writes and it will go on serving. */
export const healthRoutes = (readiness: Readiness) =>
  new Hono<Env>()
    .get('/healthz', rule('health.read'), (c) => c.text('ok\n'))
    .get('/readyz', rule('health.read'), async (c) =>
      (await readiness.isReady()) ? c.text('ready\n') : c.text('not ready: no writes are taken here\n', 503),
    )
