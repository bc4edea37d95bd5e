import type { MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { Refused } from '../../shared/refusals.ts'
import type { Env } from './env.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Headers of every answer: our own scripts and styles and nothing else; no framing, sniffing or referrers to others. */
export function securityHeaders(publicUrl: string): MiddlewareHandler<Env> {
  const live = publicUrl.replace(/^http/, 'ws')
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'", live],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    crossOriginResourcePolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: publicUrl.startsWith('https:') ? 'max-age=63072000; includeSubDomains' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [], payment: [] },
  })
}

/**
 * Refuses a change that another site asks a browser for. Browsers send Sec-Fetch-Site or Origin with every unsafe
 * request; programs that send neither carry no one else's cookie.
 */
export function sameOrigin(publicUrl: string): MiddlewareHandler<Env> {
  const own = new URL(publicUrl).origin
  return async (c, next) => {
    if (!safe.has(c.req.method)) {
      const origin = c.req.header('Origin')
      const site = c.req.header('Sec-Fetch-Site')
      if (
        origin !== undefined
          ? origin !== own && origin !== new URL(c.req.url).origin
          : site !== undefined && site !== 'same-origin' && site !== 'none'
      )
        throw new Refused('foreign_origin')
    }
    await next()
  }
}
