import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import { Refused } from '../../shared/refusals.ts'

/**
 * The one translator of what was thrown into an answer: `application/problem+json`, RFC 9457. `code` finds the sentence
 * in the catalogues; `detail` holds the facts that the sentence names. A defect tells the reader nothing but its id.
 */
export const onError = (log: Logger) => (error: Error, c: Context) => {
  if (error instanceof Refused) return problem(c, error.status, error.code, error.detail)
  if (error instanceof HTTPException)
    return problem(c, error.status, error.status === 413 ? 'too_large' : 'invalid_input', {})
  const id = crypto.randomUUID()
  log.error({ err: error, id, method: c.req.method, route: c.req.routePath }, 'defect')
  return problem(c, 500, 'defect', { id })
}

function problem(c: Context, status: number, code: string, detail: Record<string, unknown>) {
  const body = { type: `/problems/${code}`, title: code.replaceAll('_', ' '), status, code, detail }
  if (typeof detail.retryAfter === 'number') c.header('Retry-After', String(detail.retryAfter))
  return c.json(body, status as ContentfulStatusCode, { 'Content-Type': 'application/problem+json' })
}
