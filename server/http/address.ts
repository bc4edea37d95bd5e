import { isIPv6 } from 'node:net'
import type { Context } from 'hono'

/**
 * The address that a request came from. Behind `trustedProxies` proxies it is the entry that the outermost of them wrote:
 * so many from the right, since everything left of it is whatever the sender liked to claim.
 */
export function addressOf(c: Context, trustedProxies: number): string {
  const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
  const direct = socket?.remoteAddress ?? ''
  if (trustedProxies === 0) return networkOf(direct)
  const hops = (c.req.header('X-Forwarded-For') ?? '').split(',').map((hop) => hop.trim())
  return networkOf(hops.at(-trustedProxies) || direct)
}

/** What one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 one, in which anyone may change the rest at will. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const groups = (part: string) => (part === '' ? [] : part.split(':'))
  const before = groups(head)
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - groups(tail).length)
  const all = [...before, ...Array<string>(zeros).fill('0'), ...groups(tail ?? '')]
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
