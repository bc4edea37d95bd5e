import type { Context } from 'hono'

/**
 * The address that a request came from. Behind `trustedProxies` proxies it is the entry that the outermost of them wrote:
 * so many from the right, since everything left of it is whatever the sender liked to claim.
 */
export function addressOf(c: Context, trustedProxies: number): string {
  const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
  const direct = socket?.remoteAddress ?? ''
  if (trustedProxies === 0) return direct
  const hops = (c.req.header('X-Forwarded-For') ?? '').split(',').map((hop) => hop.trim())
  return hops.at(-trustedProxies) || direct
}
